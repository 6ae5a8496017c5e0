import type { MouseEvent } from 'react'

/** First thing in the page: past the header to `#main`. */
export function SkipLink({ children }: { children: string }) {
  const skip = (event: MouseEvent<HTMLAnchorElement>) => {
    const main = document.getElementById('main')
    if (!main) return
    event.preventDefault()
    main.focus()
  }
  return (
    // biome-ignore lint/a11y/useValidAnchor: a real link to a place in this page
    <a href="#main" className="govuk-skip-link" onClick={skip}>
      {children}
    </a>
  )
}
