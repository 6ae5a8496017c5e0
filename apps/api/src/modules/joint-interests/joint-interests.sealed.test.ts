import { interestsContract } from '@howcanwe/shared/interests'
import { jointInterestsContract as contract } from '@howcanwe/shared/joint-interests'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import {
  agree,
  answerAlone,
  begin,
  type Group,
  group,
  lettersTo,
  look,
  say,
  send,
  type Town,
  townOf,
  WHY,
  write,
} from './joint-interests.fixture.ts'

let world: World
let town: Town
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  town = await townOf(world)
})

const THEN = 'Carers, elders and the lunch club look after each other’s free hours.'
const CANARY = 'canary-of-the-terms'

const listed = async (by: Group) =>
  (await (await world.as(by.member))(contract.mine, { query: {} })).items

/** All that an invited group can read of it. */
const seenBy = async (by: Group, id: string) =>
  JSON.stringify([await look(town, by, id), await listed(by)])

const writeTerms = async (by: Group, id: string) => {
  const { termsVersion } = await look(town, by, id)
  await (await world.as(by.member))(
    contract.writeTerms,
    {
      params: { jointInterestId: id },
      body: {
        purpose: `${CANARY} purpose`,
        fromWhen: '2027-02-01',
        need: ['travel'],
        needNote: `${CANARY} need`,
        rules: `${CANARY} rules`,
      },
    },
    { ifMatch: termsVersion },
  )
}

/** The carers and the elders are in it; the lunch club is asked and may answer against them. */
async function askedRival(): Promise<string> {
  const { id } = await begin(town, town.amina, [town.elders, town.lunch])
  await say(town, town.elders, id)
  return id
}

async function sendIt(id: string): Promise<void> {
  const { amina, elders } = town
  for (const one of [amina, elders]) await write(town, one, id)
  await writeTerms(amina, id)
  for (const one of [amina, elders]) await agree(town, one, id)
  await send(town, amina, id)
}

describe('whoever is asked to answer together may answer against it (S-02)', () => {
  it('reads the same, letter by letter, while the others write, agree and send, and what was said when it was asked', async () => {
    const id = await askedRival()
    const before = await seenBy(town.lunch, id)
    await sendIt(id)
    const after = await seenBy(town.lunch, id)
    expect(after).toBe(before)
    expect(after).not.toContain(CANARY)
    const view = await look(town, town.lunch, id)
    expect(view).toMatchObject({ state: 'forming', purpose: THEN, needNote: '', rules: '' })
    expect(view).toMatchObject({ need: [], fromWhen: null, termsVersion: 1, countsAs: null })
    expect(view.members.map((m) => m.agreed)).toEqual([false, false, false])
    expect((await look(town, town.elders, id)).state).toBe('submitted')
  })

  it('says no to what was sent as to what was not, and cannot say yes to it any more', async () => {
    const id = await askedRival()
    await sendIt(id)
    expect((await refusal(say(town, town.lunch, id))).code).toBe('joint-interests.not_found')
    expect(await say(town, town.lunch, id, false)).toEqual({ joined: false })
    expect((await look(town, town.amina, id)).state).toBe('submitted')
  })

  it('is told of its own answer, sent or not sent, and finds no invitation while that stands', async () => {
    const id = await askedRival()
    const own = await answerAlone(town, town.lunch)
    const found = async () => [
      (await refusal(look(town, town.lunch, id))).code,
      (await refusal(say(town, town.lunch, id))).code,
      (await listed(town.lunch)).length,
    ]
    const before = await found()
    expect(before).toEqual(['joint-interests.not_found', 'joint-interests.answered_alone', 0])
    await sendIt(id)
    expect(await found()).toEqual(before)
    await (await world.as(town.lunch.member))(interestsContract.withdraw, {
      params: { interestId: own.id },
      body: {},
    })
    expect((await look(town, town.lunch, id)).state).toBe('forming')
  })

  it('who is in another one finds no invitation, and is told of the other one whether this was sent or not', async () => {
    const id = await askedRival()
    const friends = await group(town, 'Neighbours')
    await begin(town, town.lunch, [friends])
    const found = async () => [
      (await refusal(look(town, town.lunch, id))).code,
      (await refusal(say(town, town.lunch, id))).code,
    ]
    const before = await found()
    expect(before).toEqual(['joint-interests.not_found', 'joint-interests.in_another'])
    await sendIt(id)
    expect(await found()).toEqual(before)
  })

  it('finds nothing any more once the challenge has closed; those in it still read it', async () => {
    const id = await askedRival()
    await sendIt(id)
    await world.seed.passDeadline(town.challengeId)
    expect((await refusal(look(town, town.lunch, id))).code).toBe('joint-interests.not_found')
    expect(await listed(town.lunch)).toEqual([])
    expect((await look(town, town.elders, id)).purpose).toContain(CANARY)
  })
})

describe('a broker knows of a seed whom it asked, and nothing of what came of it (S-02, J-12)', () => {
  it('whom the convenor asks later, or asks again with other words, Ines does not see', async () => {
    const { amina, elders, lunch, challengeId } = town
    const ines = await world.as(town.ines)
    const seeded = await ines(contract.seed, {
      params: { challengeId },
      body: { invited: [amina, elders].map((one) => ({ organisationId: one.id, why: WHY })) },
    })
    const seen = async () => JSON.stringify(await ines(contract.seeds, { params: { challengeId } }))
    const before = await seen()
    expect(before).toContain(elders.id)
    await say(town, amina, seeded.id)
    await say(town, elders, seeded.id, false)
    const why = 'Please look at this once more with us.'
    for (const one of [lunch, elders])
      await (await world.as(amina.member))(contract.invite, {
        params: { jointInterestId: seeded.id },
        body: { organisationId: one.id, why },
      })
    expect((await lettersTo(world, elders.email)).some((l) => l.body.includes(why))).toBe(true)
    expect(await seen()).toBe(before)
  })
})
