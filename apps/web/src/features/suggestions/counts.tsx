import type { SuggestionCounts } from '@howcanwe/shared/suggestions'
import { useTranslation } from 'react-i18next'
import './suggestions.scss'

const SHOWN = ['all', 'done', 'partly', 'not-doing', 'doing', 'open'] as const

/** How many were said and what became of them, the first read of the page. */
export function Counts({ counts }: { counts: SuggestionCounts }) {
  const { t } = useTranslation('suggestions')
  const shown = SHOWN.filter((key) => key === 'all' || counts[key] > 0)
  return (
    <dl className="hcw-tally">
      {shown.map((key) => (
        <div key={key} className={`hcw-tally__one hcw-tally__one--${key}`}>
          <dt>{t(`counts.${key}`)}</dt>
          <dd>{counts[key]}</dd>
        </div>
      ))}
      {counts.late > 0 ? (
        <div className="hcw-tally__one hcw-tally__one--late">
          <dt>{t('counts.late')}</dt>
          <dd>{counts.late}</dd>
        </div>
      ) : null}
    </dl>
  )
}
