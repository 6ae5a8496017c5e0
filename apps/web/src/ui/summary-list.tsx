import type { ReactNode } from 'react'

export interface SummaryRow {
  key: string
  label: ReactNode
  value: ReactNode
  /** A link such as 'Change', with hidden words that say what it changes. */
  action?: ReactNode
}

/** Answers given back: question on the left, answer beside it, a way to change it. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const hasActions = rows.some((row) => row.action)
  return (
    <dl className="govuk-summary-list">
      {rows.map((row) => (
        <div
          key={row.key}
          className={`govuk-summary-list__row${hasActions && !row.action ? ' govuk-summary-list__row--no-actions' : ''}`}
        >
          <dt className="govuk-summary-list__key">{row.label}</dt>
          <dd className="govuk-summary-list__value">{row.value}</dd>
          {row.action ? <dd className="govuk-summary-list__actions">{row.action}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
