import { interestsContract } from '@howcanwe/shared/interests'
import { questionsContract as contract } from '@howcanwe/shared/questions'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { type QuestionTown, questionTools, questionTown } from './questions.fixture.ts'

let world: World
let town: QuestionTown
let tools: ReturnType<typeof questionTools>
beforeAll(async () => {
  world = await startWorld()
  town = await questionTown(world)
  tools = questionTools(world)
})
afterAll(() => world.close())

let challengeId: string
beforeEach(async () => {
  const { place, ruth, council } = town
  challengeId = await world.seed.openChallenge({ place, commissioner: ruth, council })
})

const WORDS = 'Can the money pay for a minibus as well?'
const waiting = async () => (await tools.desk(town.ruth, challengeId)).waiting
const asked = async (words = WORDS): Promise<string> => {
  await tools.ask(challengeId, words)
  const one = (await waiting()).find((question) => question.words === words)
  if (!one) throw new Error('the question did not arrive')
  return one.id
}
const answer = async (questionId: string, as = town.ruth, text = 'Yes, up to £3,000 of it.') =>
  (await world.as(as))(contract.answer, { params: { questionId }, body: { answer: text } })
const merge = async (questionId: string, into: string) =>
  (await world.as(town.ruth))(contract.merge, { params: { questionId }, body: { into } })
const REASON = 'This is about another challenge, so the answer would help nobody here.'
const decline = async (questionId: string, as = town.ruth, hideWords = false) =>
  (await world.as(as))(contract.decline, {
    params: { questionId },
    body: { reason: REASON, hideWords },
  })

describe('two that ask the same', () => {
  it('one answer serves both, and the page points from one to the other', async () => {
    const first = await asked()
    const second = await asked('Would a minibus be paid for?')
    expect(await merge(second, first)).toMatchObject({ state: 'merged', mergedInto: first })
    await answer(first)
    const { items, medianWorkingDays } = await tools.board(challengeId)
    expect(items.map((one) => one.state).toSorted()).toEqual(['answered', 'merged'])
    expect(medianWorkingDays).toBe(0)
  })

  it('not into itself, another challenge’s, a declined one, one that is not there, or round in a circle', async () => {
    const [a, b, declined] = [
      await asked(),
      await asked('And two minibuses?'),
      await asked('And a bus line of our own?'),
    ]
    await decline(declined)
    const { place, ruth, council } = town
    const other = await world.seed.openChallenge({ place, commissioner: ruth, council })
    await tools.ask(other)
    const [elsewhere] = (await tools.desk(ruth, other)).waiting
    for (const into of [a, elsewhere?.id ?? '', declined, someId()])
      expect((await refusal(merge(a, into))).code, into).toBe('questions.cannot_merge')
    await merge(b, a)
    const third = await asked('And three of them?')
    expect((await refusal(merge(third, b))).code).toBe('questions.cannot_merge')
    expect((await refusal(merge(a, third))).code).toBe('questions.cannot_merge')
    const both = [await asked('Who drives it?'), await asked('Who is the driver?')] as const
    await Promise.allSettled([merge(both[0], both[1]), merge(both[1], both[0])])
    const left = (await waiting()).filter(({ id }) => both.includes(id))
    expect(left).toHaveLength(1)
  })
})

describe('who hears of an answer', () => {
  const follow = async (person: string, following = true) =>
    (await world.as(person))(contract.follow, { params: { challengeId }, body: { following } })
  const someone = async (email: string, language = 'en') =>
    world.seed.person({ email: `${email}-${challengeId}@example.org`, language })
  const mailOf = async (email: string) => tools.lettersTo(`${email}-${challengeId}@example.org`)

  it('everybody who follows and everybody who is interested, at once, each once, in their language', async () => {
    const [dele, femke, amina] = [
      await someone('dele'),
      await someone('femke', 'nl'),
      await someone('amina'),
    ]
    await follow(dele)
    await follow(femke)
    await follow(amina)
    const carers = await world.seed.organisation({
      place: town.place,
      members: [amina],
      contactEmail: `amina-${challengeId}@example.org`,
    })
    await (await world.as(amina))(interestsContract.express, {
      params: { challengeId },
      body: {
        organisationId: carers,
        why: 'Nine of us look after someone.',
        bring: [],
        bringNote: '',
        hoursPerMonth: 5,
        fromWhen: null,
        need: [],
        needNote: '',
        together: 'alone',
        togetherWith: '',
        conflict: false,
        conflictNote: '',
      },
    })
    await answer(await asked())
    const about = async (who: string) =>
      (await mailOf(who)).filter((one) => one.template === 'questions.answered')
    expect(await about('dele')).toHaveLength(1)
    expect(await about('amina')).toHaveLength(1)
    expect((await about('dele'))[0]?.body).toContain('Yes, up to £3,000 of it.')
    expect((await about('femke'))[0]?.body).toMatch(/Niemand weet wie de vraag stelde/)
  })

  it('whoever stops following hears no more', async () => {
    const dele = await someone('dele')
    await follow(dele)
    expect(await follow(dele, false)).toEqual({ following: false })
    await answer(await asked())
    expect(await mailOf('dele')).toEqual([])
  })

  it('a declined question is told with its reason, and hidden words stay hidden', async () => {
    await follow(await someone('dele'))
    await decline(await asked('Is it true about Mrs Okafor?'), town.ines, true)
    const [letter] = await mailOf('dele')
    expect(letter?.template).toBe('questions.declined')
    expect(letter?.body).toContain(REASON)
    expect(letter?.body).not.toContain('Okafor')
  })

  it('a question put to one that has its answer is answered with it', async () => {
    await follow(await someone('dele'))
    const first = await asked()
    await answer(first)
    await merge(await asked('Would you pay for a minibus?'), first)
    const letters = await mailOf('dele')
    expect(letters).toHaveLength(2)
    expect(letters[1]?.body).toContain('Would you pay for a minibus?')
    expect(letters[1]?.body).toContain('Yes, up to £3,000 of it.')
  })

  it('whether somebody follows is told to nobody else, and leaves no trail and no time', async () => {
    const dele = await someone('dele')
    await follow(dele)
    const mine = await (await world.as(dele))(contract.following, { params: { challengeId } })
    expect(mine).toEqual({ following: true })
    expect(
      await tools.rows(sql`select * from challenge_followers where person_id = ${dele}`),
    ).toEqual([{ place_id: town.place.id, challenge_id: challengeId, person_id: dele }])
    expect(await tools.rows(sql`select 1 from audit_events where actor_id = ${dele}`)).toEqual([])
    const unknown = (await world.as(dele))(contract.following, {
      params: { challengeId: someId() },
    })
    expect((await refusal(unknown)).code).toBe('challenges.not_found')
  })
})
