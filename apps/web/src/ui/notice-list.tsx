import type { ReactNode } from 'react'
import type { To } from 'react-router'
import { Link } from './link.tsx'

export interface NoticeListItemProps {
  /** Where the title leads; left out, it is not a link. */
  to?: To
  title: ReactNode
  /** One line above the title, for example sector mark and area. */
  caption?: ReactNode
  /** Under the title: usually `<Facts size="s" …/>` and one sentence. */
  children?: ReactNode
  /** Level of the title, so that headings never skip. */
  level?: 2 | 3
  /** BCP 47 language of the title where it is not the page's. */
  lang?: string
}

/** Things pinned up under one another, each with its question large. Holds `NoticeListItem`s. */
export function NoticeList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className="hcw-notices" aria-label={label}>
      {children}
    </ul>
  )
}

/** One pinned notice: the title is the link. */
export function NoticeListItem({
  to,
  title,
  caption,
  children,
  level = 2,
  lang,
}: NoticeListItemProps) {
  const Heading = `h${level}` as const
  return (
    <li className="hcw-notices__item">
      {caption ? <div className="hcw-notices__caption">{caption}</div> : null}
      <Heading className="hcw-notices__title" lang={lang}>
        {to === undefined ? (
          title
        ) : (
          <Link to={to} className="govuk-link">
            {title}
          </Link>
        )}
      </Heading>
      {children}
    </li>
  )
}
