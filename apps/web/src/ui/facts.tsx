import type { ReactNode } from 'react'

export interface Fact {
  key: string
  label: ReactNode
  value: ReactNode
}

/**
 * The few figures that decide whether to read on, side by side between two rules: closes, minutes, money.
 *
 * `size` 'l' for the top of a page, 's' under a title in a list.
 */
export function Facts({ facts, size = 'l' }: { facts: readonly Fact[]; size?: 's' | 'l' }) {
  return (
    <dl className={`hcw-facts hcw-facts--${size}`}>
      {facts.map((fact) => (
        <div key={fact.key} className="hcw-facts__fact">
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
