import { useTranslation } from 'react-i18next'
import type { Matches } from './matching.queries.ts'

/** Weights, what never counts, and the lot: enough for anybody to repeat the order. */
export function Weights({ weights, seed }: Pick<Matches, 'weights' | 'seed'>) {
  const { t } = useTranslation('matching')
  return (
    <>
      <p className="govuk-body">{t('how.text')}</p>
      <dl className="hcw-weights">
        {weights.map(({ part, weight }) => (
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
        <span className="hcw-match__seed">{seed.slice(0, 16)}…</span>
      </p>
    </>
  )
}
