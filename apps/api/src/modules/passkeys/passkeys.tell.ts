import type { Database } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import {
  type Here,
  type lockPerson,
  needsFactor,
  peopleWithRole,
  person,
  reachOf,
  rolesOf,
} from '../identity/index.ts'
import { enqueue, nameInLetters, type Template, wordsIn } from '../notifications/index.ts'
import { placeById } from '../places/index.ts'
import { firstOfColleagueLetter } from './passkeys.words.ts'

export type PersonRow = NonNullable<Awaited<ReturnType<typeof lockPerson>>>

/** Writes to somebody about their own passkeys; whoever can only be met is told by whoever they meet. */
export async function tell<Facts extends { place: string; contact: string }>(
  tx: Database,
  person: PersonRow,
  here: Here,
  mail: {
    template: `passkeys.${string}`
    words: Template<Facts>
    facts: Omit<Facts, 'place' | 'contact'>
  },
): Promise<void> {
  const to = reachOf(person)
  if (!to) return
  const facts = { ...mail.facts, place: here.name, contact: here.contact } as Facts
  const letter = wordsIn(mail.words, person.language, facts)
  await enqueue(tx, { placeId: here.id, to, template: mail.template, letter })
}

/** The other stewards of every place in which somebody with a first passkey holds power. */
export async function tellStewards(deps: Deps, tx: Database, owner: PersonRow): Promise<void> {
  const grants = (await rolesOf(tx, owner.id)).filter(({ role }) => needsFactor(role))
  for (const placeId of new Set(grants.map((g) => g.placeId))) {
    const place = await placeById(tx, placeId)
    const stewards = await peopleWithRole(tx, placeId, 'steward')
    for (const { id } of stewards.filter((s) => s.id !== owner.id)) {
      const steward = await person(tx, id)
      if (!place || !steward?.to) continue
      const letter = wordsIn(firstOfColleagueLetter, steward.language, {
        place: place.name,
        contact: place.contactName,
        who: nameInLetters(owner.displayName, steward.language),
        address: `${deps.config.origin}/desk/roles`,
      })
      await enqueue(tx, {
        placeId,
        to: steward.to,
        template: 'passkeys.first-of-colleague',
        letter,
      })
    }
  }
}
