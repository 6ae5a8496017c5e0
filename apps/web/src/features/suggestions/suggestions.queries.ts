import type { CallArgs } from '@howcanwe/shared/http'
import { suggestionsContract as contract, type GroupStep } from '@howcanwe/shared/suggestions'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'

export const useYouSaid = (groupId: string) =>
  useQuery(queryFor(contract.published, { params: { groupId } }))

export const useInside = (groupId: string) =>
  useQuery({ ...queryFor(contract.list, { params: { groupId } }), retry: false })

/** Whether homework is marked at this session. */
export const useMarksAt = (params: { groupId: string; sessionId: string }) =>
  useQuery({ ...queryFor(contract.marksAt, { params }), retry: false })

export const useInfluence = (groupId: string) =>
  useQuery({ ...queryFor(contract.influence, { params: { groupId } }), retry: false })

export const useOwed = (placeId: string) =>
  useQuery(queryFor(contract.owed, { params: { placeId } }))

type Say = CallArgs<typeof contract.say>['body']
type TypeIn = CallArgs<typeof contract.typeIn>['body']
type Acknowledge = CallArgs<typeof contract.acknowledge>['body']
type Answer = CallArgs<typeof contract.answer>['body']
type TypeHomework = CallArgs<typeof contract.typeHomework>['body']
type Announce = CallArgs<typeof contract.announceHomework>['body']
type Mark = CallArgs<typeof contract.mark>['body']['mark']
type Rung = CallArgs<typeof contract.rate>['body']['rung']
type NamedAs = CallArgs<typeof contract.nameAs>['body']['namedAs']

/** Everything one can do with what was said; afterwards what is shown of it is asked anew. */
export function useSuggestions() {
  const call = useCall()
  const client = useQueryClient()
  const then = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work
    const shown = [contract.list, contract.published, contract.owed, contract.influence]
    await Promise.all(shown.map((route) => client.invalidateQueries({ queryKey: keyOf(route) })))
    return done
  }
  const of = (groupId: string) => ({ params: { groupId } })
  const one = (suggestionId: string) => ({ params: { suggestionId } })
  return {
    say: (groupId: string, body: Say) => then(call(contract.say, { ...of(groupId), body })),
    typeIn: (groupId: string, body: TypeIn) =>
      then(call(contract.typeIn, { ...of(groupId), body })),
    nameAs: (id: string, namedAs: NamedAs) =>
      then(call(contract.nameAs, { ...one(id), body: { namedAs } })),
    acknowledge: (id: string, body: Acknowledge) =>
      then(call(contract.acknowledge, { ...one(id), body })),
    answer: (id: string, body: Answer) => then(call(contract.answer, { ...one(id), body })),
    mark: (id: string, mark: Mark) => then(call(contract.mark, { ...one(id), body: { mark } })),
    rate: (groupId: string, rung: Rung) =>
      then(call(contract.rate, { ...of(groupId), body: { rung } })),
    typeHomework: (groupId: string, body: TypeHomework) =>
      then(call(contract.typeHomework, { ...of(groupId), body })),
    announce: (groupId: string, body: Announce) =>
      then(call(contract.announceHomework, { ...of(groupId), body })),
    moveOn: (groupId: string, to: GroupStep) =>
      then(call(contract.moveOn, { ...of(groupId), body: { to } })),
    share: (groupId: string) =>
      then(call(contract.shareInfluence, { ...of(groupId), body: { groupAgreed: true } })),
  }
}
