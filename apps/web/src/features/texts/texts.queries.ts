import { type CameOf, textsContract as contract } from '@howcanwe/shared/texts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'

export const useTexts = (groupId: string) =>
  useQuery(queryFor(contract.list, { params: { groupId } }))

/** Reads one text, and says what came of it. What was read is kept nowhere but on the screen. */
export function useTextActs(groupId: string) {
  const call = useCall()
  const client = useQueryClient()
  return {
    read: useMutation({
      mutationFn: (textId: string) => call(contract.read, { params: { groupId, textId } }),
      gcTime: 0,
    }),
    finish: useMutation({
      mutationFn: ({ textId, cameOf }: { textId: string; cameOf: CameOf }) =>
        call(contract.finish, { params: { groupId, textId }, body: { cameOf } }),
      onSuccess: () => client.invalidateQueries({ queryKey: keyOf(contract.list) }),
    }),
  }
}
