import type { AmendedField } from '@howcanwe/shared/amendments'
import type { Database } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { PublishedRow } from '../challenges/index.ts'
import { dated } from '../interests/index.ts'
import { enqueue, type Letter, wordsIn } from '../notifications/index.ts'
import { type PlaceRow, requirePlace } from '../places/index.ts'
import { readersOf } from '../questions/index.ts'
import { pausedLetter, resumedLetter, substanceLetter } from './amendments.words.ts'

type Needs = Pick<Deps, 'config'>
type Kind = 'substance' | 'paused' | 'resumed'

/** One email to everybody who answered or follows, each in their language, in the transaction of the change. */
async function tellAll(
  tx: Database,
  row: PublishedRow,
  kind: Kind,
  write: (language: string, place: PlaceRow) => Letter,
): Promise<void> {
  const place = await requirePlace(tx, row.placeId)
  for (const { to, language } of await readersOf(tx, row.id)) {
    const letter = write(language, place)
    await enqueue(tx, { placeId: place.id, to, template: `amendments.${kind}`, letter })
  }
}

const common = ({ config }: Needs, row: PublishedRow, place: PlaceRow, language: string) => ({
  question: row.question,
  closesAt: dated(language, place.timeZone, row.closesAt),
  link: `${config.origin}/challenges/${row.slug}`,
  contact: [place.contactName, place.contactPhone].filter(Boolean).join(', '),
})

/** What changed, before and after, and until when there is time now (CH7 [G]). */
export const tellOfSubstance = (
  tx: Database,
  deps: Needs,
  what: { row: PublishedRow; fields: readonly AmendedField[]; reason: string },
): Promise<void> =>
  tellAll(tx, what.row, 'substance', (language, place) =>
    wordsIn(substanceLetter, language, {
      ...common(deps, what.row, place, language),
      reason: what.reason,
      fields: what.fields,
      timeZone: place.timeZone,
    }),
  )

/** That the clock stands still until a day, or runs again. */
export const tellOfPause = (
  tx: Database,
  deps: Needs,
  what: { row: PublishedRow; reason?: string; until?: string },
): Promise<void> => {
  const { row, reason = '', until } = what
  return tellAll(tx, row, until ? 'paused' : 'resumed', (language, place) => {
    const facts = { ...common(deps, row, place, language), reason }
    return until
      ? wordsIn(pausedLetter, language, { ...facts, until: dated(language, 'UTC', until) })
      : wordsIn(resumedLetter, language, facts)
  })
}
