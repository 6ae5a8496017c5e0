import { framingContract } from '@howcanwe/shared/framing'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const check = (body: { question: string; summary?: string; language?: 'en' | 'nl' }) =>
  world.anyone(framingContract.check, { body })

it('a stranger tries a question and reads what closes it, with another wording (CH1, J-02)', async () => {
  expect(await check({ question: 'How can we build an app for carers?' })).toEqual({
    language: 'en',
    readingAge: null,
    findings: [
      {
        code: 'solution',
        reason: 'tool',
        pointer: '#/body/question',
        quote: 'build an app',
        rewrite: 'How can we make an ordinary week easier for carers?',
      },
    ],
  })
})

it('a Dutch question is read as Dutch, and one that is fine is left alone', async () => {
  const { language, findings } = await check({
    question: 'Hoe kunnen we zorgen dat een mantelzorger weer eens een weekend weg kan?',
  })
  expect([language, findings]).toEqual(['nl', []])
})

it('a summary long enough to tell has its reading age', async () => {
  const summary =
    'The bus stops at six. My mum works till nine. She walks home in the dark with her bags. We want a way home that is safe and does not cost a lot.'
  const answer = await check({ question: 'How can we get home after the late shift?', summary })
  expect(answer.findings).toEqual([])
  expect(answer.readingAge).toBeLessThanOrEqual(9)
})

it('old texts may be pasted whole, endless ones may not', async () => {
  const refused = await world.app.inject({
    method: 'POST',
    url: '/api/v1/framing-checks',
    payload: { question: `How can we ${'a'.repeat(600)}?` },
  })
  expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([400, '#/body/question'])
})

it('nothing of it is kept, in any table', async () => {
  const { rows: tables } = await world.db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  )
  const counts = () =>
    Promise.all(
      tables.map(async ({ name }) => {
        const counted = sql`select count(*)::int as n from ${sql.identifier(name)}`
        return (await world.db.execute<{ n: number }>(counted)).rows[0]?.n
      }),
    )
  const before = await counts()
  expect(before.length).toBeGreaterThan(10)
  await check({ question: 'How can we tell nobody about the wells of Elmside?' })
  expect(await counts()).toEqual(before)
})

it('a machine may not try thousands', async () => {
  const busy = await startWorld({ RATE_LIMIT: '1' })
  const knock = () =>
    busy.app.inject({
      method: 'POST',
      url: '/api/v1/framing-checks',
      payload: { question: 'How can we eat together?' },
    })
  try {
    for (let i = 0; i < 30; i += 1) expect((await knock()).statusCode).toBe(200)
    expect((await knock()).json().code).toBe('request.rate_limited')
  } finally {
    await busy.close()
  }
})
