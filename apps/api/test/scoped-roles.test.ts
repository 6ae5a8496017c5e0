import { contracts } from '@howcanwe/shared/contracts'
import { type Endpoint, urlOf } from '@howcanwe/shared/http'
import type { Role } from '@howcanwe/shared/identity'
import { PROPOSAL_WORDING } from '@howcanwe/shared/proposals'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someId, startWorld, type World } from './support.ts'

type Named = [title: string, endpoint: Endpoint]
const NARROW: readonly Role[] = ['commissioner', 'broker', 'facilitator']
const guarded: Named[] = Object.values(contracts).flatMap((noun) =>
  Object.values(noun).flatMap((e): Named[] =>
    typeof e.access !== 'string' && e.access.some((role) => NARROW.includes(role as Role))
      ? [[`${e.method} ${e.path}`, e]]
      : [],
  ),
)

const SAY = 'None of this is theirs, and it is said here in more than thirty letters.'
let world: World
/** Holds every narrow role there is in this town, each over something else than what is asked for. */
let noor: string
let here: Record<string, string>

beforeAll(async () => {
  world = await startWorld()
  const { seed } = world
  const place = await seed.place()
  const roles = (role: Exclude<Role, 'member'>) => [{ placeId: place.id, role }]
  const ruth = await seed.person({ name: 'Ruth', roles: roles('commissioner') })
  const yusuf = await seed.person({ name: 'Yusuf', roles: roles('facilitator') })
  const asked = async (council: string) => {
    const challengeId = await seed.openChallenge({ place, commissioner: ruth, council })
    const about = { placeId: place.id, challengeId, facilitatorId: yusuf }
    return { challengeId, groupId: await seed.group(about) }
  }
  const body = () => seed.organisation({ place, sector: 'public', kind: 'council' })
  const organisationId = await body()
  const otherBody = await body()
  const [one, other] = [await asked(organisationId), await asked(otherBody)]
  const candidate = await seed.organisation({ place, name: 'Tuesday Circle' })
  here = { placeId: place.id, organisationId, candidate, ...one }
  const over = (role: Exclude<Role, 'member'>, scopeKind: string, scopeId: string) => ({
    placeId: place.id,
    role,
    scopeKind: scopeKind as 'challenge',
    scopeId,
  })
  noor = await seed.person({
    name: 'Noor',
    roles: [
      over('commissioner', 'challenge', other.challengeId),
      over('commissioner', 'organisation', await body()),
      over('broker', 'challenge', other.challengeId),
      over('facilitator', 'group', other.groupId),
    ],
  })
})
afterAll(() => world.close())

const POINT = { title: 'Sundays', minutes: 10, purpose: 'talk', memberId: null }
const SESSION = {
  ...{ startsAt: '2099-01-01T10:00:00Z', minutes: 60, venue: 'Hall', address: null },
  ...{ gettingThere: '', stepFree: true, link: null, breaks: '', capacity: null, paidMinutes: 90 },
}

/** A body every route would take; a key that is new is added here. */
const bodies = (): Record<string, unknown> => ({
  placeId: here.placeId,
  question: 'How can we keep this from whoever it is no business of?',
  to: someId(),
  into: someId(),
  reason: SAY,
  answer: SAY,
  said: SAY,
  text: SAY,
  statement: SAY,
  hideWords: false,
  outcome: 'ended',
  kind: 'typo',
  changes: { summary: SAY },
  until: '2026-12-24',
  candidates: [{ kind: 'organisation', id: here.candidate, why: SAY }],
  name: 'A group',
  about: SAY,
  rung: 'co-design',
  decides: SAY,
  shapes: SAY,
  fixed: SAY,
  answersBy: SAY,
  youGet: SAY,
  facilitatorId: someId(),
  places: 12,
  startsAt: '2099-01-01T10:00:00Z',
  minutes: 60,
  venue: 'The hall',
  address: null,
  gettingThere: '',
  stepFree: true,
  organisationIds: [here.candidate],
  chosen: Array.from({ length: 4 }, () => ({
    interestId: someId(),
    reason: SAY,
    criteria: [0, 1].map((position) => ({ position, sentence: SAY })),
    nextStep: { kind: 'meet-broker', note: SAY },
  })),
  notThisTime: [],
})

const TYPED = { readBack: true, whoAsked: 'Amina', consentReference: '', minutes: 5 }
const WORDED = { text: SAY, why: SAY, options: '', affects: SAY }
/** Where the same key means something else, or lies deeper: what that one route would take. */
const particular = (): Record<string, unknown> => ({
  'POST /groups/:groupId/texts/:textId/done': { cameOf: 'in-touch' },
  'PUT /groups/:groupId/charter/open': {
    ...{ rung: 'co-production', decides: SAY, shapes: SAY, fixed: SAY, answersBy: SAY },
    ...{ rules: SAY, meeting: SAY, expect: SAY },
    ...{ equality: SAY, diversity: SAY, access: SAY, reciprocity: SAY },
  },
  'POST /groups/:groupId/charter/answers/:memberId': {
    ...{ version: 1, answer: 'agree', words: '', readBack: true },
  },
  'POST /groups/:groupId/members/entered': {
    ...{ firstName: 'Lena', contactBy: 'someone', contact: SAY, ways: ['phone'], needs: '' },
    ...{ language: 'en', consentVersion: '2026-11', bloc: 'residents', organisation: '' },
    ...{ saidBy: 'phone', readBack: true },
  },
  'POST /groups/:groupId/members/:memberId/bloc': { bloc: 'residents', organisation: '' },
  'PUT /decisions/:decisionId/wording': { ...WORDED, kind: 'ordinary', bodyDecides: false },
  'POST /decisions/:decisionId/open': { closesAt: '2099-01-01T10:00:00Z', reviewOn: '2099-03-01' },
  'PUT /decisions/:decisionId/answers/:memberId': {
    ...{ version: 1, answer: 'yes', saidBy: 'phone', readBack: true },
  },
  'POST /decisions/:decisionId/objections/typed-in': {
    ...{ version: 1, kind: 'harm', text: SAY, memberId: here.candidate },
    ...{ saidBy: 'paper', readBack: true },
  },
  'POST /decisions/:decisionId/hold/typed-in': {
    ...{ version: 1, reason: SAY, memberId: here.candidate, saidBy: 'phone', readBack: true },
  },
  'POST /decisions/:decisionId/versions': WORDED,
  'POST /decisions/:decisionId/review': { outcome: 'kept', note: SAY },
  'POST /decisions/:decisionId/body-answer': { answer: 'not', reasons: SAY, objections: [] },
  'PUT /organisations/:organisationId/services/:serviceId': { ours: false },
  'PUT /organisations/:organisationId/funding/:grantId': { ours: false },
  'POST /places/:placeId/actors': ACTOR,
  'PUT /actors/:actorId': ACTOR,
  'POST /challenges/:challengeId/matches/decisions': {
    ...{ kind: 'organisation', id: here.candidate, decision: 'kept', reason: '' },
  },
  'POST /challenges/:challengeId/joint-interest-seeds': {
    invited: [here.candidate, here.organisationId].map((id) => ({ organisationId: id, why: SAY })),
  },
  'POST /places/:placeId/cases': {
    subject: { kind: 'challenge', challengeId: here.challengeId },
    title: 'A case of somebody else',
  },
  'POST /cases/:caseId/stage': { stage: 'managing' },
  'POST /cases/:caseId/log': {
    ...{ kind: 'call', whoAsked: '', consentReference: '', minutes: 5, outcome: SAY },
  },
  'POST /places/:placeId/desk-log': {
    ...{ challengeId: here.challengeId, organisationId: here.candidate, kind: 'call' },
    ...{ minutes: 5, outcome: SAY },
  },
  'POST /challenges/:challengeId/broker-conflict': { note: '' },
  'POST /typed/organisations': {
    organisation: {
      ...{ placeId: here.placeId, name: 'A group', kind: 'charity', incomeBand: 'micro' },
      ...{ areaIds: [someId()], themes: ['carers'], declared: true },
      contact: { name: 'Amina', phone: '020 7946 0101' },
    },
    typed: TYPED,
  },
  'PUT /typed/organisations/:organisationId/capacity': {
    capacity: {
      ...{ staffHoursPerMonth: null, volunteerHoursPerMonth: null, spareHoursPerMonth: null },
      ...{
        notBefore: null,
        availability: [],
        skills: [],
        otherSkills: '',
        premises: [],
        reach: [],
      },
      ...{ livedExperience: null, possibleWith: [] },
    },
    typed: TYPED,
  },
  'POST /typed/challenges/:challengeId/interests': {
    interest: {
      ...{ organisationId: here.candidate, why: SAY, bring: [], bringNote: '', hoursPerMonth: 4 },
      ...{ fromWhen: null, need: [], needNote: '', together: 'alone', togetherWith: '' },
      ...{ conflict: false, conflictNote: '' },
    },
    typed: TYPED,
  },
  'POST /desk/proposals': {
    ...{ placeId: here.placeId, question: SAY, story: SAY, areaId: null, whereAbouts: '' },
    ...{ affected: SAY, firstName: 'Amina', contactBy: 'email', contact: 'amina@example.org' },
    ...{ shownAs: 'first-name', language: 'en', wording: PROPOSAL_WORDING },
    ...{ readBack: true, minutes: 5 },
  },
  'POST /groups/:groupId/threads/:threadId/typed': {
    ...{
      key: someId(),
      memberId: someId(),
      words: SAY,
      lang: 'en',
      saidBy: 'phone',
      readBack: true,
    },
  },
  'POST /groups/:groupId/pay/sessions/:sessionId/attendance': {
    people: [{ memberId: someId(), minutes: 60, preparationMinutes: 0, payAs: 'minutes' }],
  },
  'POST /groups/:groupId/pay/:itemId/confirm': {},
  'POST /groups/:groupId/pay/:itemId/choice': { choice: 'all', saidBy: 'phone', readBack: true },
  'POST /groups/:groupId/pay/members/:memberId/expenses': {
    ...{ sessionId: someId(), why: 'fares', pence: 460, words: '', receipt: false },
    ...{ advance: true, saidBy: 'phone', readBack: true },
  },
  'POST /groups/:groupId/pay/members/:memberId/cash': { saidBy: 'phone', readBack: true },
  'POST /groups/:groupId/pay/members/:memberId/hours': {
    ...{ sessionId: someId(), minutes: 120, preparationMinutes: 60, words: '' },
    ...{ saidBy: 'phone', readBack: true },
  },
  'POST /groups/:groupId/pay/hours/:hoursId/answer': { answer: 'no', reason: SAY },
  'POST /groups/:groupId/pay/hours/:hoursId/told': {},
  'PUT /groups/:groupId/sessions/:sessionId': SESSION,
  'POST /groups/:groupId/sessions/:sessionId/cancel': { why: SAY },
  'POST /groups/:groupId/sessions/:sessionId/step': { to: 'held' },
  'POST /groups/:groupId/sessions/:sessionId/agenda': POINT,
  'POST /groups/:groupId/sessions/:sessionId/agenda/order': { itemIds: [] },
  'POST /groups/:groupId/sessions/:sessionId/papers': {
    ...{ itemId: someId(), title: 'Mornings', summary: SAY, body: SAY, link: null },
  },
  'POST /groups/:groupId/sessions/:sessionId/people/:memberId/reply': {
    ...{ answer: 'yes', brings: false },
  },
  'POST /groups/:groupId/sessions/:sessionId/people/:memberId/felt': { heard: 4, changed: 2 },
  'POST /groups/:groupId/sessions/:sessionId/needs/:needId': { state: 'arranged', words: SAY },
  'POST /groups/:groupId/sessions/:sessionId/rung': { memberId: someId(), about: 'changed' },
  'POST /groups/:groupId/sessions/:sessionId/attendance': { came: [] },
  'POST /groups/:groupId/sessions/:sessionId/notes': { notes: SAY, share: true },
  'POST /groups/:groupId/sessions/:sessionId/outcomes': {
    ...{ kind: 'action', text: SAY, who: '', itemId: null },
  },
  'POST /groups/:groupId/moderators': { memberId: someId(), moderates: true, sentence: SAY },
  'POST /proposals/:proposalId/return': { reason: 'could-hurt', note: SAY },
  'POST /proposals/:proposalId/typed-supports': {
    ...{ firstName: 'Amina', contactBy: 'email', contact: 'amina@example.org', language: 'en' },
  },
  'POST /proposals/:proposalId/sheets': { people: 12, heldBy: 'The library' },
  'POST /proposals/:proposalId/answer': { kind: 'no', reasons: SAY, nextStep: SAY },
  'POST /co-author-comments/:commentId/answer': { taken: true, text: SAY },
  'POST /groups/:groupId/recruitment': {
    ...{ seats: 6, closesAt: '2099-01-01T10:00:00Z', publicAt: '2099-01-03T10:00:00Z' },
    publicSource: SAY,
    categories: [
      {
        ...{ name: 'Where do you live?', special: false },
        features: ['Here', 'There'].map((name) => ({
          ...{ name, min: 0, max: 6, leastServed: false, affected: null },
        })),
      },
    ],
  },
  'POST /groups/:groupId/recruitment/dates': {
    ...{ closesAt: '2099-01-01T10:00:00Z', publicAt: '2099-01-03T10:00:00Z', publicSource: SAY },
  },
  'POST /groups/:groupId/recruitment/draw': { publicValue: '4 8 15' },
  'POST /groups/:groupId/recruitment/call-off': { why: SAY.repeat(20).slice(0, 100) },
  'POST /groups/:groupId/recruitment/names/entered': {
    ...{ firstName: 'Amina', contactBy: 'email', contact: 'amina@example.org', language: 'en' },
    ...{ ways: ['in-the-room'], answers: [], consentVersion: '2026-11' },
    ...{ specialConsentVersion: null, saidBy: 'phone', readBack: true },
  },
  'POST /groups/:groupId/recruitment/names/slip': {
    ...{ firstName: 'Amina', contactBy: 'email', contact: 'amina@example.org', readBack: true },
  },
  'POST /groups/:groupId/suggestions/typed': {
    ...{ text: SAY, language: 'en', from: { sessionId: someId(), bloc: 'residents' } },
  },
  'POST /suggestions/:suggestionId/acknowledge': { words: SAY, decidedOn: '2027-03-04' },
  'POST /suggestions/:suggestionId/answer': {
    ...{ to: 'done', words: SAY, named: 'Noor', doneBy: null },
  },
  'POST /groups/:groupId/homework/typed': {
    ...{ memberId: someId(), marks: [], rung: null, saidBy: 'paper', readBack: true },
  },
  'POST /groups/:groupId/steps': { to: 'active' },
  'POST /groups/:groupId/influence/share': { groupAgreed: true },
  'POST /introductions': {
    placeId: here.placeId,
    first: { organisationId: here.candidate, about: SAY },
    second: { organisationId: here.organisationId, about: SAY },
    guess: 'never-met',
  },
  'POST /introductions/:introductionId/outcome': { outcome: 'nothing-now' },
  'POST /introductions/:introductionId/spoken': {
    ...{ turn: 'first', said: { answer: 'no' }, spokenWith: 'Amina', readBack: true, minutes: 5 },
  },
  'POST /places/:placeId/contacts/list': {},
  'POST /places/:placeId/contacts': { ...CONTACT, source: 'A list', theyKnow: true },
  'POST /places/:placeId/contacts/look': { content: 'YQ==' },
  'POST /places/:placeId/contacts/import': {
    ...{ content: 'YQ==', fingerprint: 'of another file', source: 'A list', theyKnow: true },
  },
  'POST /places/:placeId/contacts/told': { contactIds: [someId()] },
  'PUT /contacts/:contactId': CONTACT,
  'POST /contacts/:contactId/remove': { theyAsked: false },
  'POST /places/:placeId/exports': { list: 'organisations', format: 'csv' },
  'POST /organisations/:organisationId/exports': { list: 'typed', format: 'csv' },
  'POST /challenges/:challengeId/exports': { list: 'matches', format: 'csv' },
})
const CONTACT = {
  ...{ organisationName: 'A group', contactName: 'Amina', email: 'amina@example.org', phone: null },
  ...{ themes: [], areas: '', notes: '' },
}
const ACTOR = {
  ...{ name: 'A school', kind: 'school', sector: 'public', roleInIssue: '' },
  ...{ offers: [], asks: [], themes: ['carers'], areaIds: [] },
}

function bodyFor(e: Endpoint, title: string): unknown {
  const known = bodies()
  const keys = Object.keys(e.body?.shape ?? {}).filter((key) => key in known)
  return particular()[title] ?? Object.fromEntries(keys.map((key) => [key, known[key]]))
}

async function send(e: Endpoint, title: string) {
  const params = Object.fromEntries(
    Object.keys(e.params?.shape ?? {}).map((key) => [key, here[key] ?? someId()]),
  )
  const asks = (key: string) => e.query && key in e.query.shape
  const query = {
    ...(asks('placeId') ? { placeId: here.placeId } : {}),
    ...(asks('q') ? { q: 'Tuesday' } : {}),
  }
  return world.app.inject({
    method: e.method,
    url: urlOf(e, { params, query }),
    headers: {
      authorization: `Bearer ${await world.tokenOf(noor)}`,
      ...(e.body ? { 'content-type': 'application/json' } : {}),
      ...(e.ifMatch ? { 'if-match': '"1"' } : {}),
    },
    ...(e.body ? { payload: JSON.stringify(bodyFor(e, title)) } : {}),
  })
}

describe('Noor, who holds roles over other things in this town (PE2)', () => {
  it.each(guarded)('%s opens nothing to her', async (title, e) => {
    const answer = await send(e, title)
    if (answer.statusCode === 200) {
      for (const id of [here.challengeId, here.groupId, here.organisationId, here.candidate])
        expect(answer.body, title).not.toContain(id)
      expect(answer.json().items, title).toBeDefined()
      return
    }
    // She may begin something for a body she does not belong to, and so for none.
    if (answer.json().code === 'challenges.no_public_body') return
    expect([403, 404], `${title}: ${answer.body}`).toContain(answer.statusCode)
  })

  it('was sent to every route that asks for one of her roles', () => {
    expect(guarded.length).toBeGreaterThan(45)
  })
})
