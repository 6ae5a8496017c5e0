import type { ReactNode } from 'react'

export interface ColumnsProps {
  children: ReactNode
  /** Who to ask, dates and effort; beside the text from 48em, under it before. */
  aside?: ReactNode
  /** Names the side column. */
  asideLabel?: string
}

/** The text, 66 characters wide, and a side column where there is room. */
export function Columns({ children, aside, asideLabel }: ColumnsProps) {
  return (
    <div className="hcw-columns">
      <div className="hcw-columns__main">{children}</div>
      {aside ? (
        <aside className="hcw-columns__aside" aria-label={asideLabel}>
          {aside}
        </aside>
      ) : null}
    </div>
  )
}

/** A short block with a rule above it, for the side column. `level` keeps the headings in order. */
export function SideNote({
  title,
  children,
  level = 2,
  isAtFoot = false,
}: {
  title: ReactNode
  children: ReactNode
  level?: 2 | 3
  /** The foot of every page says the same: left out where it would stand right above it. */
  isAtFoot?: boolean
}) {
  const Heading = `h${level}` as const
  return (
    <section className={`hcw-side-note${isAtFoot ? ' hcw-side-note--at-foot' : ''}`}>
      <Heading className="hcw-side-note__title">{title}</Heading>
      {children}
    </section>
  )
}
