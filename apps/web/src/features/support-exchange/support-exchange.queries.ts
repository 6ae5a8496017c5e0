import { supportExchangeContract as contract } from '@howcanwe/shared/support-exchange'
import { useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'

export const roomQuery = (placeId: string) => queryFor(contract.room, { query: { placeId } })
export const fittingQuery = (askId: string) => queryFor(contract.fitting, { params: { askId } })

/** Everything one can press here; afterwards the room is read again. */
export function useSupport() {
  const call = useCall()
  const client = useQueryClient()
  const again = async () => {
    await client.invalidateQueries({ queryKey: keyOf(contract.room) })
    await client.invalidateQueries({ queryKey: keyOf(contract.fitting) })
  }
  const then = async (work: Promise<unknown>) => {
    await work
    await again()
  }
  const body = {}
  return {
    askThem: (askId: string, offerId: string) =>
      then(call(contract.askThem, { params: { askId }, body: { offerId } })),
    answer: (requestId: string, answer: 'yes' | 'no') =>
      then(call(contract.answer, { params: { requestId }, body: { answer } })),
    given: (askId: string) => then(call(contract.given, { params: { askId }, body })),
    thank: (askId: string, thanks: string) =>
      then(call(contract.thank, { params: { askId }, body: { thanks } })),
    takeBack: (what: 'ask' | 'offer', id: string) =>
      then(
        what === 'ask'
          ? call(contract.takeBackAsk, { params: { askId: id }, body })
          : call(contract.takeBackOffer, { params: { offerId: id }, body }),
      ),
    again,
  }
}
