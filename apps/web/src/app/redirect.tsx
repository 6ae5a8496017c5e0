import { Navigate, useLocation } from 'react-router'
import { Loading } from '../ui/index.ts'

/**
 * Sends on to another address. The bars stay until that page is here; a redirect alone leaves an empty one.
 * Whoever is sent here twice, while the other page still loads, is sent on twice.
 */
export function Redirect({ to }: { to: string }) {
  const { key } = useLocation()
  return (
    <>
      <Loading />
      <Navigate key={key} to={to} replace />
    </>
  )
}
