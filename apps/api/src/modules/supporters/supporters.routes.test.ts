import { contracts } from '@howcanwe/shared/contracts'
import { type Endpoint, urlOf } from '@howcanwe/shared/http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someId, startWorld, type World } from '../../../test/support.ts'
import { helped, type Pair, pair } from './supporters.fixture.ts'

/**
 * All that whoever acts for somebody may do (`product-spec.md` §2.2): a new line here is a decision. Answering together is
 * answering: who helps with the one helps with the other. Agreements are not in it: they bind an organisation with money,
 * for longer than an answer, and nobody lent that away when they asked for help with answers (§2.9, each confirms).
 */
const OPEN: Record<string, 'any' | 'groups' | 'answers'> = {
  'identity.me': 'any',
  'charters.answer': 'groups',
  'charters.open': 'groups',
  'codesign.comeBack': 'groups',
  'codesign.join': 'groups',
  'codesign.ownPlaces': 'groups',
  'codesign.places': 'groups',
  'codesign.rest': 'groups',
  'codesign.room': 'groups',
  'codesign.leaveOpened': 'groups',
  'codesign.leavePlace': 'groups',
  'recruitment.putIn': 'groups',
  'payments.mine': 'groups',
  'payments.leavingOwn': 'groups',
  'payments.choose': 'groups',
  'payments.claim': 'groups',
  'payments.settle': 'groups',
  'payments.ownHours': 'groups',
  'payments.askHours': 'groups',
  'suggestions.list': 'groups',
  'suggestions.say': 'groups',
  'suggestions.nameAs': 'groups',
  'suggestions.mark': 'groups',
  'suggestions.rate': 'groups',
  'suggestions.marksAt': 'groups',
  'suggestions.influence': 'groups',
  'sessions.list': 'groups',
  'sessions.read': 'groups',
  'sessions.reply': 'groups',
  'sessions.remind': 'groups',
  'sessions.raise': 'groups',
  'sessions.takeOff': 'groups',
  'sessions.giveBack': 'groups',
  'sessions.say': 'groups',
  'sessions.ownWords': 'groups',
  'sessions.takeBackNeed': 'groups',
  'sessions.answerNeed': 'groups',
  'sessions.feel': 'groups',
  'conversations.me': 'groups',
  'conversations.threads': 'groups',
  'conversations.openThread': 'groups',
  'conversations.messages': 'groups',
  'conversations.write': 'groups',
  'conversations.change': 'groups',
  'conversations.takeBack': 'groups',
  'conversations.versions': 'groups',
  'conversations.upload': 'groups',
  'conversations.file': 'groups',
  'conversations.dropFile': 'groups',
  'conversations.hear': 'groups',
  'conversations.askBack': 'groups',
  'conversations.log': 'groups',
  'conversations.report': 'groups',
  'decisions.list': 'groups',
  'decisions.read': 'groups',
  'decisions.raise': 'groups',
  'decisions.answer': 'groups',
  'decisions.object': 'groups',
  'decisions.takeBack': 'groups',
  'decisions.hold': 'groups',
  'decisions.ofSession': 'groups',
  'organisations.read': 'answers',
  'organisations.capacity': 'answers',
  'organisations.changeCapacity': 'answers',
  'organisations.confirmCapacity': 'answers',
  'interests.express': 'answers',
  'interests.change': 'answers',
  'interests.withdraw': 'answers',
  'interests.mine': 'answers',
  'interests.draft': 'answers',
  'interests.saveDraft': 'answers',
  'interests.dropDraft': 'answers',
  'joint-interests.partners': 'answers',
  'joint-interests.start': 'answers',
  'joint-interests.mine': 'answers',
  'joint-interests.read': 'answers',
  'joint-interests.answer': 'answers',
  'joint-interests.invite': 'answers',
  'joint-interests.writePart': 'answers',
  'joint-interests.writeTerms': 'answers',
  'joint-interests.agree': 'answers',
  'joint-interests.leave': 'answers',
  'joint-interests.handOver': 'answers',
  'joint-interests.send': 'answers',
  'joint-interests.takeBack': 'answers',
  'cohorts.mine': 'answers',
  'cohorts.rate': 'answers',
  'matching.forOrganisation': 'answers',
  'organisations.funding': 'answers',
  'organisations.hours': 'answers',
  'organisations.pause': 'answers',
  'organisations.resume': 'answers',
}

type Named = [name: string, endpoint: Endpoint]
const all: Named[] = Object.entries(contracts).flatMap(([noun, routes]) =>
  Object.entries(routes).map(([key, e]): Named => [`${noun}.${key}`, e]),
)
const closed = all.filter(([name, e]) => e.access !== 'anyone' && !(name in OPEN))
const open = all.filter(([name, e]) => e.access !== 'anyone' && name in OPEN)

let world: World
let groups: Pair
let answers: Pair
beforeAll(async () => {
  world = await startWorld()
  const place = await world.seed.place()
  const pairOf = async (scope: 'groups' | 'answers') => {
    const two = await pair(world)
    await world.seed.organisation({ place, members: [two.okafor.id] })
    await helped(two, [scope])
    return two
  }
  groups = await pairOf('groups')
  answers = await pairOf('answers')
})
afterAll(() => world.close())

async function send(e: Endpoint, headers: Record<string, string>) {
  const params = Object.fromEntries(
    Object.keys(e.params?.shape ?? {}).map((k) => [k, k.endsWith('Id') ? someId() : 'nothing']),
  )
  const answer = await world.app.inject({
    method: e.method,
    url: urlOf(e, { params }),
    headers: {
      ...headers,
      ...(e.body ? { 'content-type': 'application/json' } : {}),
      ...(e.ifMatch ? { 'if-match': '"1"' } : {}),
    },
    payload: e.body ? '{}' : undefined,
  })
  return answer.statusCode < 400 ? 'answered' : (answer.json().code as string)
}

it('is marked in the contracts as it stands in this list', () => {
  const marked = all.flatMap(([name, e]) => (e.supporter ? [[name, e.supporter]] : []))
  expect(Object.fromEntries(marked)).toEqual(OPEN)
})

describe.each(closed)('%s', (_, e) => {
  it('is closed to whoever acts for somebody', async () => {
    for (const two of [groups, answers])
      expect(await send(e, two.acting)).toBe('auth.not_for_supporters')
  })
})

describe.each(open)('%s', (name, e) => {
  it('is open to whoever was asked for this part, and to nobody else', async () => {
    for (const [scope, two] of [
      ['groups', groups],
      ['answers', answers],
    ] as const) {
      const expected = OPEN[name] === 'any' || OPEN[name] === scope
      const code = await send(e, two.acting)
      if (expected) expect(code).not.toMatch(/^auth\./)
      else expect(code).toBe('auth.not_for_supporters')
    }
  })
})

it.each(all.filter(([, e]) => e.access !== 'anyone'))(
  '%s is refused to whoever says they act for a stranger',
  async (_, e) => {
    for (const id of [answers.okafor.id, someId(), 'nobody', ''])
      expect(await send(e, { ...groups.acting, 'acting-for': id })).toBe('auth.not_supporting')
  },
)
