import { contracts } from '@howcanwe/shared/contracts'
import { type Endpoint, problem, urlOf } from '@howcanwe/shared/http'
import { ROLES, type Role } from '@howcanwe/shared/identity'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { someId, startWorld, type World } from './support.ts'

type Named = [title: string, endpoint: Endpoint]
const all: Named[] = Object.values(contracts).flatMap((noun) =>
  Object.values(noun).map((e): Named => [`${e.method} ${e.path}`, e]),
)
const guarded = all.filter(([, e]) => e.access !== 'anyone')
const withBody = all.filter(([, e]) => e.body)
const withQuery = all.filter(([, e]) => e.query)
const withIds = all.filter(
  ([, e]) => e.params && Object.keys(e.params.shape).some((k) => k.endsWith('Id')),
)

let world: World
const people = new Map<Role | 'nobody' | 'everybody', string>()
beforeAll(async () => {
  world = await startWorld()
  const place = await world.seed.place()
  const granted = ROLES.filter((r) => r !== 'member')
  for (const role of granted) {
    people.set(role, await world.seed.person({ name: role, roles: [{ placeId: place.id, role }] }))
  }
  people.set('nobody', await world.seed.person())
  const member = await world.seed.person()
  people.set('member', member)
  const everybody = await world.seed.person({
    roles: granted.map((role) => ({ placeId: place.id, role })),
  })
  people.set('everybody', everybody)
  await world.seed.organisation({ place, members: [member, everybody] })
})
afterAll(() => world.close())

/** A request with well-formed ids that belong to nothing. */
async function send(
  e: Endpoint,
  given: {
    as?: Role | 'nobody' | 'everybody'
    body?: unknown
    search?: string
    params?: Record<string, string>
    raw?: string
  } = {},
) {
  const params =
    given.params ??
    Object.fromEntries(
      Object.keys(e.params?.shape ?? {}).map((k) => [k, k.endsWith('Id') ? someId() : 'nothing']),
    )
  const person = given.as ? people.get(given.as) : undefined
  const authorization = person ? `Bearer ${await world.tokenOf(person)}` : undefined
  const payload = given.raw ?? (given.body === undefined ? undefined : JSON.stringify(given.body))
  return world.app.inject({
    method: e.method,
    url: urlOf(e, { params }) + (given.search ?? ''),
    headers: {
      ...(authorization ? { authorization } : {}),
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...(e.ifMatch ? { 'if-match': '"1"' } : {}),
    },
    payload,
  })
}

describe.each(all)('%s', (_, e) => {
  it('is mounted', () => {
    expect(world.app.hasRoute({ method: e.method, url: `/api/v1${e.path}` })).toBe(true)
  })
})

describe.each(guarded)('%s', (_, e) => {
  it('asks a stranger to sign in, before looking at what they sent', async () => {
    for (const body of [undefined, { nonsense: true }]) {
      const answer = await send(e, { body: e.body ? body : undefined })
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'auth.required'])
    }
  })
  if (typeof e.access !== 'string') {
    const allowed = e.access
    const others = [...ROLES.filter((r) => !allowed.includes(r)), 'nobody' as const]
    it.each(others)('refuses a person who is only: %s', async (role) => {
      const answer = await send(e, { as: role, body: e.body ? {} : undefined })
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'auth.forbidden'])
    })
  }
})

describe.each(withBody)('%s', (_, e) => {
  it('refuses a field it does not know, by name', async () => {
    for (const key of ['unknownField', '__proto__x', 'placeIdd', 'role', 'createdAt']) {
      if (e.body && key in e.body.shape) continue
      const answer = await send(e, { as: 'everybody', body: { [key]: 1 } })
      expect(answer.statusCode).toBe(400)
      expect(answer.json().errors).toContainEqual({ pointer: `#/body/${key}`, code: 'not_allowed' })
    }
  })

  it.each([
    ['nothing', undefined, ''],
    ['null', null, undefined],
    ['a list', [], undefined],
    ['a word', 'yes', undefined],
    ['a number', 7, undefined],
    ['half of an object', undefined, '{"a":'],
    [
      'an object inside itself a thousand times',
      undefined,
      `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`,
    ],
  ])('answers %s with 400 and says what is wrong', async (_name, body, raw) => {
    const answer = await send(e, { as: 'everybody', body, raw })
    expect(answer.statusCode).toBe(400)
    expect(z.safeParse(problem, answer.json()).success).toBe(true)
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })

  it('never breaks on anything a machine can think of', async () => {
    const keys = Object.keys(e.body?.shape ?? {})
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.string({ unit: 'binary', maxLength: 50 }),
      fc.constantFrom(
        '\u0000',
        '\u202e',
        '0000-01-01',
        '0000-01-01T00:00:00Z',
        '9'.repeat(400),
        someId(),
      ),
    )
    const body = fc.record(Object.fromEntries(keys.map((k) => [k, value])), { requiredKeys: [] })
    await fc.assert(
      fc.asyncProperty(body, async (b) => {
        const answer = await send(e, { as: 'everybody', body: b })
        expect(answer.statusCode, answer.body).toBeLessThan(500)
        if (answer.statusCode >= 400)
          expect(answer.body).not.toMatch(/select |insert |violates|at .*\.ts|node_modules/i)
      }),
      { numRuns: 25 },
    )
  })
})

describe.each(withQuery)('%s', (_, e) => {
  it('refuses a filter it does not know', async () => {
    const answer = await send(e, { as: 'everybody', search: '?passwordHash=1' })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors).toContainEqual({
      pointer: '#/query/passwordHash',
      code: 'not_allowed',
    })
  })
  it.each([
    '?q=%00',
    '?q=%27%20or%201%3D1--',
    '?cursor=%00',
    '?cursor=e30',
    '?limit=1e9',
    '?placeId=x',
    '?placeId=__proto__',
  ])('never breaks on %s', async (search) => {
    expect((await send(e, { as: 'everybody', search })).statusCode).toBeLessThan(500)
  })
})

describe.each(withIds)('%s', (_, e) => {
  it.each(['x', '%00', "'", '00000000-0000-0000-0000-00000000000'])(
    'answers the id %s with 400 or 404',
    async (bad) => {
      const params = Object.fromEntries(
        Object.keys(e.params?.shape ?? {}).map((k) => [k, decodeURIComponent(bad)]),
      )
      const answer = await send(e, { as: 'everybody', params, body: e.body ? {} : undefined })
      expect([400, 404]).toContain(answer.statusCode)
    },
  )
})

it('every refusal a contract lists has a code of the form noun.reason', () => {
  for (const [title, e] of all)
    for (const code of e.errors ?? []) expect(code, title).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z_]+$/)
})

it('the API docs list every route, once, as OpenAPI 3.1', async () => {
  const docs = (await world.app.inject('/api/openapi.json')).json()
  expect(docs.openapi).toMatch(/^3\.1/)
  for (const [title, e] of all) {
    const path = `/api/v1${e.path.replaceAll(/:([A-Za-z]+)/g, '{$1}')}`
    expect(docs.paths[path]?.[e.method.toLowerCase()], title).toBeDefined()
  }
})
