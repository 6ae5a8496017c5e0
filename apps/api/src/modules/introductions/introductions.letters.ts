import type { Turn } from '@howcanwe/shared/introductions'
import type { Database } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { person } from '../identity/index.ts'
import { dated } from '../interests/index.ts'
import { enqueue, type Template, wordsIn } from '../notifications/index.ts'
import { contactsOf } from '../organisations/index.ts'
import { type PlaceRow, requirePlace } from '../places/index.ts'
import type { Whole } from './introductions.queries.ts'
import {
  type AskedFacts,
  askedLetter,
  brokerTogetherLetter,
  brokerWhatCameLetter,
  notLetter,
  togetherLetter,
  whatCameLetter,
} from './introductions.words.ts'
import { ownView } from './usecases/view.ts'

type Config = Deps['config']
type Linked = { turn: Turn; token: string }

interface Around {
  place: PlaceRow
  ring: string
  broker: string
}

async function around(tx: Database, { introduction }: Whole): Promise<Around> {
  const place = await requirePlace(tx, introduction.placeId)
  const broker = await person(tx, introduction.draftedBy)
  const ring = [place.contactName, place.contactPhone ?? place.contactEmail]
  return {
    place,
    ring: ring.filter(Boolean).join(', '),
    broker: broker?.displayName ?? place.contactName,
  }
}

/**
 * Writes to the organisation on one side; whoever has no address reads it when they sign in.
 *
 * @returns whether a letter exists: not where we hold no address, nor where these letters were stopped
 */
async function write<Facts>(
  tx: Database,
  whole: Whole,
  turn: Turn,
  letter: {
    template: `introductions.${string}`
    words: Template<Facts>
    facts: (language: string, contact: string) => Facts
  },
): Promise<boolean> {
  const { organisation } = whole.parties[turn === 'first' ? 0 : 1]
  const contact = await contactsOf(tx, organisation.id)
  if (!contact?.to) return false
  const { words, facts, template } = letter
  const letterId = await enqueue(tx, {
    placeId: whole.introduction.placeId,
    to: contact.to,
    organisationId: organisation.id,
    aboutId: whole.introduction.id,
    template,
    letter: wordsIn(words, contact.language, facts(contact.language, contact.name)),
  })
  return letterId !== undefined
}

const sideLink = ({ origin }: Config, token: string): string =>
  `${origin}/introductions/answer#${token}`

/** The question, in the same words for whoever is asked first and second; false where no letter reaches them. */
export async function tellAsked(
  tx: Database,
  config: Config,
  whole: Whole,
  { turn, token }: Linked,
): Promise<boolean> {
  const { place, ring, broker } = await around(tx, whole)
  const view = ownView(whole, turn, new Date(0))
  const link = sideLink(config, token)
  return write<AskedFacts>(tx, whole, turn, {
    template: 'introductions.asked',
    words: askedLetter,
    facts: (language, contact) => ({
      contact,
      broker,
      place: place.name,
      own: view.own.name,
      ownAbout: view.ownAbout,
      other: view.other.name,
      otherAbout: view.otherAbout,
      question: view.challenge?.question ?? null,
      answerBy: dated(language, place.timeZone, view.answerBy),
      yes: `${link}.yes`,
      no: `${link}.no`,
      link,
      ring,
    }),
  })
}

/** Each gets the other's contact, and the broker hears that it came about. */
export async function tellTogether(tx: Database, config: Config, whole: Whole): Promise<void> {
  const { ring, broker } = await around(tx, whole)
  for (const { side } of whole.parties) {
    const { other, otherAbout, own, contact } = ownView(whole, side.turn, new Date(0))
    const reach = [contact?.name, contact?.email, contact?.phone].filter(Boolean).join('\n')
    await write(tx, whole, side.turn, {
      template: 'introductions.together',
      words: togetherLetter,
      facts: (_, name) => ({
        ...{ contact: name, other: other.name, own: own.name, otherAbout, reach, broker, ring },
        link: `${config.origin}/introductions`,
      }),
    })
  }
  await tellBroker(tx, config, whole, 'introductions.broker-together', brokerTogetherLetter)
}

async function tellBroker(
  tx: Database,
  { origin }: Config,
  { introduction, parties }: Whole,
  template: `introductions.${string}`,
  words: typeof brokerTogetherLetter,
): Promise<void> {
  const broker = await person(tx, introduction.draftedBy)
  if (!broker?.to) return
  const [one, other] = parties.map((p) => p.organisation.name)
  const facts = { one: one ?? '', other: other ?? '', link: `${origin}/desk/introductions` }
  await enqueue(tx, {
    placeId: introduction.placeId,
    to: broker.to,
    template,
    letter: wordsIn(words, broker.language, facts),
  })
}

/** That it did not come about: one text, whatever the reason, which it does not know. */
export async function tellNot(
  tx: Database,
  config: Config,
  whole: Whole,
  turn: Turn,
): Promise<void> {
  const { ring } = await around(tx, whole)
  const { own, other } = ownView(whole, turn, new Date(0))
  await write(tx, whole, turn, {
    template: 'introductions.not',
    words: notLetter,
    facts: (_, contact) => ({
      ...{ contact, own: own.name, other: other.name, ring },
      map: `${config.origin}/map`,
    }),
  })
}

/** Asks one side what came of it, with a new link. */
export async function askWhatCame(
  tx: Database,
  config: Config,
  whole: Whole,
  { turn, token }: Linked,
): Promise<void> {
  const { ring } = await around(tx, whole)
  const { own, other } = ownView(whole, turn, new Date(0))
  await write(tx, whole, turn, {
    template: 'introductions.what-came',
    words: whatCameLetter,
    facts: (_, contact) => ({
      ...{ contact, own: own.name, other: other.name, ring },
      link: sideLink(config, token),
    }),
  })
  if (turn === 'second')
    await tellBroker(tx, config, whole, 'introductions.broker-what-came', brokerWhatCameLetter)
}
