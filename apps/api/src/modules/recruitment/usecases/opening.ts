import { randomBytes } from 'node:crypto'
import type { ActionOf } from '@howcanwe/shared/audit'
import type {
  moveDates as moveDatesSchema,
  openRecruitment,
  RecruitmentDesk,
} from '@howcanwe/shared/recruitment'
import type * as z from 'zod/mini'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import type { GroupRow } from '../../codesign/index.ts'
import { putAway } from '../../vault/index.ts'
import { refuse } from '../recruitment.errors.ts'
import { commitmentTo } from '../recruitment.lottery.rules.ts'
import { askedDespite, sensitiveUnmarked } from '../recruitment.never.rules.ts'
import { impossible } from '../recruitment.open.rules.ts'
import * as q from '../recruitment.queries.ts'
import { deskView, requireDrawn, requireRow } from './view.ts'

/** The vault's name for the secret that is promised when names open. */
export const SECRET = 'recruitment.secret'

interface By {
  actor: Actor
  groupId: string
  requestId: string
}

/**
 * Begins to look for people (CD7): seats, targets and dates are published, and with them a promise: the SHA-256 of a
 * secret made now, before the first name.
 *
 * @throws recruitment.group_unknown · recruitment.runs_already · recruitment.dates_out_of_order ·
 *   recruitment.targets_impossible · recruitment.too_many_seats · recruitment.never_asked · recruitment.sensitive
 */
export async function open(
  deps: Deps,
  by: By,
  body: z.output<typeof openRecruitment>,
): Promise<RecruitmentDesk> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const group = await requireDrawn(tx, by.actor, by.groupId)
      requirePossible(deps, group, body)
      const secret = randomBytes(32).toString('hex')
      const row = await q.add(tx, {
        ...body,
        placeId: group.placeId,
        groupId: group.id,
        commitment: commitmentTo(secret),
        openedBy: by.actor.personId,
      })
      const context = { placeId: group.placeId, subjectId: row.id, field: SECRET }
      await putAway(tx, deps.config.vaultKey, context, secret)
      const { seats, commitment } = row
      await noted(tx, by, row, 'opened', { groupId: group.id, seats, commitment })
      return deskView({ ...deps, db: tx }, by.actor, group, row)
    })
  } catch (error) {
    if (sqlState(error) === '23505') throw refuse('recruitment.runs_already')
    throw sqlState(error) === 'HW172' ? refuse('recruitment.dates_out_of_order') : error
  }
}

function requirePossible(
  { clock }: Pick<Deps, 'clock'>,
  { places, taken }: GroupRow,
  body: z.output<typeof openRecruitment>,
): void {
  requireDates(clock(), body)
  if (body.seats > places - taken) throw refuse('recruitment.too_many_seats')
  const { categories, seats } = body
  requireNone('recruitment.never_asked', askedDespite(categories))
  requireNone('recruitment.sensitive', sensitiveUnmarked(categories))
  requireNone('recruitment.targets_impossible', impossible(categories, seats))
}

/** Refuses with the places of the questions that are wrong. */
function requireNone(code: Parameters<typeof refuse>[0], wrong: readonly number[]): void {
  if (wrong.length === 0) return
  const reason = code.split('.')[1] ?? code
  throw refuse(code, {
    fields: wrong.map((at) => ({ pointer: `#/body/categories/${at}`, code: reason })),
  })
}

function requireDates(now: Date, { closesAt, publicAt }: { closesAt: Date; publicAt: Date }): void {
  if (closesAt <= now || publicAt <= closesAt) throw refuse('recruitment.dates_out_of_order')
}

/** One line of the trail about a recruitment; nothing in it names anybody who applied. */
export const noted = (
  tx: Database,
  { actor, requestId }: { actor: Actor | null; requestId?: string },
  row: q.RecruitmentRow,
  action: ActionOf<'recruitment'>,
  after: Record<string, string | number | null>,
) =>
  record(tx, {
    placeId: row.placeId,
    actorId: actor?.personId ?? null,
    action: `recruitment.${action}`,
    subject: { kind: 'recruitment', id: row.id },
    after,
    ...(requestId ? { requestId } : {}),
  })

/** The sheets of a closed one are thrown away: they were made of fewer names. */
const REOPENED = {
  state: 'open',
  way: null,
  box: null,
  boxHash: null,
  sheets: 0,
  kept: null,
  closedAt: null,
  typedValue: null,
  typedBy: null,
} as const

/**
 * More time, for more names: so that a lack found at closing leads to more asking around instead of to fewer of those who
 * are least served. Only while nobody can know the figure; the database keeps that (HW172).
 *
 * @throws recruitment.group_unknown · recruitment.none · recruitment.wrong_state · recruitment.dates_out_of_order ·
 *   recruitment.figure_known
 */
export async function moveDates(
  deps: Deps,
  by: By,
  body: z.output<typeof moveDatesSchema>,
): Promise<RecruitmentDesk> {
  return inTransaction(deps.db, async (tx) => {
    const group = await requireDrawn(tx, by.actor, by.groupId)
    const row = await requireRow(tx, group.id, 'update')
    if (row.state !== 'open' && row.state !== 'closed') throw refuse('recruitment.wrong_state')
    requireDates(deps.clock(), body)
    if (row.state === 'closed' && (await q.hasCome(tx, row.publicAt)))
      throw refuse('recruitment.figure_known')
    const moved = await q.change(tx, row, { ...REOPENED, ...body })
    if (!moved) throw refuse('recruitment.wrong_state')
    await noted(tx, by, moved, 'moved', { was: row.state, closesAt: body.closesAt.toISOString() })
    return deskView({ ...deps, db: tx }, by.actor, group, moved)
  }).catch((error: unknown) => {
    throw sqlState(error) === 'HW172' ? refuse('recruitment.figure_known') : error
  })
}

/** @throws recruitment.group_unknown · recruitment.none */
export async function desk(deps: Deps, actor: Actor, groupId: string): Promise<RecruitmentDesk> {
  const group = await requireDrawn(deps.db, actor, groupId)
  return deskView(deps, actor, group, await requireRow(deps.db, groupId))
}
