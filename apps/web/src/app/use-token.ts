import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'

/**
 * What stands behind the # of a link, taken out of the address at once, so that it is in no history and no screenshot.
 *
 * @returns undefined until it was looked for; empty where there is none
 */
export function useToken(cleanAddress: string): string | undefined {
  const { hash } = useLocation()
  const navigate = useNavigate()
  const [token, setToken] = useState<string>()
  useEffect(() => {
    setToken((known) => known || hash.slice(1))
    if (hash) void navigate(cleanAddress, { replace: true })
  }, [hash, navigate, cleanAddress])
  return token
}
