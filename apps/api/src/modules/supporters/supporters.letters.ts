import type { Config } from '../../config.ts'
import type { Database } from '../../db/database.ts'
import { person, reachOf } from '../identity/index.ts'
import { enqueue, nameInLetters, type Template, wordsIn } from '../notifications/index.ts'
import { type PlaceRow, placeById } from '../places/index.ts'
import type { SupportRow } from './supporters.queries.ts'
import type { NewsFacts } from './supporters.words.ts'

export const contactOf = (place: Pick<PlaceRow, 'contactName' | 'contactPhone'>): string =>
  [place.contactName, place.contactPhone].filter(Boolean).join(', ')

/** What somebody is called by another who may know them by their address alone. */
export const calledOf = (who: Known | undefined): string =>
  who?.displayName ?? who?.email ?? who?.phone ?? ''

interface Known {
  displayName: string | null
  email: string | null
  phone: string | null
}

/** The same in a letter: a name they chose without what could become a link, or else where they sign in. */
export const calledInLetters = (who: Known | string | undefined, language: string): string =>
  typeof who === 'string' || who?.displayName
    ? nameInLetters(typeof who === 'string' ? who : who.displayName, language)
    : calledOf(who) || nameInLetters('', language)

export interface News {
  /** Who is told. */
  to: string
  /** The other of the two, or what they are called. */
  who: Known | string | undefined
  kind: 'accepted' | 'declined' | 'ended'
  words: Template<NewsFacts>
}

/** Tells one of the two what the other did, where they can be written to at all. */
export async function tell(
  tx: Database,
  config: Pick<Config, 'origin'>,
  support: Pick<SupportRow, 'placeId' | 'personId'>,
  news: News,
): Promise<void> {
  const reader = await person(tx, news.to)
  const place = support.placeId ? await placeById(tx, support.placeId) : undefined
  const to = reader && reachOf(reader)
  if (!place || !to) return
  const part = news.to === support.personId ? 'helped' : 'helping'
  const letter = wordsIn(news.words, reader.language, {
    place: place.name,
    who: calledInLetters(news.who, reader.language),
    page: `${config.origin}/me/${part}`,
    contact: contactOf(place),
  })
  await enqueue(tx, { placeId: place.id, to, template: `supporters.${news.kind}`, letter })
}
