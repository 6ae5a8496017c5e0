import type { ComponentProps, ReactNode } from 'react'

export type DetailsProps = Omit<ComponentProps<'details'>, 'className' | 'summary'> & {
  summary: ReactNode
  children: ReactNode
}

/** More for whoever wants it, closed at first. */
export function Details({ summary, children, ...rest }: DetailsProps) {
  return (
    <details {...rest} className="hcw-details">
      <summary className="hcw-details__summary">
        <span>{summary}</span>
      </summary>
      <div className="hcw-details__text">{children}</div>
    </details>
  )
}
