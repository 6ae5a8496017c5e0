import type { Database } from '../../db/database.ts'
import { calledIn } from '../interests/index.ts'
import { enqueue, type Template, wordsIn } from '../notifications/index.ts'
import { contactsOf } from '../organisations/index.ts'
import { placeById } from '../places/index.ts'
import type { Whole } from './agreements.queries.ts'
import type { AgreementFacts } from './agreements.words.ts'

/** One letter to each of these parties where it can be reached, in the transaction of its cause. */
export async function writeTo(
  tx: Database,
  origin: string,
  letter: {
    whole: Whole
    to: readonly string[]
    by: string
    template: `agreements.${string}`
    words: Template<AgreementFacts>
  },
): Promise<void> {
  const { whole, to, by, template, words } = letter
  const place = await placeById(tx, whole.row.placeId)
  if (!place) return
  const names = whole.parties.map((p) => p.organisation.name)
  for (const organisationId of to) {
    const contact = await contactsOf(tx, organisationId)
    if (!contact?.to) continue
    const facts = {
      title: whole.row.title,
      by,
      names: calledIn(contact.language, names),
      link: `${origin}/agreements/${whole.row.id}`,
      contact: [place.contactName, place.contactPhone].filter(Boolean).join(', '),
    }
    await enqueue(tx, {
      placeId: place.id,
      to: contact.to,
      template,
      organisationId,
      letter: wordsIn(words, contact.language, facts),
    })
  }
}
