import type { Grantable } from '@howcanwe/shared/roles'
import type { Config } from '../../config.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../http/actor.ts'
import { peopleWithRole, person, reachOf } from '../identity/index.ts'
import { enqueue, nameInLetters, type Template, wordsIn } from '../notifications/index.ts'
import { placeById } from '../places/index.ts'
import type { GrantRow } from './roles.queries.ts'
import * as words from './roles.words.ts'

type Told = Pick<Config, 'origin'>
type By = Pick<Actor, 'personId' | 'displayName'>

const HOLDER = {
  granted: words.grantedLetter,
  suspended: words.suspendedLetter,
  resumed: words.resumedLetter,
  ended: words.endedLetter,
  declined: words.declinedLetter,
} satisfies Record<string, Template<words.HolderFacts>>

const STEWARD = {
  requested: words.requestedLetter,
  proposed: words.proposedLetter,
  'laid-down': words.laidDownLetter,
} satisfies Record<string, Template<words.StewardFacts>>

/** The day an instant falls on in a zone, YYYY-MM-DD. */
const dayIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)

const roleOf = ({ grant }: GrantRow) => grant.role as Grantable

/** Tells whoever holds a role what became of it, in their language, where they can be written to at all. */
export async function tellHolder(
  tx: Database,
  config: Told,
  about: { row: GrantRow; names: ReadonlyMap<string, string>; by: By; kind: keyof typeof HOLDER },
): Promise<void> {
  const { row, names, by, kind } = about
  const { grant } = row
  const holder = await person(tx, grant.personId)
  const place = await placeById(tx, grant.placeId)
  const to = holder && reachOf(holder)
  // Whoever ends a role of their own has just read it.
  if (!to || !place || holder.id === by.personId) return
  const letter = wordsIn<words.HolderFacts>(HOLDER[kind], holder.language, {
    place: place.name,
    role: roleOf(row),
    over: grant.scopeId ? (names.get(grant.scopeId) ?? null) : null,
    by: by.displayName,
    until: grant.until && dayIn(place.timeZone, grant.until),
    reason: grant.reason,
    link: `${config.origin}/me/roles`,
    contact: [place.contactName, place.contactPhone].filter(Boolean).join(', '),
  })
  await enqueue(tx, { placeId: place.id, to, template: `roles.${kind}`, letter })
}

/** Tells the stewards of the place, but never whoever it is about or whoever did it. */
export async function tellStewards(
  tx: Database,
  config: Told,
  about: { row: GrantRow; by: By; kind: keyof typeof STEWARD },
): Promise<void> {
  const { row, by, kind } = about
  const { placeId, personId, words: said } = row.grant
  for (const { id } of await peopleWithRole(tx, placeId, 'steward')) {
    const steward = id === by.personId || id === personId ? undefined : await person(tx, id)
    const to = steward && reachOf(steward)
    if (!to) continue
    const letter = wordsIn<words.StewardFacts>(STEWARD[kind], steward.language, {
      place: row.place,
      role: roleOf(row),
      who:
        row.person.displayName === null && row.person.email
          ? row.person.email
          : nameInLetters(row.person.displayName, steward.language),
      by: nameInLetters(by.displayName, steward.language),
      words: said,
      link: `${config.origin}/desk/roles`,
    })
    await enqueue(tx, { placeId, to, template: `roles.${kind}`, letter })
  }
}
