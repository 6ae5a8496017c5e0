import { cohortsContract as contract, type NextStep } from '@howcanwe/shared/cohorts'
import { interestsContract } from '@howcanwe/shared/interests'
import { type IncomeBand, type Kind, sectorOf } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { startWorld, type World } from '../../../test/support.ts'
import { ALONE } from '../joint-interests/joint-interests.fixture.ts'

export let world: World
export let town: SeededPlace
export let ruth: string
export let council: string
export let amina: string
export let challengeId: string

/** A place with a commissioner, her council and Amina, for every test of a file; each test has a challenge of its own. */
export function inTown(): void {
  beforeAll(async () => {
    world = await startWorld()
    town = await world.seed.place()
    ruth = await world.seed.person({
      name: 'Ruth',
      roles: [{ placeId: town.id, role: 'commissioner' }],
    })
    council = await world.seed.organisation({
      place: town,
      name: 'Northgate Council',
      kind: 'council',
      sector: 'public',
      incomeBand: 'not-a-charity',
      members: [ruth],
    })
    amina = await world.seed.person({ name: 'Amina' })
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    challengeId = await world.seed.openChallenge({ place: town, commissioner: ruth, council })
  })
}

/** From here on it is about this challenge. */
export function turnTo(id: string): void {
  challengeId = id
}

export interface Sent {
  id: string
  organisationId: string
  name: string
}

let count = 0
/** An organisation of which Amina is a member has answered the challenge. */
export async function answered(kind: Kind, incomeBand: IncomeBand): Promise<Sent> {
  const name = `Answering ${++count}`
  const organisationId = await world.seed.organisation({
    place: town,
    name,
    kind,
    sector: sectorOf(kind),
    incomeBand,
    members: [amina],
  })
  const { id } = await (await world.as(amina))(interestsContract.express, {
    params: { challengeId },
    body: {
      organisationId,
      ...ALONE,
    },
  })
  return { id, organisationId, name }
}

export const MIXED: [Kind, IncomeBand][] = [
  ['unconstituted-group', 'none'],
  ['charity', 'micro'],
  ['housing-association', 'major'],
  ['company', 'not-a-charity'],
  ['charity', 'medium'],
  ['charity', 'large'],
]
/** Six have answered and the deadline has passed. */
export async function sixAnswered(kinds = MIXED): Promise<Sent[]> {
  const all: Sent[] = []
  for (const [kind, band] of kinds) all.push(await answered(kind, band))
  await world.seed.passDeadline(challengeId)
  return all
}

export const because = (sent: Sent) => ({
  interestId: sent.id,
  reason: `${sent.name}: the group knows the people in Elmside by name.`,
  criteria: [
    { position: 0, sentence: `${sent.name} meets forty people every week, who stay for tea.` },
    { position: 2, sentence: `${sent.name} wrote down how it began, so that others can copy it.` },
  ],
  nextStep: { kind: 'meet-broker' as NextStep, note: `Ring Ines about ${sent.name}.` },
})
export const statement =
  'We read every answer twice and looked for two groups that know carers at night.'
export const choiceOf = (chosen: Sent[], notThisTime: Sent[], more: object = {}) => ({
  chosen: chosen.map(because),
  notThisTime: notThisTime.map(because),
  statement,
  ...more,
})
export async function press(
  body: ReturnType<typeof choiceOf> & { reservedPlacesReason?: string | null },
  person = ruth,
) {
  return (await world.as(person))(contract.choose, { params: { challengeId }, body })
}
export async function pressNone(notThisTime: Sent[], person = ruth) {
  return (await world.as(person))(contract.chooseNone, {
    params: { challengeId },
    body: { statement, notThisTime: notThisTime.map(because) },
  })
}

export const rowsOf = async <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  (await world.db.execute<T>(query)).rows
export const lettersTo = (sent: Sent) =>
  rowsOf<{ template: string; subject: string; body: string }>(
    sql`select template, subject, body from outbox where template like 'cohorts.%' and recipient =
      (select contact_email from organisations where id = ${sent.organisationId})`,
  )
export const statesNow = async () =>
  (
    await rowsOf<{ state: string }>(
      sql`select state from interests where challenge_id = ${challengeId} order by id`,
    )
  ).map((r) => r.state)
export const challengeState = async () =>
  (await rowsOf<{ state: string }>(sql`select state from challenges where id = ${challengeId}`))[0]
    ?.state
/** Nothing of an announcement is there: no cohort, no decision, no letter, no trail. */
export async function expectNothingHappened(all: Sent[]) {
  expect(await rowsOf(sql`select id from cohorts where challenge_id = ${challengeId}`)).toEqual([])
  expect(new Set(await statesNow())).not.toContain('chosen')
  expect(new Set(await statesNow())).not.toContain('not-this-time')
  for (const sent of all) expect(await lettersTo(sent)).toEqual([])
  const ids = sql.join(
    [challengeId, ...all.map((s) => s.id)].map((id) => sql`${id}`),
    sql`, `,
  )
  expect(
    await rowsOf(
      sql`select action from audit_events where subject_id in (${ids}) and
        (action like 'cohorts.%' or action in ('interests.decided', 'challenges.formed', 'challenges.none-chosen'))`,
    ),
  ).toEqual([])
}
