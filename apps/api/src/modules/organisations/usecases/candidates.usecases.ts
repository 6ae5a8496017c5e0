import type { RegisterCandidate } from '@howcanwe/shared/organisations'
import { THEMES, type Theme } from '@howcanwe/shared/places'
import type { Database } from '../../../db/database.ts'
import { requirePlace } from '../../places/index.ts'
import { searchRegister } from '../../register/index.ts'
import { claimedEntries } from '../queries/organisations.queries.ts'
import { areaNames } from '../queries/register-entries.queries.ts'

/** Enough to find oneself in, few enough to read on a phone. */
const MOST = 6

const isTheme = (word: string): word is Theme => (THEMES as readonly string[]).includes(word)

/** Entries of the charity register that may be this organisation, those of the place first. */
export async function candidates(
  db: Database,
  ask: { placeId: string; q: string },
): Promise<RegisterCandidate[]> {
  const place = await requirePlace(db, ask.placeId)
  const entries = await searchRegister(db, { q: ask.q, placeLads: place.ladCodes, limit: MOST })
  const ids = entries.map((e) => e.id)
  const claimed = await claimedEntries(db, place.id, ids)
  const names = await areaNames(
    db,
    entries.flatMap((e) => e.ladCode ?? []),
  )
  return entries.map(({ id, orgId, name, kind, activities, incomeBand, themes, ...e }) => ({
    ...{ id, orgId, name, kind, activities, incomeBand },
    district: names.get(e.ladCode ?? '') ?? null,
    themes: themes.filter(isTheme),
    removed: e.status === 'removed',
    claimed: claimed.has(id),
  }))
}
