import type { ReactNode } from 'react'

export interface TagProps {
  tone?: 'plain' | 'pine' | 'caution' | 'error' | 'quiet'
  children: ReactNode
}

/** The state of a thing in one or two words. */
export function Tag({ tone = 'plain', children }: TagProps) {
  return <strong className={`hcw-tag hcw-tag--${tone}`}>{children}</strong>
}
