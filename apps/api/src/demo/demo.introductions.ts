import type { Known } from '@howcanwe/shared/actors'
import type { Outcome } from '@howcanwe/shared/introductions'
import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { hashOf, newToken } from '../modules/identity/index.ts'
import * as q from '../modules/introductions/introductions.queries.ts'
import { type Ids, idOf } from './demo.ids.ts'

interface Drafted {
  first: [body: string, about: string]
  second: [body: string, about: string]
  /** How far it has come; `over` is what a no looks like to whoever said yes. */
  until: 'drafted' | 'asked-first' | 'first-yes' | 'over' | 'done'
}

const INTRODUCTIONS: readonly Drafted[] = [
  {
    first: ['carers', 'Nine carers who meet on Tuesdays and find nights the hardest.'],
    second: ['minds', 'Somebody to talk to, also at two in the morning.'],
    until: 'done',
  },
  {
    first: ['youth', 'Young people whose parents ask about debts and do not dare to ring.'],
    second: ['advice', 'Help with money and housing, in the mornings.'],
    until: 'over',
  },
  {
    first: ['carers', 'Nine carers who meet on Tuesdays and need a room without steps.'],
    second: ['homes', 'Has a step-free common room with a kitchen that is empty on Tuesdays.'],
    until: 'asked-first',
  },
  {
    first: ['youth', 'Young people in Elmside who would like to learn how to build things.'],
    second: ['university', 'Designers who look for people to try things out with.'],
    until: 'first-yes',
  },
  {
    first: ['newcomers', 'Speaks five languages and would like to cook for more people.'],
    second: ['pantry', 'Has a kitchen and a van, and looks for cooks.'],
    until: 'drafted',
  },
]

/** Introductions at five points of their way (BR3); asked and answered through the same guards as in any place. */
export async function loadIntroductions(
  tx: Database,
  placeId: string,
  of: { persons: Ids; bodies: Ids },
): Promise<void> {
  for (const { first, second, until } of INTRODUCTIONS) {
    const side = (turn: 'first' | 'second', [body, about]: [string, string]) => ({
      ...{ turn, about },
      organisationId: idOf(of.bodies, body),
    })
    const id = await q.put(
      tx,
      { placeId, guess: 'never-met', draftedBy: idOf(of.persons, 'ines') },
      [side('first', first), side('second', second)],
    )
    if (until === 'drafted') continue
    await q.change(tx, id, { state: 'asked-first' })
    await ask(tx, id, 0)
    if (until === 'asked-first') continue
    await say(tx, id, 0, 'yes')
    // The second is asked a day after that, by the worker.
    if (until === 'first-yes') continue
    await letPass(tx, id, 2)
    await q.change(tx, id, { state: 'asked-second' })
    await ask(tx, id, 1)
    if (until === 'done') await bringTogether(tx, id, 'keep-in-touch')
    else await letEnd(tx, id)
  }
}

/** The second yes, what both said came of it a fortnight later, and the broker's word for it. */
async function bringTogether(tx: Database, id: string, outcome: Outcome): Promise<void> {
  await say(tx, id, 1, 'yes')
  await q.markBothYes(tx, id)
  await letPass(tx, id, 15)
  await q.change(tx, id, { state: 'met', whatCameAskedAt: await q.databaseNow(tx) })
  for (const at of [0, 1] as const) await q.changeSide(tx, await sideOf(tx, id, at), { outcome })
  await q.conclude(tx, id, outcome)
  await q.forgetLinks(tx, id)
  await letPass(tx, id, 6)
}

/** The second says no. Whoever said yes hears at the end of the time, and only that it did not come about (BR3). */
async function letEnd(tx: Database, id: string): Promise<void> {
  await say(tx, id, 1, 'no')
  await letPass(tx, id, 21)
  await q.markTold(tx, await sideOf(tx, id, 0))
  await q.end(tx, id)
  await q.forgetLinks(tx, id)
  await letPass(tx, id, 4)
}

async function sideOf(tx: Database, id: string, at: 0 | 1): Promise<q.SideRow> {
  const whole = await q.wholeById(tx, id)
  if (!whole) throw new Error('the demo lost an introduction')
  return whole.parties[at].side
}

const ask = async (tx: Database, id: string, at: 0 | 1) =>
  q.markAsked(tx, await sideOf(tx, id, at), hashOf(newToken()))

const NEVER_MET: Known = 'never-met'

const say = async (tx: Database, id: string, at: 0 | 1, answer: 'yes' | 'no') =>
  q.putAnswer(tx, await sideOf(tx, id, at), {
    answer,
    ...(answer === 'yes' ? { known: NEVER_MET, share: 'both' } : { known: null, share: null }),
    ...{ answeredBy: null, ownAbout: null },
  })

/** Lets so many days have passed: only whoever owns the tables can, by lifting the guards meanwhile. */
async function letPass(tx: Database, id: string, days: number): Promise<void> {
  const tables = [sql`introductions`, sql`introduction_sides`]
  const earlier = (columns: readonly string[]) =>
    sql.raw(columns.map((c) => `${c} = ${c} - interval '${days} days'`).join(', '))
  for (const table of tables) await tx.execute(sql`alter table ${table} disable trigger user`)
  await tx.execute(
    sql`update introductions set ${earlier([
      'created_at',
      'both_yes_at',
      'ask_what_came_at',
      'what_came_asked_at',
      'ended_at',
    ])} where id = ${id}`,
  )
  await tx.execute(
    sql`update introduction_sides set ${earlier([
      'asked_at',
      'answer_by',
      'answered_at',
      'tell_at',
      'told_at',
    ])} where introduction_id = ${id}`,
  )
  for (const table of tables) await tx.execute(sql`alter table ${table} enable trigger user`)
}
