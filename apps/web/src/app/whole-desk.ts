import { useSession } from '../lib/session.ts'
import { usePlace } from './place.ts'

/** Whether somebody brokers all of this place, not one challenge of it. A courtesy: the service decides. */
export function useBrokersAll(): boolean {
  const { me } = useSession()
  const place = usePlace()
  return me?.roles.some((one) => one.placeId === place?.id && one.role === 'broker') ?? false
}
