import type { ReactNode } from 'react'
import { type Fact, Facts } from './facts.tsx'

export interface SheetProps {
  /** Usually `<PageHeading size="xl" …/>` and a sentence. */
  children: ReactNode
  /** Along the foot of the sheet. */
  facts?: readonly Fact[]
}

/** The head of a notice: a sheet of paper with a pin, its question large, its figures along the foot. */
export function Sheet({ children, facts }: SheetProps) {
  return (
    <div className="hcw-sheet">
      <div className="hcw-sheet__text">{children}</div>
      {facts && facts.length > 0 ? <Facts facts={facts} /> : null}
    </div>
  )
}
