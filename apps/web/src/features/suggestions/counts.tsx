import type { Suggestion, SuggestionCounts, SuggestionState } from '@howcanwe/shared/suggestions'
import { useTranslation } from 'react-i18next'
import { Link } from '../../ui/index.ts'
import { sectionOf } from './said.rules.ts'
import './suggestions.scss'

const STATES = {
  done: ['done'],
  partly: ['partly'],
  'not-doing': ['not-doing'],
  doing: ['doing'],
  open: ['said', 'acknowledged'],
} as const satisfies Record<string, readonly SuggestionState[]>
const SHOWN = ['done', 'partly', 'not-doing', 'doing', 'open'] as const

export interface CountsProps {
  counts: SuggestionCounts
  items: readonly Suggestion[]
}

/** How many were said and what became of them, the first read of the page; each count leads to its part. */
export function Counts({ counts, items }: CountsProps) {
  const shown = SHOWN.filter((key) => counts[key] > 0)
  return (
    <dl className="hcw-tally">
      <Count name="all" count={counts.all} />
      {shown.map((key) => (
        <Count key={key} name={key} count={counts[key]} to={sectionOf(items, STATES[key])} />
      ))}
      {counts.late > 0 ? <Count name="late" count={counts.late} to="late" /> : null}
    </dl>
  )
}

interface CountProps {
  name: keyof SuggestionCounts
  count: number
  to?: string | undefined
}

function Count({ name, count, to }: CountProps) {
  const { t } = useTranslation('suggestions')
  const label = t(`counts.${name}`)
  return (
    <div className={`hcw-tally__one hcw-tally__one--${name}`}>
      <dt>
        {to ? (
          <Link className="govuk-link" to={`#section-${to}`}>
            {label}
          </Link>
        ) : (
          label
        )}
      </dt>
      <dd>{count}</dd>
    </div>
  )
}
