import { type ProtectionDraft, protectionsContract } from '@howcanwe/shared/protections'
import { useQueryClient } from '@tanstack/react-query'
import { keyOf, useCall } from '../../lib/api.ts'
import { HandOverTo } from '../../lib/hand-over.tsx'

/** Gives a decision to a colleague, who looks at it again from then on. */
export function HandOver({
  draft,
  onHanded,
}: {
  draft: Pick<ProtectionDraft, 'id' | 'placeId'>
  onHanded?: () => void
}) {
  const call = useCall()
  const client = useQueryClient()
  return (
    <HandOverTo
      ns="protections"
      placeId={draft.placeId}
      give={(to) =>
        call(protectionsContract.handOver, { params: { protectionId: draft.id }, body: { to } })
      }
      onHanded={() => {
        onHanded?.()
        return client.invalidateQueries({ queryKey: keyOf(protectionsContract.mine) })
      }}
    />
  )
}
