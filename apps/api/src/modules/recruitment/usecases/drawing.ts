import type { RecruitmentDesk } from '@howcanwe/shared/recruitment'
import { type Database, inTransaction, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { type GroupRow, takeIn } from '../../codesign/index.ts'
import { endConsents } from '../../consents/index.ts'
import { open as openVault } from '../../vault/index.ts'
import { refuse } from '../recruitment.errors.ts'
import { tellNotDrawn } from '../recruitment.letters.ts'
import { type Box, drawn as drawFrom, seedOf, sheetOf } from '../recruitment.lottery.rules.ts'
import { targetsOf, tidied } from '../recruitment.open.rules.ts'
import { appliedFor } from '../recruitment.pool.rules.ts'
import * as q from '../recruitment.queries.ts'
import { noted, SECRET } from './opening.ts'
import { deskView, requireDrawn, requireRow } from './view.ts'

interface By {
  actor: Actor
  groupId: string
  requestId: string
}

/**
 * Takes the announced figure. The first person's is kept; when a second person types the same, the secret is opened, and
 * secret and figure together draw one sheet. Different figures draw nothing, and both start anew: so a slip of the finger
 * is found before anybody can know what it would have drawn.
 *
 * @throws recruitment.group_unknown · recruitment.none · recruitment.wrong_state · recruitment.figure_not_yet ·
 *   recruitment.figures_differ
 */
export async function draw(deps: Deps, by: By, typed: string): Promise<RecruitmentDesk> {
  const done = await inTransaction(deps.db, async (tx) => {
    const group = await requireDrawn(tx, by.actor, by.groupId)
    const row = await requireRow(tx, group.id, 'update')
    if (row.state !== 'closed' || row.way !== 'lottery') throw refuse('recruitment.wrong_state')
    if (!(await q.hasCome(tx, row.publicAt))) throw refuse('recruitment.figure_not_yet')
    const value = tidied(typed)
    const isSecond = row.typedBy !== null && row.typedBy !== by.actor.personId
    if (isSecond && row.typedValue !== value) {
      await q.change(tx, row, { typedValue: null, typedBy: null })
      await noted(tx, by, row, 'figures-differed', {})
      return undefined
    }
    const after = isSecond
      ? await drawSheet(deps, tx, by, row)
      : await keepTyped(tx, by, row, value)
    return deskView({ ...deps, db: tx }, by.actor, group, after)
  })
  if (!done) throw refuse('recruitment.figures_differ')
  return done
}

async function keepTyped(tx: Database, by: By, row: q.RecruitmentRow, value: string) {
  const kept = await q.change(tx, row, { typedValue: value, typedBy: by.actor.personId })
  await noted(tx, by, row, 'figure-typed', { value })
  return kept ?? row
}

async function drawSheet(deps: Deps, tx: Database, by: By, row: q.RecruitmentRow) {
  const context = { placeId: row.placeId, subjectId: row.id, field: SECRET }
  const reader = { personId: by.actor.personId, requestId: by.requestId }
  const secret = (await openVault(tx, deps.config.vaultKey, context, reader))?.text
  if (!secret || row.box === null || row.typedValue === null)
    throw refuse('recruitment.wrong_state')
  const box: Box = JSON.parse(row.box)
  const seed = seedOf(secret, row.typedValue)
  const values = {
    ...({ state: 'drawn', secret, seed, publicValue: row.typedValue } as const),
    sheet: sheetOf(seed, row.sheets),
    drawnBy: by.actor.personId,
  }
  await q.change(tx, row, values, 'drawnAt')
  await q.markNames(tx, row.id, drawFrom(box, seed), 'drawn')
  const { sheet } = values
  await noted(tx, by, row, 'drawn', { boxHash: row.boxHash, seed, sheet })
  return count(tx, { ...row, state: 'drawn' })
}

/** How many of those who came up count towards each target: the answers themselves do not stay (M27). */
async function count(tx: Database, row: Pick<q.RecruitmentRow, 'id' | 'state' | 'categories'>) {
  const people = await q.poolOf(tx, row.id, ['drawn'])
  const counts = targetsOf(row.categories).map((target) => appliedFor(target, people))
  const counted = await q.change(tx, row, { result: { drawn: people.length, counts } })
  if (!counted) throw new Error('changed under our hands')
  return counted
}

/**
 * A person has looked at the draw (CD7): those who came up get their places, the others a letter, and what was said with
 * a consent of its own is deleted for all.
 *
 * @throws recruitment.group_unknown · recruitment.none · recruitment.wrong_state · codesign.group_full
 */
export async function confirm(deps: Deps, by: By): Promise<RecruitmentDesk> {
  return inTransaction(deps.db, async (tx) => {
    const group = await requireDrawn(tx, by.actor, by.groupId)
    const found = await requireRow(tx, group.id, 'update')
    const isAllIn = found.way === 'all-in' && found.state === 'closed'
    if (found.state !== 'drawn' && !isAllIn) throw refuse('recruitment.wrong_state')
    const row = isAllIn ? await allIn(tx, found) : found
    const values = { state: 'confirmed', confirmedBy: by.actor.personId } as const
    const after = await q.change(tx, row, values, 'confirmedAt')
    if (!after) throw refuse('recruitment.wrong_state')
    await tellEverybody(deps, tx, group, after)
    await noted(tx, by, after, 'confirmed', { drawn: after.result?.drawn ?? 0 })
    return deskView({ ...deps, db: tx }, by.actor, group, after)
  })
}

async function allIn(tx: Database, row: q.RecruitmentRow): Promise<q.RecruitmentRow> {
  const names = await q.namesOf(tx, row.id, ['in'])
  const numbers = names.map(({ number }) => number)
  await q.markNames(tx, row.id, numbers, 'drawn')
  return count(tx, row)
}

async function tellEverybody(deps: Deps, tx: Database, group: GroupRow, row: q.RecruitmentRow) {
  const others = await q.namesOf(tx, row.id, ['in'])
  const numbers = others.map(({ number }) => number)
  await q.markNames(tx, row.id, numbers, 'not-drawn')
  await inTurn(others, (name) => tellNotDrawn(deps, tx, group, row, name))
  await inTurn(await q.namesOf(tx, row.id, ['drawn']), async (name) => {
    const memberId = await takeIn(deps, tx, group, name)
    await q.seated(tx, name.id, memberId)
  })
  await inTurn(await q.namesOf(tx, row.id, ['drawn', 'not-drawn']), ({ id }) =>
    endConsents(tx, { kind: 'draw-name', id }, 'draw-special'),
  )
}
