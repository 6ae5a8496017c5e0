import type { Interest } from '@howcanwe/shared/interests'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/index.ts'
import { NOTHING_YET } from './choices.ts'
import { Comparison } from './comparison.tsx'
import { OneAnswer } from './one-answer.tsx'

/** Afterwards: everyone has been told, and what each of them was told. */
export function Told({
  interests,
  publicLink,
}: {
  interests: readonly Interest[]
  publicLink: ReactNode
}) {
  const { t } = useTranslation('cohorts')
  const chosen = interests.filter((i) => i.decision?.outcome === 'chosen').length
  return (
    <>
      <Notice kind="success" heading={t('told.title')}>
        <p className="govuk-body">
          {t(chosen > 0 ? 'told.text' : 'told.none', { count: interests.length, chosen })}
        </p>
        {publicLink}
      </Notice>
      <Comparison interests={interests} choices={NOTHING_YET} />
      <h2 className="govuk-heading-l">{t('told.answers')}</h2>
      <ul className="hcw-notices">
        {interests.map((interest) => (
          <OneAnswer key={interest.id} interest={interest}>
            {interest.decision ? (
              <p className="govuk-body">
                <strong>{t(`outcomes.${interest.decision.outcome}`)}</strong>
                <br />
                {interest.decision.reason}
              </p>
            ) : null}
          </OneAnswer>
        ))}
      </ul>
    </>
  )
}
