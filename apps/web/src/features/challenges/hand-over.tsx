import { challengesContract, type Draft } from '@howcanwe/shared/challenges'
import { useQueryClient } from '@tanstack/react-query'
import { keyOf, useCall } from '../../lib/api.ts'
import { HandOverTo } from '../../lib/hand-over.tsx'

/** Gives the challenge to a colleague: on leaving, or when one's own organisation has answered (FR-09). */
export function HandOver({
  draft,
  onHanded,
}: {
  draft: Pick<Draft, 'id' | 'placeId'>
  onHanded?: () => void
}) {
  const call = useCall()
  const client = useQueryClient()
  return (
    <HandOverTo
      ns="challenges"
      placeId={draft.placeId}
      challengeId={draft.id}
      give={(to) =>
        call(challengesContract.handOver, { params: { challengeId: draft.id }, body: { to } })
      }
      onHanded={() => {
        onHanded?.()
        return client.invalidateQueries({ queryKey: keyOf(challengesContract.mine) })
      }}
    />
  )
}
