import type { Stopped } from '@howcanwe/shared/alerts'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { person } from '../../identity/index.ts'
import { enqueue, nameInLetters, wordsIn } from '../../notifications/index.ts'
import { contactsOf } from '../../organisations/index.ts'
import { type PlaceRow, placeById } from '../../places/index.ts'
import { stoppedLetter } from '../alerts.stopped.words.ts'
import { confirmedToday, type LetterToStop } from '../queries/stops.queries.ts'
import { contactOf } from './lines.ts'

type StoppedLetter = LetterToStop & {
  what: Stopped['what']
  whose: string | null
  /** Of the link that was pressed. */
  token: string
}

/** Where somebody is reached now; at an address that is nobody's own, where the letter went. */
async function readerOf(tx: Database, letter: StoppedLetter, place: PlaceRow) {
  const who = letter.personId ? await person(tx, letter.personId) : undefined
  if (letter.personId) return { to: who?.to, language: who?.language ?? 'en' }
  const { organisationId, recipient: to } = letter
  const contact = organisationId ? await contactsOf(tx, organisationId) : undefined
  return { to, language: contact?.language ?? place.languages[0] ?? 'en' }
}

/**
 * Says once that letters were stopped and how to take it back: the link may have been passed on, and a mailbox is read by
 * several. It is owed and cannot be stopped itself; one a day at most to an address, whatever is pressed.
 */
export async function confirmStop(
  tx: Database,
  { config }: Pick<Deps, 'config'>,
  letter: StoppedLetter,
): Promise<void> {
  const place = letter.placeId ? await placeById(tx, letter.placeId) : undefined
  if (!place) return
  const { to, language } = await readerOf(tx, letter, place)
  if (!to || (await confirmedToday(tx, to))) return
  await enqueue(tx, {
    placeId: place.id,
    to,
    template: 'alerts.stopped',
    letter: wordsIn(stoppedLetter, language, {
      place: place.name,
      what: letter.what,
      whose: letter.whose ? nameInLetters(letter.whose, language) : '',
      undo: `${config.origin}/stop#${letter.token}`,
      contact: contactOf(place),
    }),
  })
}
