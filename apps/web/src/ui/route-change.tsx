import { useEffect, useRef, useState } from 'react'
import { useLocation, useNavigationType } from 'react-router'

const WAIT_MS = 10_000

/** Calls back with the page's `h1` now, or when its data has arrived. Returns how to stop waiting. */
function whenHeading(found: (h1: HTMLElement) => void): () => void {
  const look = () => document.querySelector<HTMLElement>('main h1')
  const here = look()
  if (here) {
    found(here)
    return () => {}
  }
  const stop = () => {
    observer.disconnect()
    clearTimeout(timer)
  }
  const observer = new MutationObserver(() => {
    const h1 = look()
    if (!h1) return
    stop()
    found(h1)
  })
  observer.observe(document.body, { childList: true, subtree: true })
  const timer = setTimeout(stop, WAIT_MS)
  return stop
}

/**
 * What a browser does by itself when a page is loaded, for pages that only change: goes to the top, puts
 * focus on the `h1` and says the new title. Nothing on the first page, nor when only the query changes.
 */
export function RouteChange() {
  const { pathname } = useLocation()
  const how = useNavigationType()
  const seen = useRef(pathname)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (seen.current === pathname) return
    seen.current = pathname
    if (how !== 'POP') window.scrollTo(0, 0)
    const cameFrom = document.activeElement
    return whenHeading((h1) => {
      if (document.activeElement !== cameFrom && document.activeElement !== document.body) return
      h1.tabIndex = -1
      h1.focus({ preventScroll: true })
      setSaid(document.title)
    })
  }, [pathname, how])
  return (
    <div className="govuk-visually-hidden" aria-live="polite" aria-atomic="true">
      {said}
    </div>
  )
}
