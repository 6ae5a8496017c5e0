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
const trailOf = (id: string) =>
  tools.rows<{ action: string; actor_id: string | null }>(
    sql`select action, actor_id from audit_events where subject_id = ${id} order by id`,
  )

describe('asking without being marked down (J-06)', () => {
  it('somebody without an account asks, and is told by when the answer is there for everybody', async () => {
    const told = await tools.ask(challengeId)
    expect(told.askedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(told.answerBy > told.askedOn).toBe(true)
    const board = await tools.board(challengeId)
    expect(board).toMatchObject({
      open: true,
      items: [],
      waiting: { count: 1, answerBy: told.answerBy, late: false },
      medianWorkingDays: null,
    })
    expect(JSON.stringify(board), 'what waits is not for reading yet').not.toContain('minibus')
  })

  it('Ruth answers, and everybody reads the same words', async () => {
    const id = await asked()
    await answer(id)
    for (const call of [world.anyone, await world.as(town.ruth)]) {
      const { items, waiting, medianWorkingDays } = await call(contract.board, {
        params: { challengeId },
      })
      expect(items).toMatchObject([
        { id, words: WORDS, state: 'answered', reply: 'Yes, up to £3,000 of it.' },
      ])
      expect(items[0]?.closedAs).toBe('commissioner')
      expect(waiting).toEqual({ count: 0, answerBy: null, late: false })
      expect(medianWorkingDays).toBe(0)
    }
    expect(await trailOf(id)).toEqual([{ action: 'questions.answered', actor_id: town.ruth }])
    expect(await trailOf(challengeId)).toContainEqual({ action: 'questions.asked', actor_id: null })
  })

  it('pressing twice asks once', async () => {
    await Promise.all([tools.ask(challengeId), tools.ask(challengeId), tools.ask(challengeId)])
    expect(await waiting()).toHaveLength(1)
  })

  it('a machine that fills every field is thanked, and nothing is kept', async () => {
    const body = { words: WORDS, website: 'https://spam.example' }
    await world.anyone(contract.ask, { params: { challengeId }, body })
    expect(await waiting()).toEqual([])
  })

  it.each([
    'Could you mail the form to dele@elmside.example please?',
    'Can you ring me back on 020 7946 0123 about the budget?',
  ])('somebody who writes “%s” is told that it would show who asks', async (words) => {
    const refused = await refusal(tools.ask(challengeId, words))
    expect([refused.status, refused.code]).toEqual([422, 'questions.holds_contact'])
    expect(refused.errors).toEqual([{ pointer: '#/body/words', code: 'holds_contact' }])
    expect(JSON.stringify(refused)).not.toContain(words)
    expect(await waiting()).toEqual([])
  })

  it('nobody can drown a challenge in questions (T-20)', async () => {
    await world.db.execute(sql`
      insert into questions (place_id, challenge_id, words, asked_on, tell_at, remind_at, due_at)
      select ${town.place.id}, ${challengeId}, 'Is this question number ' || n || '?', '2026-11-02', now(), now(), now()
      from generate_series(1, 100) n`)
    expect((await refusal(tools.ask(challengeId))).code).toBe('questions.too_many_waiting')
  })
})

describe('when the time for questions is over', () => {
  it('nobody can ask, though the challenge is still open, and what waits is still answered', async () => {
    const id = await asked()
    await tools.endQuestions(challengeId)
    expect((await refusal(tools.ask(challengeId, 'May we ask one thing more?'))).code).toBe(
      'questions.over',
    )
    expect((await tools.board(challengeId)).open).toBe(false)
    expect((await answer(id)).state).toBe('answered')
  })

  it('after the closing time it is simply closed', async () => {
    await world.seed.passDeadline(challengeId)
    expect((await refusal(tools.ask(challengeId))).code).toBe('challenges.closed')
  })

  it('whoever waits in a queue is judged by the moment they get in', async () => {
    await tools.endQuestions(challengeId, 400)
    const queue = world.db.transaction(async (tx) => {
      await tx.execute(sql`select 1 from challenges where id = ${challengeId} for update`)
      await tx.execute(sql`select pg_sleep(0.9)`)
    })
    await world.db.execute(sql`select pg_sleep(0.1)`)
    expect((await refusal(tools.ask(challengeId))).code).toBe('questions.over')
    await queue
  })

  it('a draft and a challenge that is not there have no questions', async () => {
    const draft = await world.seed.draft({ place: town.place, commissioner: town.ruth })
    for (const id of [draft, someId()]) {
      expect((await refusal(tools.ask(id))).code).toBe('challenges.not_found')
      expect((await refusal(tools.board(id))).code).toBe('challenges.not_found')
      expect((await refusal(tools.desk(town.ruth, id))).code).toBe('challenges.not_found')
    }
  })
})

describe('answering', () => {
  it('the broker of the place answers where Ruth cannot, and the page says it was a broker', async () => {
    const closed = await answer(await asked(), town.ines)
    expect(closed.closedAs).toBe('broker')
  })

  it('another commissioner, and a broker of the next town, find nothing there', async () => {
    const id = await asked()
    const south = await world.seed.place()
    const others = [
      await world.seed.person({ roles: [{ placeId: town.place.id, role: 'commissioner' }] }),
      await world.seed.person({ roles: [{ placeId: south.id, role: 'broker' }] }),
    ]
    for (const other of others) {
      expect((await refusal(answer(id, other))).code).toBe('questions.not_found')
      expect((await refusal(decline(id, other))).code).toBe('questions.not_found')
      expect((await refusal(tools.desk(other, challengeId))).code).toBe('challenges.not_found')
    }
    expect((await refusal(answer(someId()))).code).toBe('questions.not_found')
  })

  it('of two who answer at once, one does', async () => {
    const id = await asked()
    const both = await Promise.allSettled([answer(id), answer(id, town.ines)])
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect((await refusal(answer(id))).code).toBe('questions.already_closed')
    expect((await refusal(decline(id))).code).toBe('questions.already_closed')
    expect((await refusal(merge(id, someId()))).code).toBe('questions.already_closed')
  })

  it('a question that is not answered is on the page too, with the reason', async () => {
    const id = await asked()
    expect(await decline(id)).toMatchObject({ state: 'declined', reply: REASON, words: WORDS })
    expect((await tools.board(challengeId)).items).toMatchObject([{ id, reply: REASON }])
  })

  it('a reason takes a sentence', async () => {
    const questionId = await asked()
    const call = (await world.as(town.ruth))(contract.decline, {
      params: { questionId },
      body: { reason: 'No.' },
    })
    expect((await refusal(call)).errors).toMatchObject([{ pointer: '#/body/reason' }])
  })

  it('only the broker takes words out of sight that name somebody; the question stays', async () => {
    const id = await asked('Is it true that Mrs Okafor of the day centre was dismissed?')
    expect((await refusal(decline(id, town.ruth, true))).code).toBe('questions.broker_only')
    expect((await decline(id, town.ines, true)).words).toBeNull()
    const [row] = await tools.rows<{ words: string }>(
      sql`select words from questions where id = ${id}`,
    )
    expect(row?.words).toBe('')
    expect((await tools.board(challengeId)).items).toMatchObject([{ id, reply: REASON }])
  })

  it('a challenge that was taken back needs no answers any more', async () => {
    const id = await asked()
    await world.db.execute(sql`update challenges set state = 'withdrawn',
      withdrawn_reason = 'The money went to the hospital instead.' where id = ${challengeId}`)
    expect((await refusal(answer(id))).code).toBe('challenges.wrong_state')
    expect((await tools.desk(town.ruth, challengeId)).can).toEqual({
      close: false,
      hideWords: false,
    })
  })
})
