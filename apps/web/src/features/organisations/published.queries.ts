import { organisationsContract as contract } from '@howcanwe/shared/organisations'
import { useQueryClient } from '@tanstack/react-query'
import { queryFor, useCall } from '../../lib/api.ts'

export const fundingQuery = (organisationId: string) =>
  queryFor(contract.funding, { params: { organisationId } })
export const ownServicesQuery = (organisationId: string) =>
  queryFor(contract.services, { params: { organisationId } })

/** "This is not us", or it is after all; what is shown is what came back. */
export function useNotOurs(organisationId: string) {
  const call = useCall()
  const client = useQueryClient()
  return {
    service: async (serviceId: string, ours: boolean) => {
      const params = { organisationId, serviceId }
      const now = await call(contract.sayOfService, { params, body: { ours } })
      client.setQueryData(ownServicesQuery(organisationId).queryKey, now)
    },
    grant: async (grantId: string, ours: boolean) => {
      const params = { organisationId, grantId }
      const now = await call(contract.sayOfFunding, { params, body: { ours } })
      client.setQueryData(fundingQuery(organisationId).queryKey, now)
    },
  }
}
