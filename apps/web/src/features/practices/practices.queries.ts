import type { Theme } from '@howcanwe/shared/places'
import { practicesContract as contract, type Practice } from '@howcanwe/shared/practices'
import { useQueryClient } from '@tanstack/react-query'
import { keyOf, pagesFor, queryFor, useCall } from '../../lib/api.ts'

/** What already works in a place, as many pages as were asked for. */
export const practicesQuery = (placeId: string, theme: Theme | undefined) =>
  pagesFor(contract.list, { query: { placeId, ...(theme ? { theme } : {}) } })
export const practiceQuery = (cardId: string) => queryFor(contract.read, { params: { cardId } })
export const oursQuery = (organisationId: string) =>
  queryFor(contract.ours, { params: { organisationId } })

/** What its own people can do with a card; their list is read again afterwards. */
export function usePractices(organisationId: string) {
  const call = useCall()
  const client = useQueryClient()
  const kept = async (work: Promise<Practice>) => {
    const card = await work
    client.setQueryData(practiceQuery(card.id).queryKey, card)
    await client.invalidateQueries({
      queryKey: keyOf(contract.ours, { params: { organisationId } }),
    })
  }
  return {
    publish: (cardId: string) => kept(call(contract.publish, { params: { cardId }, body: {} })),
    retire: (cardId: string, reason: string) =>
      kept(call(contract.retire, { params: { cardId }, body: { reason } })),
    kept,
  }
}

/** Says "we use this too" for one of the reader's organisations, or takes it back; card and lists are read again. */
export function useAdoption(cardId: string) {
  const call = useCall()
  const client = useQueryClient()
  return async (organisationId: string, uses: boolean) => {
    const params = { cardId, organisationId }
    const card = uses
      ? await call(contract.adopt, { params, body: {} })
      : await call(contract.unadopt, { params })
    client.setQueryData(practiceQuery(cardId).queryKey, card)
    await client.invalidateQueries({ queryKey: keyOf(contract.list) })
  }
}
