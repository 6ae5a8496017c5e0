import type { ReactNode } from 'react'

export interface EmptyStateProps {
  /** One sentence: what would be here. */
  children: ReactNode
  /** One thing to do about it: a link or a button. */
  action?: ReactNode
}

/** Nothing here yet: one sentence and one action. */
export function EmptyState({ children, action }: EmptyStateProps) {
  return (
    <div className="hcw-empty">
      <p className="govuk-body">{children}</p>
      {action}
    </div>
  )
}
