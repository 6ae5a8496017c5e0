import type { CallArgs } from '@howcanwe/shared/http'
import {
  type Capacity,
  organisationsContract as contract,
  type Organisation,
} from '@howcanwe/shared/organisations'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, pagesFor, queryFor, useApi, useCall } from '../../lib/api.ts'
import { isProblem } from '../../lib/errors.ts'
import { sessionQuery, useSession } from '../../lib/session.ts'

export type Registration = CallArgs<typeof contract.register>['body']
export type Change = CallArgs<typeof contract.change>['body']

/** Fewer letters resemble everything. */
const SHORTEST = 3

export const organisationQuery = (organisationId: string) =>
  queryFor(contract.read, { params: { organisationId } })

export const capacityQuery = (organisationId: string) =>
  queryFor(contract.capacity, { params: { organisationId } })

export const organisationsQuery = (placeId: string, q: string) =>
  pagesFor(contract.list, { query: { placeId, ...(q ? { q } : {}) } })

/** The organisations somebody speaks for in a place. */
export function useOwnOrganisations(placeId: string | undefined) {
  const { me } = useSession()
  return (me?.organisations ?? []).filter((o) => o.placeId === placeId)
}

/** Entries of the charity register that resemble what was typed; the form does not wait for them. */
export const useCandidates = (placeId: string, q: string) =>
  useQuery({
    ...queryFor(contract.candidates, { query: { placeId, q } }),
    enabled: q.length >= SHORTEST,
    staleTime: 300_000,
    retry: false,
  }).data?.items ?? []

const sameName = (a: string, b: string) =>
  a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase()

/**
 * Registers, then reads again who I am. When an answer was lost on a bad connection the second try finds the name
 * taken: if it is taken by us, it is done.
 */
export function useRegister() {
  const call = useCall()
  const api = useApi()
  const client = useQueryClient()
  return async (body: Registration): Promise<Organisation> => {
    const meAgain = async () => {
      await client.invalidateQueries({ queryKey: sessionQuery(api).queryKey, refetchType: 'none' })
      return client.fetchQuery({ ...sessionQuery(api), staleTime: 0 })
    }
    try {
      const organisation = await call(contract.register, { body })
      await meAgain()
      return organisation
    } catch (error) {
      if (!isProblem(error, 'organisations.name_taken')) throw error
      const own = (await meAgain())?.organisations.find(
        (o) => o.placeId === body.placeId && sameName(o.name, body.name),
      )
      if (!own) throw error
      return call(contract.read, { params: { organisationId: own.id } })
    }
  }
}

/** Sends a change under the version that was read, and keeps what came back. */
export function useChange(organisation: Organisation) {
  const call = useCall()
  const client = useQueryClient()
  const { id: organisationId, version } = organisation
  return async (body: Change): Promise<void> => {
    const changed = await call(
      contract.change,
      { params: { organisationId }, body },
      { ifMatch: version },
    )
    client.setQueryData(organisationQuery(organisationId).queryKey, changed)
    await client.invalidateQueries({ queryKey: ['session'] })
  }
}

/** A broker says they looked. */
export function useCheck() {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (organisationId: string) =>
      call(contract.check, { params: { organisationId }, body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(contract.list) }),
  })
}

/** One tap: what was read is still so. Reads it again where a colleague said something else in the meantime. */
export function useConfirmCapacity(capacity: Capacity) {
  const call = useCall()
  const client = useQueryClient()
  const { organisationId, version } = capacity
  return useMutation({
    mutationFn: () =>
      call(
        contract.confirmCapacity,
        { params: { organisationId }, body: {} },
        { ifMatch: version },
      ),
    onSuccess: (now) => {
      client.setQueryData(capacityQuery(organisationId).queryKey, now)
      return client.invalidateQueries({ queryKey: organisationQuery(organisationId).queryKey })
    },
    onError: () => client.invalidateQueries({ queryKey: capacityQuery(organisationId).queryKey }),
  })
}
