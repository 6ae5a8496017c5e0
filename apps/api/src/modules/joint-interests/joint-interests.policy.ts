interface Held {
  memberships: readonly { organisationId: string }[]
}
interface Member {
  organisationId: string
  state: 'invited' | 'joined' | 'declined' | 'left'
}

/**
 * Whether an answer together is there for one of those asked: until its challenge closes, and for nobody who answers
 * elsewhere. Whether it was sent makes no difference, or that would tell (S-02).
 */
export const standsFor = (
  { open }: { open: boolean },
  of: { state: Member['state']; elsewhere: 'alone' | 'together' | null },
): boolean => of.state === 'joined' || (of.state === 'invited' && open && of.elsewhere === null)

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
