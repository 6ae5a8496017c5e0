import type { ComponentProps } from 'react'
import { type To, useHref, useLinkClickHandler, useLocation } from 'react-router'

export type LinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  /** An address of this site; for other sites write a plain `<a>`. */
  to: To
  replace?: boolean
  state?: unknown
}

/**
 * A link to a page of this site. The router's own carries prefetching for its framework mode, which is 2 kB of
 * the first view that we never use; it has the same props otherwise.
 */
export function Link({ to, replace, state, onClick, ...rest }: LinkProps) {
  const href = useHref(to)
  const go = useLinkClickHandler<HTMLAnchorElement>(to, { replace, state, target: rest.target })
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event)
        if (!event.defaultPrevented) go(event)
      }}
    />
  )
}

/** A link that knows when it leads here: `aria-current="page"`, also below its address unless `end`. */
export function NavLink({ end = false, ...rest }: LinkProps & { end?: boolean }) {
  const { pathname } = useLocation()
  const href = useHref(rest.to)
  const here = pathname === href || (!end && href !== '/' && pathname.startsWith(`${href}/`))
  return <Link {...rest} aria-current={here ? 'page' : undefined} />
}
