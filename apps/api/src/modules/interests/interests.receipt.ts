import { type Database, inTurn } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { timesToday } from '../audit/index.ts'
import type { PublishedRow } from '../challenges/index.ts'
import { person } from '../identity/index.ts'
import { enqueue, type Template, wordsIn } from '../notifications/index.ts'
import { contactsOf, organisationById } from '../organisations/index.ts'
import { type PlaceRow, placeById } from '../places/index.ts'
import type { WholeRow } from './interests.queries.ts'
import { wordsIn as countWords, letterOf } from './interests.rules.ts'
import type { ReceiptFacts } from './interests.words.ts'
import { dated } from './letter-dates.ts'
import { lettersToday, wasTyped } from './letters.queries.ts'

export interface Recipient {
  /** An address, or a number that gets texts. */
  to: string
  language: string
}

/**
 * Where a letter about an interest goes: the organisation's own address or its lead's, else to whoever sent it, though
 * never to a broker who typed it: what is decided and answered is not theirs to read (PE3). Undefined when nobody can be
 * written to; brokers then have a telephone call on their desk.
 */
export async function recipientOf(
  db: Database,
  interest: { organisationId: string; submittedBy: string },
): Promise<Recipient | undefined> {
  const contact = await contactsOf(db, interest.organisationId)
  if (contact?.to) return { to: contact.to, language: contact.language }
  if (await wasTyped(db, interest)) return undefined
  const sender = await person(db, interest.submittedBy)
  return sender?.to ? { to: sender.to, language: sender.language } : undefined
}

/** Everybody whose answer it is: one, or all who sent it as one, each once. */
export async function recipientsOf(
  db: Database,
  interest: { organisationId: string; submittedBy: string; parties: readonly string[] },
): Promise<Recipient[]> {
  const first = await recipientOf(db, interest)
  const others = await inTurn(interest.parties, (id) => contactsOf(db, id))
  const all = [
    ...(first ? [first] : []),
    ...others.flatMap((one) => (one?.to ? [{ to: one.to, language: one.language }] : [])),
  ]
  return [...new Map(all.map((one) => [one.to, one])).values()]
}

const EVENTS = {
  received: 'interests.expressed',
  changed: 'interests.changed',
  withdrawn: 'interests.withdrawn',
} as const

interface Receipt {
  row: WholeRow
  challenge: PublishedRow
  template: Template<ReceiptFacts>
  kind: keyof typeof EVENTS
}

async function factsFor(
  tx: Database,
  { row: { interest, organisation }, challenge }: Receipt,
  { place, language, link }: { place: PlaceRow; language: string; link: string },
): Promise<Omit<ReceiptFacts, 'last'>> {
  const asker = await person(tx, challenge.commissionerId)
  const body = await organisationById(tx, challenge.organisationId)
  const on = (when: Date | string) => dated(language, place.timeZone, when)
  return {
    organisation: organisation.name,
    question: challenge.question,
    words: countWords(interest),
    hoursPerMonth: interest.hoursPerMonth,
    receivedAt: on(interest.receivedAt),
    closesAt: on(challenge.closesAt),
    resultsBy: challenge.resultsBy ? on(challenge.resultsBy) : null,
    from: [asker?.displayName, body?.name].filter(Boolean).join(', '),
    link,
    contact: [place.contactName, place.contactPhone].filter(Boolean).join(', '),
  }
}

/**
 * Writes a letter about an interest into the caller's transaction, after its event. It holds no answer, only how much
 * there is. Sending answers, taking them back and sending them again fills nobody's inbox: see `letterOf`.
 */
export async function sendReceipt(tx: Database, deps: Deps, receipt: Receipt): Promise<void> {
  const { row, challenge, template, kind } = receipt
  const reader = await recipientOf(tx, row.interest)
  const place = await placeById(tx, challenge.placeId)
  if (!reader || !place) return
  const { to, language } = reader
  const goes = letterOf({
    ofThisKind: await timesToday(tx, row.interest.id, EVENTS[kind]),
    toThisAddress: await lettersToday(tx, to),
  })
  if (goes === 'stays') return
  const link = `${deps.config.origin}/challenges/${challenge.slug}/interest`
  const facts = await factsFor(tx, receipt, { place, language, link })
  await enqueue(tx, {
    placeId: place.id,
    to,
    template: `interests.${kind}`,
    letter: wordsIn(template, language, { ...facts, last: goes === 'last' }),
  })
}
