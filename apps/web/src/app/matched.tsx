import { matchPath, UNSAFE_RouteContext as RouteContext, useLocation } from 'react-router'
import { type LazyPage, Page } from './page.tsx'

export type Pages = readonly (readonly [path: string, page: LazyPage])[]

const gaps = (path: string): number => path.split(':').length

/** '/groups/leave' before '/groups/:groupId', wherever they stand in the list. */
export const mostExactFirst = (pages: Pages): Pages =>
  [...pages].sort(([one], [other]) => gaps(one) - gaps(other))

export interface MatchedProps {
  /** From `mostExactFirst`; the first that fits is drawn. */
  pages: Pages
  otherwise: LazyPage
}

/**
 * The page of the current address. Our pages do not nest, so the router's own `Routes` (ranking, nested outlets,
 * error elements, data and server modes: 3 kB of the first view) is not needed; its context is, for `useParams`.
 */
export function Matched({ pages, otherwise }: MatchedProps) {
  const { pathname } = useLocation()
  for (const [path, one] of pages) {
    const match = matchPath(path, pathname)
    if (match) {
      const matches = [{ ...match, route: { path } }]
      return (
        <RouteContext value={{ outlet: null, matches, isDataRoute: false }}>
          <Page key={path} of={one} />
        </RouteContext>
      )
    }
  }
  return <Page of={otherwise} />
}
