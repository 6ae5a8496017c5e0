import {
  organisationsContract as contract,
  type Organisation,
} from '@howcanwe/shared/organisations'
import { useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'
import { organisationQuery } from './organisations.queries.ts'

export const hoursQuery = (organisationId: string) =>
  queryFor(contract.hours, { params: { organisationId } })

export const stretchedQuery = (placeId: string) =>
  queryFor(contract.stretched, { query: { placeId } })

/** Rests until a day, or is back; whatever shows the organisation or its hours is read again. */
export function usePause(organisationId: string) {
  const call = useCall()
  const client = useQueryClient()
  const params = { organisationId }
  const kept = async (now: Organisation) => {
    client.setQueryData(organisationQuery(organisationId).queryKey, now)
    await client.invalidateQueries({ queryKey: keyOf(contract.hours, { params }) })
  }
  return {
    pause: async (until: string) => kept(await call(contract.pause, { params, body: { until } })),
    resume: async () => kept(await call(contract.resume, { params, body: {} })),
  }
}
