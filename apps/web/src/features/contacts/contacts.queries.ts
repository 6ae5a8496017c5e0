import { contactsContract as contract } from '@howcanwe/shared/contacts'
import { infiniteQueryOptions, useQueryClient } from '@tanstack/react-query'
import { apiOf, keyOf, queryFor, useCall } from '../../lib/api.ts'

export interface Wish {
  /** Part of a name, an address or a number. Never in the address of the page. */
  q: string
  untold: boolean
}

/** The address book, page by page. */
export const bookQuery = (placeId: string, wish: Wish) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(contract.list, { placeId, ...wish })],
    initialPageParam: null as string | null,
    queryFn: ({ client, pageParam }) =>
      apiOf(client).call(contract.list, {
        params: { placeId },
        body: { ...wish, ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    getNextPageParam: (last) => last.nextCursor,
  })

export const entryQuery = (contactId: string) => ({
  ...queryFor(contract.read, { params: { contactId } }),
  staleTime: 0,
})

/** What can be done with the book; afterwards it is asked for anew. */
export function useBook() {
  const call = useCall()
  const client = useQueryClient()
  const afterwards = async <T>(done: T): Promise<T> => {
    await Promise.all([
      client.invalidateQueries({ queryKey: keyOf(contract.list) }),
      client.invalidateQueries({ queryKey: keyOf(contract.read) }),
    ])
    return done
  }
  return {
    tell: (placeId: string, contactIds: string[]) =>
      call(contract.told, { params: { placeId }, body: { contactIds } }).then(afterwards),
    remove: async (contactId: string, theyAsked: boolean) => {
      await call(contract.remove, { params: { contactId }, body: { theyAsked } })
      client.removeQueries({ queryKey: entryQuery(contactId).queryKey })
      await client.invalidateQueries({ queryKey: keyOf(contract.list) })
    },
    afterwards,
  }
}
