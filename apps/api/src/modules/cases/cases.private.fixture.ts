import { casesContract as contract } from '@howcanwe/shared/cases'
import type { Role } from '@howcanwe/shared/identity'
import { introductionsContract } from '@howcanwe/shared/introductions'
import { jointInterestsContract } from '@howcanwe/shared/joint-interests'
import { matchingContract } from '@howcanwe/shared/matching'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { someId, startWorld, type World } from '../../../test/support.ts'

/** Written into every word a broker may write; nobody else may ever read it (trust T-02). */
export const CANARY = 'kanariegeel'
/** Written for the organisations a broker asks, and read by nobody but them. */
export const ASKED = 'kanarierood'
/** Those here who may read neither. */
export const OTHERS = [
  'a stranger',
  'Ruth, the commissioner',
  'Joan, the steward',
  'Cllr Shah',
  'a funder',
  'Femi, the facilitator',
  'a broker of another place',
  'a broker who works for the council',
  'Mr Okafor, a resident',
  'Amina of the group it is about',
] as const

export let world: World
export let here: SeededPlace
export let caseId = ''
/** Names of an address that this world has a row of. */
export const known: Record<string, string> = {}
export const people = new Map<string, string>()

const role = (name: string, which: Exclude<Role, 'member'>, place = here) =>
  world.seed
    .person({ name, roles: [{ placeId: place.id, role: which }] })
    .then((id) => people.set(name, id))

async function identities() {
  await role('Ruth, the commissioner', 'commissioner')
  await role('Joan, the steward', 'steward')
  await role('Cllr Shah', 'elected-member')
  await role('a funder', 'funder')
  await role('Femi, the facilitator', 'facilitator')
  await role('a broker of another place', 'broker', await world.seed.place())
  await role('a broker who works for the council', 'broker')
  people.set('Mr Okafor, a resident', await world.seed.person())
  people.set('Amina of the group it is about', await world.seed.person())
}

async function plant(ines: string, organisationId: string, groupId: string) {
  const call = await world.as(ines)
  const line = { whoAsked: CANARY, consentReference: CANARY, minutes: 5, outcome: CANARY }
  for (const subject of [
    { kind: 'organisation' as const, organisationId },
    { kind: 'group' as const, groupId },
    { kind: 'challenge' as const, challengeId: known.challengeId ?? '' },
  ]) {
    const made = await call(contract.start, {
      params: { placeId: here.id },
      body: { subject, title: CANARY, nextAction: CANARY, dueOn: '2031-01-01' },
    })
    const params = { caseId: made.id }
    const body = { neutralityNote: CANARY }
    await call(contract.change, { params, body }, { ifMatch: made.version })
    await call(contract.log, { params, body: { ...line, kind: 'call' } })
    await call(contract.move, { params, body: { stage: 'managing' } })
    await call(contract.close, { params, body: { outcome: CANARY } })
    await call(contract.reopen, { params, body: {} })
    caseId = made.id
  }
  await call(contract.declareConflict, {
    params: { challengeId: known.otherChallengeId ?? '' },
    body: { note: CANARY },
  })
  await world.db.execute(sql`
    insert into typed_entries (id, place_id, organisation_id, what, typed_by, who_asked, told)
    values (${someId()}, ${here.id}, ${organisationId}, 'organisation', ${ines}, ${CANARY}, 'slip')`)
}

/** What she writes of others beside a case: why not, why these two, why together. */
async function plantBeside(ines: string, organisationId: string) {
  const call = await world.as(ines)
  const params = { challengeId: known.challengeId ?? '' }
  await call(matchingContract.decide, {
    params,
    body: { kind: 'organisation', id: organisationId, decision: 'dismissed', reason: CANARY },
  })
  const place = here
  const [one, two] = [
    await world.seed.organisation({ place }),
    await world.seed.organisation({ place }),
  ]
  const { id } = await call(introductionsContract.draft, {
    body: {
      ...{ placeId: here.id, ...params, guess: 'never-met' },
      first: { organisationId: one, about: ASKED },
      second: { organisationId: two, about: ASKED },
    },
  })
  const invited = [one, two].map((by) => ({ organisationId: by, why: ASKED }))
  const seed = await call(jointInterestsContract.seed, { params, body: { invited } })
  Object.assign(known, { introductionId: id, jointInterestId: seed.id })
}

async function build() {
  world = await startWorld()
  const { seed } = world
  here = await seed.place()
  await identities()
  const ruth = people.get('Ruth, the commissioner') ?? ''
  const ines = await seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
  const council = await seed.organisation({
    place: here,
    kind: 'council',
    sector: 'public',
    members: [ruth, people.get('a broker who works for the council') ?? ''],
  })
  const organisationId = await seed.organisation({
    place: here,
    members: [people.get('Amina of the group it is about') ?? ''],
  })
  const asks = { place: here, commissioner: ruth, council }
  known.challengeId = await seed.openChallenge({ ...asks, slug: 'a-break' })
  known.otherChallengeId = await seed.openChallenge(asks)
  const groupId = await seed.group({
    placeId: here.id,
    challengeId: known.challengeId,
    facilitatorId: people.get('Femi, the facilitator') ?? '',
  })
  people.set('Ines', ines)
  await plant(ines, organisationId, groupId)
  await plantBeside(ines, organisationId)
  Object.assign(known, { placeId: here.id, organisationId, groupId, caseId, slug: 'a-break' })
}

/** A place where a broker has written wherever she can, and everybody who must not read it. */
export function inTown(): void {
  beforeAll(build)
  afterAll(() => world.close())
}
