import type { Config } from '../../config.ts'
import type { Database } from '../../db/database.ts'
import { person, reachOf } from '../identity/index.ts'
import { enqueue, type Template, wordsIn } from '../notifications/index.ts'
import { type PlaceRow, placeById } from '../places/index.ts'
import type { SupportRow } from './supporters.queries.ts'
import type { NewsFacts } from './supporters.words.ts'

export const contactOf = (place: Pick<PlaceRow, 'contactName' | 'contactPhone'>): string =>
  [place.contactName, place.contactPhone].filter(Boolean).join(', ')

/** What somebody is called by another who may know them by their address alone. */
export const calledOf = (
  who: { displayName: string | null; email: string | null; phone: string | null } | undefined,
): string => who?.displayName ?? who?.email ?? who?.phone ?? ''

export interface News {
  /** Who is told. */
  to: string
  /** What the other of the two is called. */
  who: string
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
    who: news.who,
    page: `${config.origin}/me/${part}`,
    contact: contactOf(place),
  })
  await enqueue(tx, { placeId: place.id, to, template: `supporters.${news.kind}`, letter })
}
