import { interestsContract } from '@howcanwe/shared/interests'
import {
  jointInterestsContract as contract,
  type JointInterest,
} from '@howcanwe/shared/joint-interests'
import type { IncomeBand } from '@howcanwe/shared/organisations'
import { type SQL, sql } from 'drizzle-orm'
import type { SeededPlace } from '../../../test/seed.ts'
import type { World } from '../../../test/support.ts'
import { inTransaction, sqlState } from '../../db/database.ts'

/** An organisation with somebody who answers for it. */
export interface Group {
  id: string
  name: string
  member: string
  email: string
}

export interface Town {
  world: World
  place: SeededPlace
  ruth: string
  ines: string
  council: string
  challengeId: string
  amina: Group
  elders: Group
  lunch: Group
}

/** Where an answer together is begun, written and sent. */
type Here = Pick<Town, 'world' | 'challengeId'>

let count = 0
export async function group(
  { world, place }: Pick<Town, 'world' | 'place'>,
  name: string,
  incomeBand: IncomeBand = 'micro',
): Promise<Group> {
  const n = ++count
  const email = `joint-${n}@example.org`
  const member = await world.seed.person({ name: `Somebody of ${name}` })
  const id = await world.seed.organisation({
    place,
    name: `${name} ${n}`,
    incomeBand,
    contactEmail: email,
    members: [member],
  })
  return { id, name: `${name} ${n}`, member, email }
}

/** A town with an open challenge of £16,000, a broker and three small groups. */
export async function townOf(world: World): Promise<Town> {
  const place = await world.seed.place()
  const ruth = await world.seed.person({
    name: 'Ruth',
    roles: [{ placeId: place.id, role: 'commissioner' }],
  })
  const ines = await world.seed.person({
    name: 'Ines',
    roles: [{ placeId: place.id, role: 'broker' }],
  })
  const council = await world.seed.organisation({
    place,
    name: `Council ${++count}`,
    kind: 'council',
    sector: 'public',
    incomeBand: 'not-a-charity',
    members: [ruth],
  })
  const challengeId = await world.seed.openChallenge({ place, commissioner: ruth, council })
  const here = { world, place }
  return {
    ...here,
    ...{ ruth, ines, council, challengeId },
    amina: await group(here, 'Carers'),
    elders: await group(here, 'Somali elders'),
    lunch: await group(here, 'Lunch club'),
  }
}

export const WHY = 'You know people nobody else here reaches.'

export const begin = async (
  { world, challengeId }: Here,
  by: Group,
  others: readonly Group[],
): Promise<JointInterest> =>
  (await world.as(by.member))(contract.start, {
    params: { challengeId },
    body: {
      organisationId: by.id,
      purpose: 'Carers, elders and the lunch club look after each other’s free hours.',
      invited: others.map((one) => ({ organisationId: one.id, why: WHY })),
    },
  })

const of = (jointInterestId: string) => ({ params: { jointInterestId } })

export const say = async (town: Here, by: Group, id: string, yes = true) =>
  (await town.world.as(by.member))(contract.answer, {
    ...of(id),
    body: { organisationId: by.id, yes },
  })

export const PART = {
  part: 'We sit with people on Tuesday nights.',
  role: 'Nights',
  hoursPerMonth: 6,
  pence: 100_000,
  nameOnly: null as string | null,
  conflict: false,
  conflictNote: '',
}

export const write = async (
  town: Here,
  by: Group,
  id: string,
  more: Partial<typeof PART> = {},
): Promise<JointInterest> => {
  const { termsVersion } = await look(town, by, id)
  const body = { organisationId: by.id, ...PART, ...more }
  return (await town.world.as(by.member))(
    contract.writePart,
    { ...of(id), body },
    { ifMatch: termsVersion },
  )
}

export const look = async (town: Here, by: Group, id: string): Promise<JointInterest> =>
  (await town.world.as(by.member))(contract.read, { ...of(id), query: {} })

export const agree = async (town: Here, by: Group, id: string): Promise<JointInterest> => {
  const { termsVersion } = await look(town, by, id)
  return (await town.world.as(by.member))(
    contract.agree,
    { ...of(id), body: { organisationId: by.id } },
    { ifMatch: termsVersion },
  )
}

export const send = async (town: Here, by: Group, id: string): Promise<JointInterest> => {
  const { termsVersion } = await look(town, by, id)
  const call = await town.world.as(by.member)
  return call(contract.send, { ...of(id), body: {} }, { ifMatch: termsVersion })
}

/** All have said yes, written their part and agreed. */
export async function ready(town: Here, by: Group, others: readonly Group[]): Promise<string> {
  const { id } = await begin(town, by, others)
  for (const one of others) await say(town, one, id)
  for (const one of [by, ...others]) await write(town, one, id)
  for (const one of [by, ...others]) await agree(town, one, id)
  return id
}

export const ALONE = {
  why: 'People come to us every week with this question.',
  bring: [],
  bringNote: '',
  hoursPerMonth: 8,
  fromWhen: null,
  need: [],
  needNote: '',
  together: 'alone' as const,
  togetherWith: '',
  conflict: false,
  conflictNote: '',
}

export const answerAlone = async ({ world, challengeId }: Town, by: Group) =>
  (await world.as(by.member))(interestsContract.express, {
    params: { challengeId },
    body: { organisationId: by.id, ...ALONE },
  })

/** What the database says to the application itself: 'done', or its SQLSTATE. */
export const bySql = (world: World, ...work: SQL[]) =>
  inTransaction(world.appDb, async (tx) => {
    for (const statement of work) await tx.execute(statement)
  }).then(
    () => 'done',
    (error: unknown) => sqlState(error) ?? 'unknown',
  )

export const lettersTo = async (world: World, email: string) =>
  (
    await world.db.execute<{ template: string; subject: string; body: string }>(
      sql`select template, subject, body from outbox where recipient = ${email} order by created_at, id`,
    )
  ).rows
