import type { MouseEvent, ReactNode } from 'react'
import { useHref, useNavigate } from 'react-router'

/** A link inside a picture; like any other link, it can be opened in a tab of its own. */
export function SvgLink({
  to,
  label,
  className,
  children,
}: {
  to: string
  label: string
  className?: string
  children: ReactNode
}) {
  const href = useHref(to)
  const navigate = useNavigate()
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0)
      return
    event.preventDefault()
    void navigate(to)
  }
  return (
    <a href={href} aria-label={label} className={className} onClick={go}>
      {children}
    </a>
  )
}
