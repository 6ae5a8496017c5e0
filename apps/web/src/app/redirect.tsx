import { Navigate } from 'react-router'
import { Loading } from '../ui/index.ts'

/** Sends on to another address. The bars stay until that page is here; a redirect alone leaves an empty one. */
export function Redirect({ to }: { to: string }) {
  return (
    <>
      <Loading />
      <Navigate to={to} replace />
    </>
  )
}
