import { identityContract } from '@howcanwe/shared/identity'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { apiOf } from './api.ts'
import { type Acting, actFor, isRead } from './session.ts'

/**
 * Does everything for somebody from now on, or for oneself again. All that was read as the one is forgotten before the
 * other reads anything; where the service says no, one is oneself again.
 */
export async function switchTo(client: QueryClient, person: Acting | null): Promise<void> {
  const ask = async (as: Acting | null) => {
    actFor(client, as)
    client.setQueryData(['session'], await apiOf(client).call(identityContract.me))
  }
  try {
    await ask(person)
  } catch (error) {
    actFor(client, null)
    throw error
  } finally {
    client.removeQueries({ predicate: isRead, type: 'inactive' })
    client.getMutationCache().clear()
  }
  await client.resetQueries({ predicate: isRead })
}

export function useActFor(): (person: Acting | null) => Promise<void> {
  const client = useQueryClient()
  return (person) => switchTo(client, person)
}
