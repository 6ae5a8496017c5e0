import type { Database } from '../../db/database.ts'
import { type Here, type lockPerson, reachOf } from '../identity/index.ts'
import { enqueue, type Template, wordsIn } from '../notifications/index.ts'

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
