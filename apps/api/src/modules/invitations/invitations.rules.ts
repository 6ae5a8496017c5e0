/** One to invite, as the broker ticked it. */
export interface Ticked {
  kind: 'organisation' | 'register'
  id: string
}

/** What is known of those who might be invited to one challenge. */
export interface Known {
  /** Organisations of the place among the ticked. */
  organisations: readonly { id: string; state: string; registerEntryId: string | null }[]
  /** Entries of the place among the ticked that nobody has claimed. */
  entryIds: readonly string[]
  /** The body that asks. */
  askingId: string
  invited: { organisationIds: readonly string[]; entryIds: readonly string[] }
}

export type Reason = 'candidate_unknown' | 'paused' | 'already_invited'

function reasonAgainst(one: Ticked, known: Known, before: readonly Ticked[]): Reason | undefined {
  const twice = before.some((b) => b.kind === one.kind && b.id === one.id)
  if (one.kind === 'register') {
    if (!known.entryIds.includes(one.id)) return 'candidate_unknown'
    return twice || known.invited.entryIds.includes(one.id) ? 'already_invited' : undefined
  }
  const found = known.organisations.find((o) => o.id === one.id)
  if (!found || found.state === 'left' || found.id === known.askingId) return 'candidate_unknown'
  if (found.state === 'paused') return 'paused'
  const asEntry =
    found.registerEntryId !== null && known.invited.entryIds.includes(found.registerEntryId)
  const invited = twice || asEntry || known.invited.organisationIds.includes(one.id)
  return invited ? 'already_invited' : undefined
}

/**
 * What stands against a batch (T-34): one forbidden item refuses the whole, wherever it stands.
 *
 * @returns each forbidden item by its place in the batch; empty when all may be invited
 */
export const against = (
  batch: readonly Ticked[],
  known: Known,
): { index: number; reason: Reason }[] =>
  batch.flatMap((one, index) => {
    const reason = reasonAgainst(one, known, batch.slice(0, index))
    return reason ? [{ index, reason }] : []
  })
