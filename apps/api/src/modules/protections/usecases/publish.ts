import type { ProtectionDraft } from '@howcanwe/shared/protections'
import { type Database, inTransaction, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { freeSlug, slugOf } from '../../challenges/index.ts'
import { peopleWithRole, person } from '../../identity/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { type PlaceRow, requirePlace } from '../../places/index.ts'
import { refuse } from '../protections.errors.ts'
import { remindOn, whatIsMissing } from '../protections.rules.ts'
import { publishedLetter } from '../protections.words.ts'
import * as q from '../queries/decision.queries.ts'
import { draftOf, holdDraft } from './desk.ts'
import { trail } from './trail.ts'

type Told = Pick<Deps, 'db' | 'config'>

/** Where the brokers of a place read, each in their language; the place's own contact where none can be written to. */
async function brokersOf(tx: Database, place: PlaceRow, but: string) {
  const brokers = await peopleWithRole(tx, place.id, 'broker')
  const found = await inTurn(brokers, ({ id }) => person(tx, id))
  const reached = found.flatMap((one) =>
    one?.to ? [{ id: one.id, to: one.to, language: one.language }] : [],
  )
  if (reached.length > 0) return reached.filter(({ id }) => id !== but)
  const [language = 'en'] = place.languages
  return place.contactEmail ? [{ to: place.contactEmail, language }] : []
}

async function tellBrokers(
  tx: Database,
  { config }: Told,
  actor: Actor,
  facts: { row: q.DecisionRow; slug: string; place: PlaceRow },
): Promise<void> {
  const { row, slug, place } = facts
  const by = await q.decidedByOf(tx, row.id)
  for (const { to, language } of await brokersOf(tx, place, actor.personId)) {
    const letter = wordsIn(publishedLetter, language, {
      title: row.title,
      organisation: by?.organisation ?? place.name,
      person: by?.person ?? '…',
      reviewOn: row.reviewOn ?? '',
      link: `${config.origin}/protected/${slug}`,
    })
    const template = 'protections.published'
    await enqueue(tx, { placeId: place.id, to, template, letter })
  }
}

/**
 * Publishes a draft (J-03): from here its words are frozen by the database too, its review has a day and its
 * commissioner a reminder, and the brokers of the place are told.
 *
 * @throws protections.not_found · protections.frozen · request.stale · protections.incomplete
 */
export async function publish(
  deps: Told,
  actor: Actor,
  input: { id: string; version: number; secondsMore?: number | undefined },
): Promise<ProtectionDraft> {
  return inTransaction(deps.db, async (tx) => {
    const row = await holdDraft(tx, actor, input.id, input.version)
    const today = await q.todayIn(tx, row.placeId)
    const missing = whatIsMissing(row, today)
    if (missing.length > 0 || !row.reviewOn)
      throw refuse('protections.incomplete', { fields: missing })
    const place = await requirePlace(tx, row.placeId)
    const wished = slugOf(row.title)
    const slug = freeSlug(wished, await q.slugsLike(tx, wished))
    await q.changeRow(tx, row.id, {
      state: 'published',
      slug,
      nextReviewOn: row.reviewOn,
      remindAt: q.morningOf(remindOn(row.reviewOn, today), place.timeZone),
      secondsTaken: q.plusSeconds(input.secondsMore ?? 0),
    })
    await trail(tx, actor.personId, row, 'published', {
      before: { state: 'draft' },
      after: { state: 'published', reviewOn: row.reviewOn },
    })
    await tellBrokers(tx, deps, actor, { row, slug, place })
    return draftOf(tx, row.id)
  })
}
