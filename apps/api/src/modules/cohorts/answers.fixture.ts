import { cohortsContract, type Decision, type NextStep } from '@howcanwe/shared/cohorts'
import { interestsContract } from '@howcanwe/shared/interests'
import type { IncomeBand, Sector } from '@howcanwe/shared/organisations'
import { type SQL, sql } from 'drizzle-orm'
import type { SeededPlace } from '../../../test/seed.ts'
import type { World } from '../../../test/support.ts'
import { inTransaction, sqlState } from '../../db/database.ts'
import { keepAnswerClocks } from './usecases/reminding.ts'

export interface Sent {
  id: string
  organisationId: string
  name: string
  /** Who answers for it. */
  member: string
  email: string
}

/** A town where people have answered a challenge of Ruth's: what the tests of answers begin with. */
export interface Town {
  world: World
  place: SeededPlace
  ruth: string
  ines: string
  council: string
}

export async function townOf(world: World): Promise<Town> {
  const place = await world.seed.place()
  const roles = (role: 'commissioner' | 'broker') => [{ placeId: place.id, role }]
  const ruth = await world.seed.person({
    name: 'Ruth',
    email: `ruth-${place.id}@example.org`,
    roles: roles('commissioner'),
  })
  const ines = await world.seed.person({
    name: 'Ines',
    email: `ines-${place.id}@example.org`,
    roles: roles('broker'),
  })
  const council = await world.seed.organisation({
    place,
    name: 'Northgate Council',
    kind: 'council',
    sector: 'public',
    incomeBand: 'not-a-charity',
    members: [ruth],
  })
  return { world, place, ruth, ines, council }
}

let count = 0
async function answer(town: Town, challengeId: string, n: number): Promise<Sent> {
  const { world, place } = town
  const name = `Group ${++count}`
  const member = await world.seed.person({ name: `Member of ${name}` })
  const email = `answers-${count}@example.org`
  const sector: Sector = n % 4 === 3 ? 'private' : 'community'
  const incomeBand: IncomeBand = sector === 'private' ? 'not-a-charity' : 'micro'
  const organisationId = await world.seed.organisation({
    place,
    name,
    sector,
    incomeBand,
    kind: sector === 'private' ? 'company' : 'charity',
    contactEmail: email,
    members: [member],
  })
  const { id } = await (await world.as(member))(interestsContract.express, {
    params: { challengeId },
    body: {
      organisationId,
      why: 'People come to us every week with this question.',
      bring: [],
      bringNote: '',
      hoursPerMonth: 8,
      fromWhen: null,
      need: [],
      needNote: '',
      together: 'alone',
      togetherWith: '',
      conflict: false,
      conflictNote: '',
    },
  })
  return { id, organisationId, name, member, email }
}

/** So many have answered, and the deadline has passed unless `open`. */
export async function answered(
  town: Town,
  howMany: number,
  more: { open?: boolean; resultsBy?: string } = {},
): Promise<{ challengeId: string; all: Sent[] }> {
  const { world, place, ruth, council } = town
  const { open, ...columns } = more
  const challengeId = await world.seed.openChallenge({
    place,
    commissioner: ruth,
    council,
    ...columns,
  })
  const all: Sent[] = []
  for (let n = 0; n < howMany; n++) all.push(await answer(town, challengeId, n))
  if (!open) await world.seed.passDeadline(challengeId)
  return { challengeId, all }
}

/** A whole answer to one organisation, in words of its own. */
export const told = (sent: Sent, more: Partial<Decision> = {}): Decision => ({
  interestId: sent.id,
  reason: `${sent.name} is strong, but others are closer to carers at night.`,
  criteria: [
    { position: 0, sentence: `People come to ${sent.name} every Tuesday, and that shows.` },
    { position: 1, sentence: `${sent.name} could begin in May, and the others in March.` },
  ],
  nextStep: { kind: 'meet-broker' as NextStep, note: `Ring Ines about ${sent.name}.` },
  ...more,
})

export const STATEMENT = 'We read every answer twice and rang each of them before we chose.'

/** Ruth tells everybody: nobody is chosen. */
export const tellNone = async (town: Town, challengeId: string, notThisTime: Decision[]) =>
  (await town.world.as(town.ruth))(cohortsContract.chooseNone, {
    params: { challengeId },
    body: { statement: STATEMENT, notThisTime },
  })

/** Everybody has been told; nobody was chosen. */
export async function allTold(town: Town, howMany: number) {
  const { challengeId, all } = await answered(town, howMany)
  await tellNone(
    town,
    challengeId,
    all.map((sent) => told(sent)),
  )
  return { challengeId, all }
}

/** What the database says to these statements, in one transaction: 'done', or its SQLSTATE. */
export const bySql = (world: World, ...work: SQL[]) =>
  inTransaction(world.db, async (tx) => {
    for (const statement of work) await tx.execute(statement)
  }).then(
    () => 'done',
    (error: unknown) => sqlState(error) ?? 'unknown',
  )

export const rowsOf = async <T extends Record<string, unknown>>(world: World, query: SQL) =>
  (await world.db.execute<T>(query)).rows

export const lettersTo = (world: World, email: string, like = 'cohorts.%') =>
  rowsOf<{ template: string; subject: string; body: string }>(
    world,
    sql`select template, subject, body from outbox
      where recipient = ${email} and template like ${like} order by id`,
  )

/** The worker goes on until nothing is left to do. */
export async function work(world: World): Promise<number> {
  let steps = 0
  while (await keepAnswerClocks(world.db, 'http://localhost:3000')) steps++
  return steps
}

/** Lets so much time have passed for a clock: only a table's owner can, by lifting its guard. */
export const letPass = (
  world: World,
  table: 'answer_clocks' | 'questions_back' | 'feedback_ratings',
  id: string,
  interval: string,
) =>
  inTransaction(world.db, async (tx) => {
    const columns = {
      answer_clocks: ['due_at', 'ten_days_at', 'soon_at', 'day_at'],
      questions_back: ['asked_at', 'due_at', 'day_at'],
      feedback_ratings: ['rated_at', 'changeable_until'],
    }[table]
    const key = table === 'answer_clocks' ? 'challenge_id' : 'interest_id'
    const guard = sql.raw(`${table}_guard`)
    const set = sql.raw(columns.map((c) => `${c} = ${c} - interval '${interval}'`).join(', '))
    await tx.execute(sql`alter table ${sql.raw(table)} disable trigger ${guard}`)
    await tx.execute(sql`update ${sql.raw(table)} set ${set} where ${sql.raw(key)} = ${id}`)
    await tx.execute(sql`alter table ${sql.raw(table)} enable trigger ${guard}`)
  })
