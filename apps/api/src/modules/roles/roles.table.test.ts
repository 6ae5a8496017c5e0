import { amendmentsContract } from '@howcanwe/shared/amendments'
import { auditContract } from '@howcanwe/shared/audit'
import { challengesContract } from '@howcanwe/shared/challenges'
import { codesignContract } from '@howcanwe/shared/codesign'
import { cohortsContract } from '@howcanwe/shared/cohorts'
import { contracts } from '@howcanwe/shared/contracts'
import type { Call } from '@howcanwe/shared/http'
import { interestsContract } from '@howcanwe/shared/interests'
import { invitationsContract } from '@howcanwe/shared/invitations'
import { organisationsContract } from '@howcanwe/shared/organisations'
import { paymentsContract } from '@howcanwe/shared/payments'
import { questionsContract } from '@howcanwe/shared/questions'
import { readingsContract } from '@howcanwe/shared/readings'
import { rolesContract } from '@howcanwe/shared/roles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someId, startWorld, type World, wire } from '../../../test/support.ts'
import { answered, type Sent, type Town, townOf } from '../cohorts/answers.fixture.ts'

const WHO = [
  'resident',
  'member',
  'commissioner',
  'colleague',
  'broker',
  'facilitator',
  'steward',
  'elected-member',
  'funder',
  'finance-clerk',
] as const
type Who = (typeof WHO)[number]

let world: World
let town: Town
let people: Record<Who, string>
let sent: Sent
/** One that is open and has been answered, one whose time is over, one that is read before it opens. */
let open: string
let past: string
let draft: string
let groupId: string

beforeAll(async () => {
  world = await startWorld()
  town = await townOf(world)
  const { place } = town
  const as = (name: string, role: Exclude<Who, 'resident' | 'member' | 'colleague'>) =>
    world.seed.person({ name, roles: [{ placeId: place.id, role }] })
  const running = await answered(town, 1, { open: true })
  open = running.challengeId
  const over = await answered(town, 1)
  past = over.challengeId
  const [one] = over.all
  if (!one) throw new Error('nobody answered')
  sent = one
  draft = await world.seed.draft({ place, commissioner: town.ruth, council: town.council })
  await world.seed.readThrough(draft)
  people = {
    resident: await world.seed.person({ name: 'Kayleigh' }),
    // Of an organisation that has answered the open one, and not the other.
    member: running.all[0]?.member ?? '',
    commissioner: town.ruth,
    colleague: await as('Tom', 'commissioner'),
    broker: town.ines,
    facilitator: await as('Yusuf', 'facilitator'),
    steward: await as('Joan', 'steward'),
    'elected-member': await as('Maya', 'elected-member'),
    funder: await as('Farid', 'funder'),
    'finance-clerk': await as('Cleo', 'finance-clerk'),
  }
  groupId = await world.seed.group({
    placeId: place.id,
    challengeId: open,
    facilitatorId: people.facilitator,
  })
})
afterAll(() => world.close())

const SAY = 'We say here at some length why it is as it is, so that all can read it.'
const ofOpen = () => ({ params: { challengeId: open } })
const ofPast = () => ({ params: { challengeId: past } })
const ofDraft = () => ({ params: { challengeId: draft } })
const here = () => ({ query: { placeId: town.place.id } })

/**
 * The table of §2.2, line by line: what is done, who may, how it is tried. Whoever is not named is refused. Where the
 * right person is refused for another reason (too few, too early), they may all the same.
 */
const TABLE: [what: string, may: readonly Who[], how: (call: Call) => Promise<unknown>][] = [
  [
    'sees who has answered, while it is open',
    [],
    (c) => c(interestsContract.forChallenge, ofOpen()),
  ],
  [
    'sees who has answered, once its time is over',
    ['commissioner'],
    (c) => c(interestsContract.forChallenge, ofPast()),
  ],
  [
    'sees another organisation’s interest',
    [],
    (c) => c(cohortsContract.mine, { params: { interestId: sent.id } }),
  ],
  [
    'writes down who should be chosen',
    ['commissioner'],
    (c) => c(cohortsContract.saveDraft, { ...ofPast(), body: { statement: SAY } }),
  ],
  [
    'chooses nobody',
    ['commissioner'],
    (c) =>
      c(cohortsContract.chooseNone, { ...ofPast(), body: { statement: SAY, notThisTime: [] } }),
  ],
  [
    'changes a challenge that is open',
    ['commissioner'],
    (c) =>
      c(
        amendmentsContract.amend,
        { ...ofOpen(), body: { kind: 'typo', changes: { summary: SAY }, reason: SAY } },
        { ifMatch: 1 },
      ),
  ],
  [
    'drafts a challenge',
    ['commissioner', 'colleague'],
    (c) => c(challengesContract.start, { body: { placeId: town.place.id } }),
  ],
  [
    'shortens the reading of a challenge',
    ['broker'],
    (c) => c(challengesContract.shortenReadThrough, { ...ofDraft(), body: { reason: SAY } }),
  ],
  [
    'answers a reader',
    ['commissioner'],
    (c) =>
      c(readingsContract.answer, {
        params: { challengeId: draft, commentId: someId() },
        body: { answer: SAY },
      }),
  ],
  ['answers questions', ['commissioner', 'broker'], (c) => c(questionsContract.desk, ofOpen())],
  ['sees who is invited', ['broker'], (c) => c(invitationsContract.list, ofOpen())],
  ['looks through all organisations', ['broker'], (c) => c(organisationsContract.list, here())],
  ['watches whether answers come in time', ['broker'], (c) => c(cohortsContract.clocks, here())],
  [
    'sees who is in a group',
    ['facilitator'],
    (c) => c(codesignContract.members, { params: { groupId } }),
  ],
  [
    'announces a session of a group',
    ['facilitator', 'broker'],
    (c) =>
      c(codesignContract.startSession, {
        params: { groupId },
        body: {
          startsAt: '2099-01-01T10:00:00Z',
          minutes: 60,
          venue: 'The hall',
          address: null,
          gettingThere: '',
          stepFree: true,
        },
      }),
  ],
  ['approves and pays', ['finance-clerk'], (c) => c(paymentsContract.desk, here())],
  [
    'reads what a place pays',
    ['steward', 'finance-clerk'],
    (c) => c(paymentsContract.rules, here()),
  ],
  ['sees who has which role, and who asked', ['steward'], (c) => c(rolesContract.all, here())],
  [
    'gives a role',
    ['steward'],
    (c) =>
      c(rolesContract.give, {
        body: { placeId: town.place.id, email: 'noor@town.example', role: 'funder' },
      }),
  ],
  [
    'takes the whole record along',
    ['steward'],
    (c) => c(auditContract.trail, { params: { placeId: town.place.id }, query: {} }),
  ],
]

/** What says: not you. Everything else is a matter of time or of what was sent. */
const NOT_YOU = /^(auth\.forbidden|[a-z-]+\.(group_)?not_found|interests\.sealed)$/

async function outcome(who: Who, how: (call: Call) => Promise<unknown>): Promise<'may' | string> {
  try {
    await how(await world.as(people[who]))
    return 'may'
  } catch (error) {
    const { code } = (error as { problem?: { code?: string } }).problem ?? {}
    if (code === undefined) throw error
    if (code === 'readings.not_found') return 'may'
    return NOT_YOU.test(code) ? 'may not' : 'may'
  }
}

describe.each(TABLE)('%s', (_, may, how) => {
  it.each(WHO)('the %s', async (who) => {
    const expected = may.includes(who) ? 'may' : 'may not'
    expect(await outcome(who, how)).toBe(expected)
  })
})

describe('a funder and an elected member', () => {
  const readable = Object.values(contracts).flatMap((noun) =>
    Object.values(noun).filter((e) => e.method === 'GET' && e.access === 'anyone' && !e.anonymous),
  )
  const noMe = readable.filter((e) => !e.path.startsWith('/auth'))

  /** An elected member sponsors questions from residents (§2.2), and finds those that wait for a sponsor. */
  const SPONSORING = ['/places/:placeId/desk/proposals', '/proposals/:proposalId/sponsors']

  it('open no route that is closed to others, but for sponsoring a question', () => {
    const opened = (role: string) =>
      Object.values(contracts)
        .flatMap((noun) => Object.values(noun))
        .filter((e) => typeof e.access !== 'string' && e.access.includes(role))
        .map((e) => e.path)
    expect(opened('funder')).toEqual([])
    expect(opened('elected-member').toSorted()).toEqual(SPONSORING)
  })

  it.each(['funder', 'elected-member'] as const)(
    'a %s reads what a stranger reads, and no word more',
    async (who) => {
      const params: Record<string, string> = {
        challengeId: open,
        placeId: town.place.id,
        groupId,
        interestId: sent.id,
      }
      const get = wire(world.app)
      const token = await world.tokenOf(people[who])
      let read = 0
      for (const e of noMe) {
        const path = e.path.replaceAll(
          /:([A-Za-z]+)/g,
          (_all, key: string) => params[key] ?? someId(),
        )
        const url = `/api/v1${path}${e.query && 'placeId' in e.query.shape ? `?placeId=${town.place.id}` : ''}`
        const stranger = await get({ method: 'GET', url, headers: {}, body: undefined })
        const authorization = `Bearer ${token}`
        const known = await get({ method: 'GET', url, headers: { authorization }, body: undefined })
        expect(known.status, path).toBe(stranger.status)
        if (known.status === 200) expect(known.body, path).toEqual(stranger.body)
        if (known.status === 200) read += 1
      }
      expect(read).toBeGreaterThan(12)
    },
  )
})
