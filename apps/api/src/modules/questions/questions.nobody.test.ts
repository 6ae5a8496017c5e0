import { Writable } from 'node:stream'
import { contracts } from '@howcanwe/shared/contracts'
import { questionsContract as contract } from '@howcanwe/shared/questions'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someId, startWorld, type World } from '../../../test/support.ts'
import { remindOfQuestions } from './index.ts'
import { type QuestionTown, questionTools, questionTown } from './questions.fixture.ts'

/*
 * FR-11, J-06: nobody with a commissioning or scoring role, nor anybody else, can see who asked. Dele asks in the
 * worst way there is: signed in, with token, cookie and everything a browser says. Then whoever runs the place looks
 * everywhere: at every answer of the service, every line of its log, every row of its database.
 */
const lines: string[] = []
const sink = new Writable({
  write: (chunk, _, done) => {
    lines.push(String(chunk))
    done()
  },
})

let world: World
let town: QuestionTown
let tools: ReturnType<typeof questionTools>
let challengeId: string
let groupId: string
/** Everybody who may look, by what they are. */
const lookers = new Map<string, string | undefined>()
/** Whatever would point at Dele. */
const dele = { id: '', token: '', traces: [] as string[] }
beforeAll(async () => {
  world = await startWorld({ LOG_LEVEL: 'debug' }, sink)
  const { seed } = world
  town = await questionTown(world)
  tools = questionTools(world)
  const { place, ruth, ines, council } = town
  const hold = (role: 'steward' | 'facilitator' | 'commissioner') =>
    seed.person({ roles: [{ placeId: place.id, role }] })
  challengeId = await seed.openChallenge({ place, commissioner: ruth, council, slug: 'a-break' })
  const facilitator = await hold('facilitator')
  groupId = await seed.group({ placeId: place.id, challengeId, facilitatorId: facilitator })
  for (const [what, person] of Object.entries({
    commissioner: ruth,
    broker: ines,
    steward: await hold('steward'),
    facilitator,
    'another commissioner': await hold('commissioner'),
    stranger: undefined,
  }))
    lookers.set(what, person)
  await settleDele()
})
afterAll(() => world.close())

async function settleDele() {
  const { seed } = world
  dele.id = await seed.person({ name: 'Dele Canaryson', email: 'dele@canary.example.org' })
  const organisation = await seed.organisation({
    place: town.place,
    name: 'Canary Youth Club',
    members: [dele.id],
    contactEmail: 'club@canary.example.org',
  })
  dele.token = await world.tokenOf(dele.id)
  const [, claims = ''] = dele.token.split('.')
  const { sid, jti } = JSON.parse(Buffer.from(claims, 'base64url').toString())
  const words = ['canary', 'Canary', '198.51.100.77', '203.0.113.9', 'NokiaBrowser']
  dele.traces = [dele.id, organisation, sid, jti, dele.token, ...words]
}

const WORDS = 'May the money be spent on a minibus as well?'
/** As a browser might at its most talkative; ours does not even send the token. */
const ask = (words = WORDS) =>
  world.app.inject({
    method: 'POST',
    url: `/api/v1/challenges/${challengeId}/questions`,
    remoteAddress: '198.51.100.77',
    headers: {
      authorization: `Bearer ${dele.token}`,
      cookie: '__Host-refresh=canary; lang=nl',
      'user-agent': 'NokiaBrowser/1.0',
      'x-forwarded-for': '203.0.113.9',
      'idempotency-key': 'canary-canary-canary',
      'accept-language': 'yo',
    },
    payload: { words },
  })

const paths = Object.values(contracts)
  .flatMap((noun) => Object.values(noun))
  .filter((e) => e.method === 'GET' && e.path !== '/dev/inbox')
  .map((e) => e.path)

/** Every GET address there is, filled in for this town; with and without what lists ask for. */
function addresses(): string[] {
  const filled: Record<string, string> = {
    ':challengeId': challengeId,
    ':slug': 'a-break',
    ':groupId': groupId,
    ':placeId': town.place.id,
  }
  return paths.flatMap((path) =>
    ['', `?placeId=${town.place.id}`].map(
      (query) => path.replace(/:\w+/g, (key) => filled[key] ?? someFixedId) + query,
    ),
  )
}
const someFixedId = someId()

/** Every answer of the service, to everybody who may look, without what changes by itself. */
async function everyAnswer(): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  for (const [what, person] of lookers) {
    const headers = person ? { authorization: `Bearer ${await world.tokenOf(person)}` } : {}
    for (const url of addresses()) {
      const answer = await world.app.inject({ method: 'GET', url: `/api/v1${url}`, headers })
      const text = answer.body.replace(/"(instance|computedAt)":"[^"]+"/g, '')
      seen.set(`${what} ${url}`, text)
    }
  }
  return seen
}

/** Where two walks heard different things. */
const different = (after: Map<string, string>, before: Map<string, string>) =>
  [...after.keys()].filter((at) => after.get(at) !== before.get(at))
/** Answers that are never the same twice, because they tell the time or that somebody looked. */
const restless = new Set<string>()

/** Every row of every table, as text. */
async function everyRow(): Promise<Set<string>> {
  const tables = await tools.rows<{ schema: string; name: string }>(
    sql`select table_schema as schema, table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['questions', 'people']))
  const all = new Set<string>()
  for (const { schema, name } of tables) {
    const from = sql`${sql.identifier(schema)}.${sql.identifier(name)}`
    const rows = await tools.rows<{ row: string }>(
      sql`select to_jsonb(t)::text as row from ${from} t`,
    )
    for (const { row } of rows) all.add(`${schema}.${name} ${row}`)
  }
  return all
}
const added = (after: Set<string>, before: Set<string>) =>
  [...after].filter((row) => !before.has(row))
const tablesOf = (rows: string[]) => [...new Set(rows.map((row) => row.split(' ')[0]))].toSorted()
const traced = (text: string) => dele.traces.filter((trace) => text.includes(trace))

describe('when Dele has asked', () => {
  it('no answer of the service, line of the log or row of the database says that it was he', async () => {
    const answersBefore = await everyAnswer()
    for (const at of different(await everyAnswer(), answersBefore)) restless.add(at)
    expect([...restless].filter((at) => /question/.test(at))).toEqual([])
    const rowsBefore = await everyRow()
    lines.length = 0
    const told = await ask()
    expect(told.statusCode).toBe(201)
    expect(traced(told.body)).toEqual([])

    const log = lines.join('')
    expect(log).toContain(`/api/v1/challenges/${challengeId}/questions`)
    expect(traced(log)).toEqual([])

    const rows = added(await everyRow(), rowsBefore)
    expect(rows.flatMap(traced)).toEqual([])
    expect(tablesOf(rows)).toEqual([
      'public.audit_events',
      'public.question_turn_keys',
      'public.question_turns',
      'public.questions',
      'trail.heads',
      'trail.links',
    ])

    // Nothing shows on the day: whoever asks the challenge could look every minute.
    const today = different(await everyAnswer(), answersBefore)
    expect(today.filter((at) => !restless.has(at))).toEqual([])

    await tools.morning(challengeId)
    const answers = await everyAnswer()
    const changed = different(answers, answersBefore).filter((at) => !restless.has(at))
    expect(changed.filter((at) => !/\/(questions|desk-queue)/.test(at))).toEqual([])
    expect(changed).toContain(`commissioner /desk/challenges/${challengeId}/questions`)
    for (const [at, text] of answers)
      expect([at, traced(text)]).toEqual([at, traced(answersBefore.get(at) ?? '')])
    expect(answers.size).toBeGreaterThan(200)
  }, 120_000)

  it('not even the emails about it and the answer to it do', async () => {
    const before = await everyRow()
    await tools.daysLater(challengeId, 30)
    while (await remindOfQuestions({ db: world.appDb, config: world.config })) {}
    const [one] = (await tools.desk(town.ruth, challengeId)).waiting
    await (await world.as(town.ruth))(contract.answer, {
      params: { questionId: one?.id ?? '' },
      body: { answer: 'Yes, up to £3,000 of it.' },
    })
    const rows = added(await everyRow(), before)
    expect(rows.filter((row) => row.startsWith('public.outbox '))).not.toEqual([])
    expect(rows.flatMap(traced)).toEqual([])
    const page = JSON.stringify(await tools.board(challengeId))
    expect(page).toContain(WORDS)
    expect(traced(page)).toEqual([])
  })

  it('the log of everything that happened since is silent about him too', () => {
    expect(lines.length).toBeGreaterThan(300)
    expect(traced(lines.join(''))).toEqual([])
  })
})

describe('what could be laid beside a telephone call', () => {
  it('the row holds no hour: two questions of one day differ in words and lot alone', async () => {
    await ask('Who drives the minibus?')
    await world.db.execute(sql`select pg_sleep(0.05)`)
    await ask('Who washes the minibus?')
    const rows = await tools.rows<Record<string, unknown>>(
      sql`select * from questions where challenge_id = ${challengeId} and state = 'asked'`,
    )
    const [first, second] = rows.map(({ id: _, words: __, ...rest }) => rest)
    expect(rows).toHaveLength(2)
    expect(second).toEqual(first)
    expect(rows.map(({ id }) => String(id)[14])).toEqual(['4', '4'])
  })

  it('what is shown is a whole day, to everybody', async () => {
    const desk = JSON.stringify(await tools.desk(town.ruth, challengeId))
    expect(desk).not.toMatch(/\d\d:\d\d/)
    const { questionsUntil: _, ...board } = await tools.board(challengeId)
    expect(JSON.stringify(board)).not.toMatch(/\d\d:\d\d/)
  })
})

describe('whether Dele follows', () => {
  const follow = async () =>
    (await world.as(dele.id))(contract.follow, {
      params: { challengeId },
      body: { following: true },
    })

  it('changes nothing that anybody else can see', async () => {
    const [answersBefore, rowsBefore] = [await everyAnswer(), await everyRow()]
    await follow()
    const rows = added(await everyRow(), rowsBefore)
    const changed = different(await everyAnswer(), answersBefore)
    expect(changed.filter((at) => !restless.has(at))).toEqual([])
    expect(tablesOf(rows)).toEqual(['public.challenge_followers'])
    expect(rows.join()).not.toMatch(/\d\d:\d\d/)
  }, 120_000)

  it('his email about the answer is the same as everybody’s', async () => {
    const others = await Promise.all(
      [1, 2].map((n) => world.seed.person({ email: `reader-${n}@example.org` })),
    )
    for (const other of others)
      await (await world.as(other))(contract.follow, {
        params: { challengeId },
        body: { following: true },
      })
    await tools.morning(challengeId)
    const [one] = (await tools.desk(town.ines, challengeId)).waiting
    await (await world.as(town.ines))(contract.answer, {
      params: { questionId: one?.id ?? '' },
      body: { answer: 'Whoever holds a licence.' },
    })
    const letters = await tools.rows<{ recipient: string; said: string }>(
      sql`select recipient, subject || body as said from outbox where template = 'questions.answered'`,
    )
    expect(letters).toHaveLength(3)
    expect(new Set(letters.map(({ said }) => said)).size).toBe(1)
    expect(letters.map(({ recipient }) => recipient)).toContain('dele@canary.example.org')
  })
})
