import { chartersContract } from '@howcanwe/shared/charters'
import type { CallArgs } from '@howcanwe/shared/http'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'

export const useCharter = (groupId: string) =>
  useQuery(queryFor(chartersContract.read, { params: { groupId } }))

export const useOpenCharter = (groupId: string) =>
  useQuery({ ...queryFor(chartersContract.open, { params: { groupId } }), retry: false })

export type Words = CallArgs<typeof chartersContract.write>['body']
export type CharterAnswer = CallArgs<typeof chartersContract.answer>['body']

/** Everything one can do to a charter; afterwards, also where it was refused, what is shown of it is asked anew. */
function useAct<In>(act: (input: In) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keyOf(chartersContract.open) }),
        client.invalidateQueries({ queryKey: keyOf(chartersContract.read) }),
      ]),
  })
}

export function useWriteCharter(groupId: string) {
  const call = useCall()
  return useAct((body: Words) => call(chartersContract.write, { params: { groupId }, body }))
}

export function useAskCharter(groupId: string) {
  const call = useCall()
  return useAct(() => call(chartersContract.ask, { params: { groupId }, body: {} }))
}

/** @param version the wording on the page, as it was when it was pressed */
export function useAnswerCharter(groupId: string, version: number) {
  const call = useCall()
  return useAct((said: CharterAnswer) =>
    call(chartersContract.answer, { params: { groupId }, body: { ...said, version } }),
  )
}

export function useTypeAnswer(groupId: string) {
  const call = useCall()
  return useAct(({ memberId, ...said }: CharterAnswer & { memberId: string }) =>
    call(chartersContract.typeAnswer, {
      params: { groupId, memberId },
      body: { ...said, readBack: true },
    }),
  )
}

export function useSettleCharter(groupId: string) {
  const call = useCall()
  return useAct(() => call(chartersContract.settle, { params: { groupId }, body: {} }))
}
