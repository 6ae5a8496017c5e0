import { useSession } from '../../lib/session.ts'
import { Loading } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { type Persona, usePersona, usePlace } from '../place.ts'
import { Redirect } from '../redirect.tsx'

const FIRST: Record<Persona, string> = {
  visitor: paths.home(),
  resident: paths.home(),
  'small-charity': paths.today(),
  facilitator: paths.myGroups(),
  commissioner: paths.desk(),
  steward: paths.roles(),
  clerk: paths.payDesk(),
  broker: paths.desk(),
}

/** After signing in, everyone starts where their work is. */
export function WelcomePage() {
  const persona = usePersona()
  const place = usePlace()
  const { status } = useSession()
  if (!place || status === 'loading') return <Loading />
  return <Redirect to={FIRST[persona]} />
}
