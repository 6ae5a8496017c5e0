import { useEffect, useState } from 'react'

/** Where a poster leads, in full and as people copy it; empty until the page is in a browser. */
export function useJoinAddress(path: string): { full: string; short: string } {
  const [origin, setOrigin] = useState('')
  useEffect(() => setOrigin(window.location.origin), [])
  return {
    full: origin && origin + path,
    short: origin && origin.replace(/^https?:\/\//, '') + path,
  }
}
