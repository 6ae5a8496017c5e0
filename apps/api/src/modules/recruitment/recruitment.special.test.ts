import { contracts } from '@howcanwe/shared/contracts'
import { type Endpoint, urlOf } from '@howcanwe/shared/http'
import { identityContract } from '@howcanwe/shared/identity'
import { recruitmentContract as contract } from '@howcanwe/shared/recruitment'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { someId, startWorld, type World } from '../../../test/support.ts'
import { drawing, opening, SENSITIVE } from './recruitment.fixture.ts'

const reads: [string, Endpoint][] = Object.entries(contracts).flatMap(([noun, routes]) =>
  Object.entries(routes)
    .filter(([, e]) => (e as Endpoint).method === 'GET')
    .map(([key, e]): [string, Endpoint] => [`${noun}.${key}`, e as Endpoint]),
)

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

type Drawing = Awaited<ReturnType<typeof drawing>>

async function withAnswers() {
  const { categories } = opening()
  const t = await drawing(world, { categories: [...categories, SENSITIVE] })
  const email = `kayleigh-${someId()}@example.org`
  const kayleigh = await world.seed.person({ name: 'Kayleigh', email })
  const answers = [{ category: SENSITIVE.name, feature: 'Yes' }]
  const special = { answers, specialConsentVersion: '2026-11' }
  await t.put('Elmside', { contact: email, ...special })
  for (let n = 0; n < 9; n++) await t.put('Northgate', special)
  /** She says the other thing, past all our code. */
  const turn = (feature: string) =>
    world.db.execute(sql`
      update recruitment_special_answers s set feature = ${feature} from recruitment_names n
      where n.id = s.name_id and n.contact = ${email}`)
  return { t, kayleigh, turn }
}

/** Tries again where the service is busy: nothing was done (503). */
async function answered(ask: { url: string; headers: Record<string, string> }) {
  for (let tries = 1; ; tries++) {
    const answer = await world.app.inject({ method: 'GET', ...ask })
    if (answer.statusCode !== 503 || tries === 20) return answer
  }
}

/** Everything the API lets somebody read, with every id that stands in its address filled in where we know it. */
async function allTheyRead(
  personId: string,
  t: Drawing,
  asked = reads,
): Promise<Record<string, string>> {
  const token = await world.tokenOf(personId)
  const { rows } = await world.db.execute<{ id: string }>(sql`
    select id from recruitments where group_id = ${t.groupId}`)
  const known: Record<string, string> = {
    ...{ groupId: t.groupId, placeId: t.place.id, challengeId: t.challengeId, personId },
    recruitmentId: rows[0]?.id ?? '',
  }
  const read: Record<string, string> = {}
  for (const [name, e] of asked) {
    const keys = Object.keys(e.params?.shape ?? {})
    const params = Object.fromEntries(keys.map((key) => [key, known[key] ?? t.groupId]))
    const query = 'placeId' in (e.query?.shape ?? {}) ? `?placeId=${t.place.id}` : ''
    const answer = await answered({
      url: `${urlOf(e, { params })}${query}`,
      headers: { authorization: `Bearer ${token}` },
    })
    if (answer.statusCode === 200)
      read[name] = answer.body.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')
  }
  return read
}

it('no GET answers a broker or a facilitator differently, whatever Kayleigh said to a sensitive question', async () => {
  const { t, kayleigh, turn } = await withAnswers()
  const compare = async () => {
    for (const reader of [t.people.ines, t.people.yusuf]) {
      await turn('Yes')
      const yes = await allTheyRead(reader, t)
      await turn('No')
      // What did not answer at all the first time cannot tell the two apart.
      const again = reads.filter(([name]) => name in yes)
      expect(await allTheyRead(reader, t, again)).toEqual(yes)
      expect(Object.keys(yes)).toEqual(
        expect.arrayContaining(['recruitment.desk', 'recruitment.read']),
      )
    }
  }
  await compare()
  // She herself reads the difference: the comparison would see one.
  const hers = async () =>
    JSON.stringify((await (await world.as(kayleigh))(identityContract.everything)).sections)
  await turn('Yes')
  const said = await hers()
  await turn('No')
  expect(await hers()).not.toBe(said)
  await t.drawTwice()
  await compare()
  // On how many sheets a number stands can tell what it said; so nobody else reads whose number it is.
  const { box } = await world.anyone(contract.box, { params: t.params })
  const { numbers } = JSON.parse(box) as { numbers: number[] }
  const { people } = await t.yusuf(contract.desk, { params: t.params })
  expect(people).not.toEqual([])
  for (const number of numbers) expect(JSON.stringify(people)).not.toContain(String(number))
}, 240_000)

it('it stands in one table alone, which no letter, no trail and no published file copies', async () => {
  const { t } = await withAnswers()
  await t.close()
  const { box } = await world.anyone(contract.box, { params: t.params })
  expect(Object.keys(JSON.parse(box))).toEqual(['version', 'seats', 'targets', 'numbers', 'sheets'])
  const copies = await world.db.execute(sql`
    select 1 from audit_events e where to_jsonb(e)::text like ${`%${SENSITIVE.name}%`}
    union all select 1 from outbox o where o.body like ${`%${SENSITIVE.name}%`}
    union all select 1 from recruitment_names n where n.answers ? ${SENSITIVE.name}`)
  expect(copies.rows).toEqual([])
})
