import type { Database } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { PublishedRow } from '../challenges/index.ts'
import { person } from '../identity/index.ts'
import { enqueue, type Template, wordsIn } from '../notifications/index.ts'
import { contactsOf, organisationById } from '../organisations/index.ts'
import { placeById } from '../places/index.ts'
import type { WholeRow } from './interests.queries.ts'
import { wordsIn as countWords } from './interests.rules.ts'
import type { ReceiptFacts } from './interests.words.ts'
import { dated } from './letter-dates.ts'

export interface Recipient {
  email: string
  language: string
}

/**
 * Where a letter about an interest goes: the organisation's own address, else that of whoever sent it. Undefined
 * only when neither has one.
 */
export async function recipientOf(
  db: Database,
  interest: { organisationId: string; submittedBy: string },
): Promise<Recipient | undefined> {
  const contact = await contactsOf(db, interest.organisationId)
  if (contact?.email) return { email: contact.email, language: contact.language }
  const sender = await person(db, interest.submittedBy)
  return sender?.email ? { email: sender.email, language: sender.language } : undefined
}

/** Writes a letter about an interest into the caller's transaction. It holds no answer, only how much there is. */
export async function sendReceipt(
  tx: Database,
  deps: Deps,
  input: {
    row: WholeRow
    challenge: PublishedRow
    template: Template<ReceiptFacts>
    kind: 'received' | 'changed' | 'withdrawn'
  },
): Promise<void> {
  const { row, challenge, template, kind } = input
  const { interest, organisation } = row
  const to = await recipientOf(tx, interest)
  const place = await placeById(tx, challenge.placeId)
  if (!to || !place) return
  const asker = await person(tx, challenge.commissionerId)
  const body = await organisationById(tx, challenge.organisationId)
  const on = (when: Date | string) => dated(to.language, place.timeZone, when)
  const letter = wordsIn(template, to.language, {
    organisation: organisation.name,
    question: challenge.question,
    words: countWords(interest),
    hoursPerMonth: interest.hoursPerMonth,
    receivedAt: on(interest.receivedAt),
    closesAt: on(challenge.closesAt),
    resultsBy: challenge.resultsBy ? on(challenge.resultsBy) : null,
    from: [asker?.displayName, body?.name].filter(Boolean).join(', '),
    link: `${deps.config.origin}/challenges/${challenge.slug}/interest`,
    contact: [place.contactName, place.contactPhone].filter(Boolean).join(', '),
  })
  await enqueue(tx, {
    placeId: place.id,
    to: to.email,
    template: `interests.${kind}`,
    letter,
  })
}
