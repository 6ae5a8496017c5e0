import { type Database, inTurn } from '../../db/database.ts'
import type { Actor } from '../../http/actor.ts'
import { peopleWithRole, person } from '../identity/index.ts'
import { enqueue, wordsIn } from '../notifications/index.ts'
import { contactsOf, type OrganisationRow } from '../organisations/index.ts'
import { placeById } from '../places/index.ts'
import { type SlipFacts, slipLetter } from './slips.words.ts'

type Organisation = Pick<OrganisationRow, 'id' | 'placeId' | 'name'>
interface Reader {
  to: string
  language: string
  name: string
}

/**
 * Who hears of a slip: the organisation's own contact, else the stewards of its place. To be asked before somebody takes
 * it over: afterwards the contact may be whoever holds the slip.
 */
export async function whoHearsOfSlip(
  tx: Database,
  actor: Pick<Actor, 'personId'>,
  organisation: Organisation,
): Promise<Reader[]> {
  const contact = await contactsOf(tx, organisation.id)
  if (contact?.to) return [{ to: contact.to, language: contact.language, name: contact.name }]
  const stewards = (await peopleWithRole(tx, organisation.placeId, 'steward')).filter(
    ({ id }) => id !== actor.personId,
  )
  const found = await inTurn(stewards, ({ id }) => person(tx, id))
  return found.flatMap((one) =>
    one?.to ? [{ to: one.to, language: one.language, name: one.displayName ?? '' }] : [],
  )
}

/** Writes to them at once that a slip was printed or used, and by whom. */
export async function tellOfSlip(
  tx: Database,
  readers: readonly Reader[],
  given: { actor: Actor; organisation: Organisation; what: SlipFacts['what'] },
): Promise<void> {
  const { actor, organisation, what } = given
  const place = await placeById(tx, organisation.placeId)
  if (!place) return
  for (const { to, language, name } of readers) {
    const letter = wordsIn(slipLetter, language, {
      reader: name || place.name,
      organisation: organisation.name,
      who: actor.displayName ?? place.contactName,
      what,
      ring: [place.contactName, place.contactPhone].filter(Boolean).join(', '),
    })
    await enqueue(tx, { placeId: place.id, to, template: `cases.slip-${what}`, letter })
  }
}
