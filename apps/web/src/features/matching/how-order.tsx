import type { Result } from '@howcanwe/shared/http'
import type { matchingContract } from '@howcanwe/shared/matching'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'

type Matches = Result<typeof matchingContract.forChallenge>

/** The size balance in numbers (FR-04). */
export function OrderBalance({ matches }: { matches: Matches }) {
  const { t } = useTranslation('matching')
  const { number } = useFormats()
  const { all, small } = matches.eligible
  const moved = matches.items.filter((m) => m.movedUp > 0).length
  return (
    <p className="govuk-body">
      {t('balance.order', {
        small: number(small),
        all: number(all),
        share: percent(small, all),
      })}{' '}
      {moved === 0 ? t('balance.movedNone') : t('balance.moved', { count: moved })}
    </p>
  )
}

/** '67%'; nothing out of nothing is nothing. */
const percent = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.round((100 * part) / whole)}%`

/** Weights, what never counts, and the lot: enough for anybody to repeat the order. */
export function HowOrder({ matches }: { matches: Matches }) {
  const { t } = useTranslation('matching')
  return (
    <>
      <p className="govuk-body">{t('how.text')}</p>
      <dl className="hcw-weights">
        {matches.weights.map(({ part, weight }) => (
          <div key={part}>
            <dt>{t(`parts.${part}`)}</dt>
            <dd>{weight}</dd>
          </div>
        ))}
      </dl>
      <p className="govuk-body">{t('how.unknown')}</p>
      <p className="govuk-body">
        <strong>{t('how.never')}</strong>
      </p>
      <p className="govuk-body">
        {t('how.tie')} {t('how.seed')}:{' '}
        <span className="hcw-match__seed">{matches.seed.slice(0, 16)}…</span>
      </p>
    </>
  )
}
