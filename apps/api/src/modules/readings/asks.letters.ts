import { dayIn } from '@howcanwe/shared/places'
import type { Database } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { askerOf, type ChallengeRow } from '../challenges/index.ts'
import { peopleWithRole, person } from '../identity/index.ts'
import { dated } from '../interests/index.ts'
import { enqueue, wordsIn } from '../notifications/index.ts'
import { contactsOf } from '../organisations/index.ts'
import { type PlaceRow, requirePlace } from '../places/index.ts'
import type { minutesAsked } from './asks.rules.ts'
import {
  askLetter,
  type FewFacts,
  fewReadersBrokerLetter,
  fewReadersLetter,
  residentsLetter,
} from './asks.words.ts'

type Config = Deps['config']
interface Reader {
  to: string
  language: string
}

/** The last day it can be read, as a letter writes it. */
const untilIn = (language: string, { timeZone }: PlaceRow, { readUntil }: ChallengeRow): string =>
  readUntil ? dated(language, timeZone, dayIn(timeZone, new Date(readUntil.getTime() - 1))) : '…'

const readLink = ({ origin }: Config, { id }: ChallengeRow): string => `${origin}/read/${id}`
const brokerDesk = ({ origin }: Config, { id }: ChallengeRow): string =>
  `${origin}/desk/challenges/${id}/read-through`

async function askerIn(tx: Database, { id }: ChallengeRow): Promise<string> {
  const asker = await askerOf(tx, id)
  return asker ? `${asker.person}, ${asker.organisation}` : '…'
}

const readerOf = async (tx: Database, id: string): Promise<Reader[]> => {
  const who = await person(tx, id)
  return who?.to ? [{ to: who.to, language: who.language }] : []
}

/** The brokers of a place but whoever asks; where nobody is left, the place's own contact. */
async function brokersOf(tx: Database, place: PlaceRow, but: string): Promise<Reader[]> {
  const brokers: Reader[] = []
  for (const { id } of await peopleWithRole(tx, place.id, 'broker'))
    if (id !== but) brokers.push(...(await readerOf(tx, id)))
  if (brokers.length > 0 || !place.contactEmail) return brokers
  return [{ to: place.contactEmail, language: place.languages[0] ?? 'en' }]
}

/** Writes to a small group whether somebody there reads it. */
export async function askGroup(
  tx: Database,
  config: Config,
  row: ChallengeRow,
  ask: { organisationId: string; minutes: ReturnType<typeof minutesAsked> },
): Promise<void> {
  const contact = await contactsOf(tx, ask.organisationId)
  if (!contact?.to) throw new Error('a group without an address was asked')
  const place = await requirePlace(tx, row.placeId)
  const { language, name, organisation } = contact
  const letter = wordsIn(askLetter, language, {
    contact: name,
    group: organisation,
    asker: await askerIn(tx, row),
    question: row.question,
    minutes: ask.minutes,
    until: untilIn(language, place, row),
    link: readLink(config, row),
    ring: [place.contactName, place.contactPhone ?? place.contactEmail].filter(Boolean).join(', '),
  })
  const { organisationId } = ask
  await enqueue(tx, {
    placeId: place.id,
    to: contact.to,
    template: 'readings.ask',
    letter,
    organisationId,
    aboutId: row.id,
  })
}

/**
 * Writes to the brokers of the place that residents are looked for.
 *
 * @returns whether there was anybody to write to
 */
export async function askForResidents(
  tx: Database,
  config: Config,
  row: ChallengeRow,
): Promise<boolean> {
  const place = await requirePlace(tx, row.placeId)
  const brokers = await brokersOf(tx, place, row.commissionerId)
  for (const { to, language } of brokers) {
    const letter = wordsIn(residentsLetter, language, {
      asker: await askerIn(tx, row),
      question: row.question,
      until: untilIn(language, place, row),
      link: readLink(config, row),
      desk: brokerDesk(config, row),
    })
    await enqueue(tx, { placeId: place.id, to, template: 'readings.residents', letter })
  }
  return brokers.length > 0
}

/** Tells whoever asks, and the brokers, that readers are missing. */
export async function tellFewReaders(
  tx: Database,
  config: Config,
  row: ChallengeRow,
  missing: FewFacts['missing'],
): Promise<void> {
  const place = await requirePlace(tx, row.placeId)
  const send = async (readers: readonly Reader[], desk: string, words: typeof fewReadersLetter) => {
    for (const { to, language } of readers) {
      const until = untilIn(language, place, row)
      const letter = wordsIn(words, language, { question: row.question, until, missing, desk })
      await enqueue(tx, { placeId: place.id, to, template: 'readings.few', letter })
    }
  }
  const own = `${config.origin}/desk/challenges/${row.id}/edit`
  await send(await readerOf(tx, row.commissionerId), own, fewReadersLetter)
  const brokers = await brokersOf(tx, place, row.commissionerId)
  await send(brokers, brokerDesk(config, row), fewReadersBrokerLetter)
}
