interface Held {
  memberships: readonly { organisationId: string }[]
}
interface Member {
  organisationId: string
  state: 'invited' | 'joined' | 'declined' | 'left'
}

const belongs = (actor: Held, organisationId: string): boolean =>
  actor.memberships.some((m) => m.organisationId === organisationId)

/** For which organisation somebody reads an answer together: one that is asked or in it; undefined for anybody else. */
export const readsAs = (
  actor: Held,
  members: readonly Member[],
  wanted?: string,
): string | undefined =>
  members
    .filter((m) => m.state === 'joined' || m.state === 'invited')
    .toSorted((a, b) => (a.state === b.state ? 0 : a.state === 'joined' ? -1 : 1))
    .map((m) => m.organisationId)
    .find((id) => belongs(actor, id) && (wanted === undefined || wanted === id))

/** Acts for this organisation here: belongs to it. */
export const actsFor = belongs

/** Reads what others wrote: only whoever has said yes (they may be rivals until then). */
export const readsParts = (state: Member['state']): boolean => state === 'joined'
