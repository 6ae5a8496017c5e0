import type { ReactNode } from 'react'
import { useUiWords } from './words.tsx'

export interface PageHeadingProps {
  /** The page's one `h1`, and the start of the window's title. */
  title: string
  /** One line above: what kind of page this is. */
  caption?: ReactNode
  /** 'xl' for a question pinned up large, 'l' for working pages. */
  size?: 'l' | 'xl'
  /** Put before the window's title, for example 'Error: ' while a form is refused. */
  titlePrefix?: string
  /** BCP 47 language of the title where it is not the page's. */
  lang?: string
  /** A sentence under it, larger than the text. */
  lead?: ReactNode
  /** The words every title of this kind opens with; drawn in the brand's colour where the title has them. */
  opening?: string
}

/** A title with its opening words apart. Used for titles in lists too. */
export function Opened({ title, opening }: { title: string; opening?: string }) {
  if (!opening || !title.toLocaleLowerCase().startsWith(opening.toLocaleLowerCase())) return title
  return (
    <>
      <span className="hcw-opening">{title.slice(0, opening.length)}</span>
      {title.slice(opening.length)}
    </>
  )
}

/** The one `h1`; it takes focus when people arrive from another page. */
export function PageHeading({
  title,
  caption,
  size = 'l',
  titlePrefix = '',
  lang,
  lead,
  opening,
}: PageHeadingProps) {
  const { siteName } = useUiWords()
  return (
    <div className="hcw-heading">
      <title>{`${titlePrefix}${title} – ${siteName}`}</title>
      {caption ? <p className="hcw-heading__caption">{caption}</p> : null}
      <h1 className={`govuk-heading-${size}`} tabIndex={-1} lang={lang}>
        <Opened title={title} opening={opening} />
      </h1>
      {lead ? <p className="hcw-lead">{lead}</p> : null}
    </div>
  )
}
