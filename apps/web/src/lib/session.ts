import type { Me, Role } from '@howcanwe/shared/identity'
import {
  type QueryClient,
  queryOptions,
  skipToken,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { type Api, apiOf, type Renewed, useApi } from './api.ts'
import { dropAllDrafts } from './drafts.ts'
import { markSession, unmarkSession } from './session-cookie.ts'

/** Visitors never need it, so it is not part of the first view. */
const identity = async () => (await import('@howcanwe/shared/identity')).identityContract

const KEY = ['session'] as const
const ACTING = ['acting'] as const
/** What was read of the service, as whoever this tab is. */
export const isRead = ({ queryKey }: { queryKey: readonly unknown[] }): boolean =>
  queryKey[0] !== KEY[0] && queryKey[0] !== ACTING[0]
const FRESH_MS = 5 * 60_000

/** Who I am, or null for a visitor. Asks the server only on devices that have signed in before. */
export const sessionQuery = (api: Api) =>
  queryOptions({
    queryKey: KEY,
    queryFn: async (): Promise<Me | null> =>
      (await api.renew()) ? api.call((await identity()).me) : null,
    initialData: api.hadSession ? undefined : null,
    staleTime: FRESH_MS,
  })

export interface Session {
  status: 'loading' | 'visitor' | 'signed-in'
  me: Me | null
}

/** Sign-in state of this tab. */
export function useSession(): Session {
  const { data, isPending } = useQuery(sessionQuery(useApi()))
  if (isPending) return { status: 'loading', me: null }
  return data ? { status: 'signed-in', me: data } : { status: 'visitor', me: null }
}

/** The roles someone holds in a place, over all of it or one thing in it; belonging to an organisation makes a member. */
export function rolesIn(me: Me | null, placeId: string | undefined): readonly Role[] {
  if (!me || !placeId) return []
  const held = [...me.roles, ...(me.scoped ?? [])].filter((one) => one.placeId === placeId)
  const granted = [...new Set(held.map((one) => one.role))]
  const belongs = me.organisations.some((one) => one.placeId === placeId)
  return belongs && !granted.includes('member') ? [...granted, 'member'] : granted
}

/** The person somebody does things for just now: kept in this tab's memory and nowhere else. */
export interface Acting {
  id: string
  name: string
}

export const useActing = (): Acting | null =>
  useQuery({ queryKey: ACTING, queryFn: skipToken, initialData: null as Acting | null }).data ??
  null

/** Asks everything for this person from now on, or for oneself again; says nothing to the server yet. */
export const actFor = (client: QueryClient, person: Acting | null): void => {
  apiOf(client).actFor(person?.id ?? null)
  client.setQueryData(ACTING, person)
}

/** Called when the server says the session is over. */
export const endSession = (client: QueryClient): void => {
  actFor(client, null)
  unmarkSession()
  client.setQueryData(KEY, null)
}

/** Takes a new session in: token to memory, mark on the device, everything read again as this person. */
export function useAcceptSession(): (session: Renewed) => Promise<void> {
  const client = useQueryClient()
  return async (session) => {
    const api = apiOf(client)
    actFor(client, null)
    api.accept(session)
    markSession(session.sharedComputer)
    client.setQueryData(KEY, await api.call((await identity()).me))
    await client.invalidateQueries({ predicate: isRead })
  }
}

/** Ends the session here: server, memory, device copies and everything read so far. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    const api = apiOf(client)
    actFor(client, null)
    await identity()
      .then(({ signOut }) => api.call(signOut, { body: {} }))
      .catch(() => undefined)
    api.forget()
    dropAllDrafts()
    endSession(client)
    client.removeQueries({ predicate: isRead })
  }
}
