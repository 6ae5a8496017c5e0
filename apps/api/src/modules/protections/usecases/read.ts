import type { Result } from '@howcanwe/shared/http'
import type { Protection, protectionsContract } from '@howcanwe/shared/protections'
import type { Database } from '../../../db/database.ts'
import { refuse } from '../protections.errors.ts'
import { medianOf } from '../protections.rules.ts'
import { decidedByOf, notesOf, reviewsOf, todayIn } from '../queries/decision.queries.ts'
import * as q from '../queries/public.queries.ts'

type Listed = Result<typeof protectionsContract.list>
type Areas = Awaited<ReturnType<typeof q.areasOfAll>>

const summary = (row: q.PublishedRow, organisation: string, areas: Areas) => ({
  id: row.id,
  slug: row.slug,
  state: row.state,
  title: row.title,
  themes: row.themes,
  areas: areas.filter((a) => a.protectionId === row.id).map(({ id, name }) => ({ id, name })),
  organisation,
  publishedAt: row.publishedAt,
  reviewOn: row.nextReviewOn,
  language: row.language,
})

/** What a place decided to keep, and its successes: what stands, beside questions that found a team. */
export async function listPublished(db: Database, placeId: string): Promise<Listed> {
  const rows = await q.publishedRows(db, placeId)
  const areas = await q.areasOfAll(
    db,
    rows.map(({ decision }) => decision.id),
  )
  return {
    items: rows.flatMap(({ decision, organisation }) =>
      q.isPublished(decision) ? [summary(decision, organisation, areas)] : [],
    ),
    kept: rows.filter(({ decision }) => decision.state === 'published').length,
    teamed: await q.countTeamed(db, placeId),
    medianSeconds: medianOf(rows.map(({ decision }) => decision.secondsTaken)),
  }
}

/** @throws protections.not_found for a draft exactly as for nothing */
export async function readPublished(db: Database, slug: string): Promise<Protection> {
  const row = await q.publishedBySlug(db, slug)
  if (!row) throw refuse('protections.not_found')
  const [decidedBy, areas, notes, reviews, today] = await Promise.all([
    decidedByOf(db, row.id),
    q.areasOfAll(db, [row.id]),
    notesOf(db, row.id),
    reviewsOf(db, row.id),
    todayIn(db, row.placeId),
  ])
  if (!decidedBy) throw refuse('protections.not_found')
  return {
    ...summary(row, decidedBy.organisation, areas),
    placeId: row.placeId,
    page: row.page,
    evidence: row.evidence,
    moneyPence: row.moneyPence,
    decidedBy,
    overdue: row.state === 'published' && row.nextReviewOn < today,
    notes,
    reviews,
  }
}
