import type { Config } from '../../../config.ts'
import { type Database, inTransaction } from '../../../db/database.ts'
import { record } from '../../audit/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { placeById } from '../../places/index.ts'
import { asksAgain } from '../organisations.rules.ts'
import { stillSoLetter } from '../organisations.words.ts'
import { type CapacityRow, dueNudge, markNudged } from '../queries/capacity.queries.ts'
import { contactsOf } from '../queries/front-door.queries.ts'

/**
 * Asks one organisation whose quarter is over whether what it said is still so (J-08, FR-12): at most four times a
 * year, and no more after four without an answer. Whoever gave no address sees the question on their page of today.
 *
 * @returns false when nobody was due
 */
export const nudgeDue = (db: Database, config: Pick<Config, 'origin'>): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const profile = await dueNudge(tx)
    if (!profile) return false
    await markNudged(tx, profile.organisationId, asksAgain(profile.nudges))
    await ask(tx, config, profile)
    await record(tx, {
      placeId: profile.placeId,
      actorId: null,
      action: 'organisations.capacity-asked',
      subject: { kind: 'organisation', id: profile.organisationId },
      after: { asked: profile.nudges + 1 },
    })
    return true
  })

async function ask(
  tx: Database,
  { origin }: Pick<Config, 'origin'>,
  profile: CapacityRow,
): Promise<void> {
  const contact = await contactsOf(tx, profile.organisationId)
  const place = await placeById(tx, profile.placeId)
  if (!contact?.to || !place) return
  const letter = wordsIn(stillSoLetter, contact.language, {
    contact: contact.name,
    organisation: contact.organisation,
    hours: profile.spareHoursPerMonth,
    room: profile.premises[0]?.name ?? null,
    link: `${origin}/organisations/${profile.organisationId}/capacity/refresh`,
    ring: [place.contactName, place.contactPhone].filter(Boolean).join(', '),
  })
  const template = 'organisations.still-so'
  const { organisationId } = profile
  await enqueue(tx, { placeId: place.id, to: contact.to, template, letter, organisationId })
}
