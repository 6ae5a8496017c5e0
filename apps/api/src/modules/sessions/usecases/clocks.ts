import type { ActionOf } from '@howcanwe/shared/audit'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { type GroupRow, groupById } from '../../codesign/index.ts'
import * as clocks from '../queries/clocks.queries.ts'
import { carryOne, dropUndecidable } from '../queries/off-agenda.queries.ts'
import type { SessionRow } from '../queries/sessions.queries.ts'
import { fellOffLetter, notesDueLetter } from '../sessions.running.words.ts'
import { reminderLetter } from '../sessions.words.ts'
import { tellMember, tellMovedUp } from './letters.ts'
import { tellReopened, tellRunner } from './tell-runner.ts'

type Needs = Pick<Deps, 'db' | 'config'>
type Step = (deps: Needs, tx: Database) => Promise<boolean>

const about = (tx: Database, session: SessionRow, action: ActionOf<'sessions'>, after = {}) =>
  record(tx, {
    placeId: session.placeId,
    actorId: null,
    action: `sessions.${action}`,
    subject: { kind: 'group_session', id: session.id },
    after,
  })

/** The group a clock rang for; undefined when it is gone. */
const groupOf = (tx: Database, session: SessionRow): Promise<GroupRow | undefined> =>
  groupById(tx, session.groupId)

const movedUp: Step = async (deps, tx) => (await tellMovedUp(deps, tx)) > 0

const reopened: Step = async (deps, tx) => (await tellReopened(deps, tx)) > 0

const remind: Step = async (deps, tx) => {
  const due = await clocks.takeReminder(tx)
  const group = due && (await groupOf(tx, due.session))
  if (!group) return Boolean(due)
  await tellMember(
    deps,
    tx,
    { group, ...due },
    { template: 'sessions.reminder', words: reminderLetter, about: 'reminder', more: {} },
  )
  return true
}

const papersOver: Step = async (deps, tx) => {
  const session = await clocks.takePapersDue(tx)
  if (!session) return false
  const more = await dropUndecidable(tx, session.id)
  const items = more.talked.length + more.off.length
  const group = await groupOf(tx, session)
  if (items === 0 || !group) return true
  await about(tx, session, 'fell-off', { items, off: more.off.length })
  const letter = { template: 'sessions.fell-off', words: fellOffLetter, more } as const
  await tellRunner(deps, tx, { group, session }, letter)
  return true
}

/** What came off goes on the next agenda, as soon as there is one. */
const carryOn: Step = (_, tx) => carryOne(tx)

const notesDue: Step = async (deps, tx) => {
  const session = await clocks.takeNotesDue(tx)
  const group = session && (await groupOf(tx, session))
  if (!group) return Boolean(session)
  const letter = { template: 'sessions.notes-due', words: notesDueLetter, more: {} } as const
  await tellRunner(deps, tx, { group, session }, letter)
  return true
}

const STEPS: readonly Step[] = [movedUp, reopened, remind, papersOver, carryOn, notesDue]

/**
 * Does the next thing a session's clock calls for: tells who moved up and what opened again, reminds who comes, takes off what has no paper in
 * time, reminds of notes. Each takes its row with SKIP LOCKED and marks it, so that two workers do nothing twice.
 *
 * @returns whether there was one
 */
export async function keepSessionClocks(deps: Needs): Promise<boolean> {
  for (const step of STEPS) {
    const done = await inTransaction(deps.db, (tx) => step(deps, tx))
    if (done) return true
  }
  return false
}
