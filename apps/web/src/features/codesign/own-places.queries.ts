import { codesignContract } from '@howcanwe/shared/codesign'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'

/** Places that are open on this device, or mine by account. */
export const useOwnPlaces = () => useQuery(queryFor(codesignContract.ownPlaces))

export const useRoom = (groupId: string) =>
  useQuery({ ...queryFor(codesignContract.room, { params: { groupId } }), retry: false })

type Opened = { link: string } | { reference: string; words: string }

/** Opens a place here; afterwards everything that was asked as a stranger is asked again. */
export function useOpenPlace() {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (shown: Opened & { sharedDevice: boolean }) =>
      call(codesignContract.openPlace, { body: { with: shown } }),
    onSuccess: () => client.invalidateQueries(),
  })
}

export function useCloseHere() {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(codesignContract.closeHere, { body: {} }),
    onSuccess: () => client.resetQueries(),
  })
}

/** Resting, coming back, joining a place to one's account. */
export function usePlaceAct(act: 'rest' | 'comeBack' | 'claimPlace' | 'leaveOpened') {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (memberId: string): Promise<unknown> =>
      call(codesignContract[act], { params: { memberId }, body: {} }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keyOf(codesignContract.ownPlaces) }),
        client.invalidateQueries({ queryKey: keyOf(codesignContract.room) }),
      ]),
  })
}
