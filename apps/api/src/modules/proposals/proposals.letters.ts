import { type Database, inTurn } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { peopleWithRole, person, textedNumber } from '../identity/index.ts'
import { enqueue, type Template, wordsIn } from '../notifications/index.ts'
import { type PlaceRow, requirePlace } from '../places/index.ts'
import { tokenFor } from './proposals.rules.ts'
import type { AboutFacts } from './proposals.words.ts'

export type Config = Deps['config']
type Name = `proposals.${string}`

/** What a letter needs to know of a question and of whoever asked it. */
export interface Asked {
  id: string
  placeId: string
  question: string
  language: string
  firstName: string
  contactBy: 'email' | 'phone' | 'someone'
  contact: string
}

export const ringOf = (place: PlaceRow): string =>
  [place.contactName, place.contactPhone ?? place.contactEmail].filter(Boolean).join(', ')

export const pageOf = ({ origin }: Config, id: string): string => `${origin}/proposals/${id}`
export const ownLink = (config: Config, id: string): string =>
  `${config.origin}/proposals/own#${tokenFor(config, 'own', id)}`
export const supportLink = (config: Config, id: string): string =>
  `${config.origin}/proposals/support#${tokenFor(config, 'support', id)}`

/** Their address, or their number where it may be texted; undefined for whoever is rung. */
export const reachOf = (config: Config, of: Asked, place: PlaceRow): string | undefined => {
  if (of.contactBy === 'email') return of.contact || undefined
  return of.contactBy === 'phone' ? textedNumber(config, of.contact, place.timeZone) : undefined
}

/** Writes to whoever asked. Who can be rung only reads it with their slip, and the desk rings. */
export async function tellAsker<Facts extends AboutFacts>(
  tx: Database,
  config: Config,
  of: Asked,
  letter: {
    template: Name
    words: Template<Facts>
    facts: (place: PlaceRow) => Omit<Facts, keyof AboutFacts> & { link?: string }
  },
): Promise<void> {
  const place = await requirePlace(tx, of.placeId)
  const to = reachOf(config, of, place)
  if (!to) return
  const about = {
    ...{ name: of.firstName, question: of.question, place: place.name, ring: ringOf(place) },
    link: ownLink(config, of.id),
  }
  const facts = { ...about, ...letter.facts(place) } as unknown as Facts
  await enqueue(tx, {
    ...{ placeId: of.placeId, to, template: letter.template },
    letter: wordsIn(letter.words, of.language, facts),
  })
}

/** Writes to everybody who holds a role over the place and can be written to. */
export async function tellRole<Facts extends AboutFacts>(
  tx: Database,
  of: Pick<Asked, 'id' | 'placeId' | 'question'>,
  letter: {
    role: 'broker' | 'commissioner'
    template: Name
    words: Template<Facts>
    link: string
    facts: (place: PlaceRow, language: string) => Omit<Facts, keyof AboutFacts>
  },
): Promise<void> {
  const place = await requirePlace(tx, of.placeId)
  const held = await peopleWithRole(tx, of.placeId, letter.role)
  const all = await inTurn(held, ({ id }) => person(tx, id))
  for (const one of all) {
    if (!one?.to) continue
    const about = { name: '', question: of.question, place: place.name, ring: ringOf(place) }
    const more = letter.facts(place, one.language)
    const facts = { ...about, link: letter.link, ...more } as unknown as Facts
    await enqueue(tx, {
      ...{ placeId: of.placeId, to: one.to, template: letter.template },
      letter: wordsIn(letter.words, one.language, facts),
    })
  }
}

/** Writes to one address about a question. */
export async function tellAddress<Facts extends AboutFacts>(
  tx: Database,
  of: {
    placeId: string
    to: string
    language: string
    name: string
    question: string
    link: string
  },
  letter: { template: Name; words: Template<Facts>; facts: Omit<Facts, keyof AboutFacts> },
): Promise<void> {
  const place = await requirePlace(tx, of.placeId)
  const { name, question, link } = of
  const about = { name, question, link, place: place.name, ring: ringOf(place) }
  await enqueue(tx, {
    ...{ placeId: of.placeId, to: of.to, template: letter.template },
    letter: wordsIn(letter.words, of.language, { ...about, ...letter.facts } as unknown as Facts),
  })
}
