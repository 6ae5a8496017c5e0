import type { Sector } from '@howcanwe/shared/organisations'
import type { Copying } from '@howcanwe/shared/practices'

interface Asker {
  memberships: readonly { organisationId: string }[]
}

/** Whoever belongs to an organisation writes its cards. */
export const mayWrite = (asker: Asker | undefined, organisationId: string): boolean =>
  asker?.memberships.some((m) => m.organisationId === organisationId) ?? false

/** Listed ones are for everybody, retired ones keep their page with its reason; a draft is its own people's. */
export const maySee = (
  asker: Asker | undefined,
  card: { organisationId: string; state: 'draft' | 'listed' | 'retired'; listedAt: Date | null },
): boolean => card.listedAt !== null || mayWrite(asker, card.organisationId)

/** Whether an organisation may say "we use this too": as whoever wrote the card would have it. */
export const mayUse = (mayCopy: Copying, sector: Sector): boolean =>
  mayCopy === 'community-only' ? sector === 'community' : mayCopy !== 'no'
