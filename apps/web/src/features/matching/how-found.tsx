import './matching.scss'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useWeights } from './matching.queries.ts'
import { Weights } from './weights.tsx'

/** By which weights organisations are looked for, and since when they cannot be changed (§4.5, TR3). */
export function HowFound({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation('matching')
  const { moment } = useFormats()
  const notYet = <p className="govuk-body">{t('found.notYet')}</p>
  return (
    <Loaded
      query={useWeights(challengeId)}
      refused={(error) => (isProblem(error, 'challenges.not_found') ? notYet : null)}
    >
      {({ weights, seed, lockedAt }) => (
        <>
          <p className="govuk-body">{t('found.text')}</p>
          <Weights weights={weights} seed={seed} />
          <p className="govuk-body">{t('found.locked', { when: moment(lockedAt) })}</p>
        </>
      )}
    </Loaded>
  )
}
