import { contracts } from '@howcanwe/shared/contracts'
import { introductionsContract as contract } from '@howcanwe/shared/introductions'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import {
  addressOf,
  agrees,
  asked,
  lettersTo,
  no,
  passDays,
  says,
  type Two,
  tokenTo,
  two,
  yes,
} from './introductions.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

interface Town extends Two {
  /** Whoever else might look. */
  others: Record<'ruth' | 'joan' | 'stranger', string>
  challengeId: string
}

async function town(): Promise<Town> {
  const t = await two(world)
  const role = (name: string, as: 'commissioner' | 'steward') =>
    world.seed.person({ name, roles: [{ placeId: t.place.id, role: as }] })
  const ruth = await role('Ruth', 'commissioner')
  const joan = await role('Joan', 'steward')
  const stranger = await world.seed.person({ name: 'Stranger' })
  const challengeId = await world.seed.openChallenge({ place: t.place, commissioner: ruth })
  return { ...t, others: { ruth, joan, stranger }, challengeId }
}

const reads = Object.values(contracts).flatMap((noun) =>
  Object.values(noun).filter((e) => e.method === 'GET' && !e.path.startsWith('/dev/')),
)

/** Moments of the last hour, which differ from one look to the next; what there is and how much stays comparable. */
const steady = (body: string): string =>
  body
    .replaceAll(/"instance":"[^"]*",/g, '')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, (at) =>
      Math.abs(Date.parse(at) - Date.now()) < 3_600_000 ? 'lately' : at,
    )

/** Everything somebody can read: each GET of the product with the ids of this town, status, headers and body. */
async function everything(t: Town, personId: string): Promise<string[]> {
  const ids: Record<string, string> = {
    placeId: t.place.id,
    challengeId: t.challengeId,
    introductionId: t.id,
    organisationId: t.carers,
    otherId: t.homes,
  }
  const authorization = `Bearer ${await world.tokenOf(personId)}`
  const seen: string[] = []
  for (const { path, query } of reads) {
    const url = path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? t.place.id)
    const asks = Object.keys(query?.shape ?? {}).flatMap((name) => {
      const value = name === 'q' ? 'carers' : ids[name]
      return value ? [`${name}=${value}`] : []
    })
    const address = `${url}?${asks.join('&')}`
    const answer = await world.app.inject({
      url: `/api/v1${address}`,
      headers: { authorization },
    })
    const { etag } = answer.headers
    seen.push(`${address} ${answer.statusCode} ${etag ?? '-'} ${steady(answer.body)}`)
  }
  return seen
}

/** What somebody reads that they did not read before, and the other way round. */
const changed = (before: readonly string[], after: readonly string[]) => [
  ...before.filter((b) => !after.includes(b)),
  ...after.filter((a) => !before.includes(a)),
]

const looked = async (t: Town, but?: 'amina' | 'bram') => ({
  ...(but === 'amina' ? {} : { amina: await everything(t, t.amina) }),
  ...(but === 'bram' ? {} : { bram: await everything(t, t.bram) }),
  ruth: await everything(t, t.others.ruth),
  // Reading the record is itself a line of it, so hers is compared by its lines below.
  joan: (await everything(t, t.others.joan)).filter((s) => !/^\S*\/(trail|everything)\?/.test(s)),
  stranger: await everything(t, t.others.stranger),
})

const counts = async (t: Town) =>
  (
    await world.db.execute(sql`
      select (select count(*)::int from outbox where place_id = ${t.place.id}) as letters,
        (select count(*)::int from audit_events where place_id = ${t.place.id}
          and action <> 'trail.read') as lines`)
  ).rows[0]

describe('a no is invisible (J-11 [G])', () => {
  it('when Bram says no, nothing that Amina, the council, the steward or anybody can read changes by a byte', async () => {
    const t = await town()
    await asked(world, t)
    await agrees(world, t)
    const token = await tokenTo(world, await addressOf(world, t.carers))
    const mine = async () => {
      const answer = await world.app.inject({
        url: '/api/v1/me/introductions',
        headers: { authorization: `Bearer ${await world.tokenOf(t.amina)}` },
      })
      const { date, ...headers } = answer.headers
      return { headers, status: answer.statusCode, body: answer.body }
    }
    const link = () => world.anyone(contract.byLink, { body: { token } })
    const before = {
      all: await looked(t, 'bram'),
      counts: await counts(t),
      mine: await mine(),
      link: await link(),
    }
    await says(world, t, 'bram', no)
    const after = {
      all: await looked(t, 'bram'),
      counts: await counts(t),
      mine: await mine(),
      link: await link(),
    }
    for (const [who, seen] of Object.entries(before.all))
      expect(changed(seen, after.all[who as keyof typeof after.all] ?? [])).toEqual([])
    expect({ ...after, all: {} }).toEqual({ ...before, all: {} })
    expect(before.mine.body).toContain('"state":"waiting"')
  }, 90_000)

  it('when Amina says no, Bram reads what he would if nothing had ever been drafted', async () => {
    const t = await town()
    const before = await everything(t, t.bram)
    const stands = await looked(t, 'amina')
    await asked(world, t)
    await says(world, t, 'amina', no)
    await passDays(world, t, 22)
    expect(changed(before, await everything(t, t.bram))).toEqual([])
    const after = await looked(t, 'amina')
    for (const who of ['ruth', 'stranger'] as const)
      expect(changed(stands[who], after[who])).toEqual([])
    expect(await lettersTo(world, await addressOf(world, t.homes))).toEqual([])
  }, 90_000)

  it.each(['no', 'silence', 'rest'] as const)(
    'and it ends for Amina with the same words, at the same moment, in the same number: %s',
    async (how) => {
      const ends = async (it: 'no' | 'silence' | 'rest') => {
        const t = await town()
        await asked(world, t)
        if (it === 'rest')
          await world.db.execute(
            sql`update organisations set state = 'paused' where id = ${t.homes}`,
          )
        await agrees(world, t)
        if (it === 'no') await says(world, t, 'bram', no)
        await passDays(world, t, 20)
        const waits = (await (await world.as(t.amina))(contract.mine)).items[0]
        await passDays(world, t, 1)
        const over = (await (await world.as(t.amina))(contract.mine)).items[0]
        const letters = await lettersTo(world, await addressOf(world, t.carers))
        const bare = (words: unknown) =>
          JSON.stringify(words)
            .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
            .replaceAll(/#[\w-]+/g, '#')
            .replaceAll(/Northgate \d+/g, 'Northgate')
            .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'at')
        return bare({ waits, over, letters })
      }
      const seen = await ends(how)
      expect(seen).toBe(await ends('silence'))
      expect(seen).toContain('not-come-about')
      expect(seen).toContain('This one did not come about')
    },
  )

  it('the moment is twenty-two days after her own yes, to the second, whatever Bram does', async () => {
    const t = await town()
    await asked(world, t)
    await agrees(world, t)
    const moment = async () =>
      (
        await world.db.execute(sql`
          select tell_at = answered_at + interval '22 days' as fits, tell_at::text as at
          from introduction_sides where introduction_id = ${t.id} and turn = 'first'`)
      ).rows[0]
    const before = await moment()
    expect(before).toMatchObject({ fits: true })
    await says(world, t, 'bram', no)
    expect(await moment()).toEqual(before)
  })

  it('a yes taken back within a day reaches nobody: Bram is never asked, and no count moves', async () => {
    const t = await town()
    const takesBack = async () =>
      (await world.as(t.amina))(contract.takeBack, { params: { introductionId: t.id }, body: {} })
    const stands = await everything(t, t.bram)
    await asked(world, t)
    expect(await says(world, t, 'amina', yes())).toMatchObject({ canTakeBack: true })
    const before = await counts(t)
    expect(await takesBack()).toMatchObject({ state: 'said-no', canTakeBack: false })
    expect(await counts(t)).toEqual(before)
    await passDays(world, t, 23)
    expect(await lettersTo(world, await addressOf(world, t.homes))).toEqual([])
    expect(changed(stands, await everything(t, t.bram))).toEqual([])
  }, 90_000)

  it('and after that day it stands: whoever is asked second and says yes is never left waiting', async () => {
    const t = await town()
    await asked(world, t)
    await agrees(world, t)
    const late = (await world.as(t.amina))(contract.takeBack, {
      params: { introductionId: t.id },
      body: {},
    })
    expect((await refusal(late)).code).toBe('introductions.yes_stands')
    expect(await says(world, t, 'bram', yes())).toMatchObject({ state: 'together' })
  })

  it('no side reads a time, only whole days, and both have as many', async () => {
    const t = await town()
    await asked(world, t)
    const ownOf = async (person: string) => (await (await world.as(person))(contract.mine)).items
    const [toAmina] = await ownOf(t.amina)
    const body = async (person: string) =>
      (
        await world.app.inject({
          url: '/api/v1/me/introductions',
          headers: { authorization: `Bearer ${await world.tokenOf(person)}` },
        })
      ).body
    await agrees(world, t)
    const [toBram] = await ownOf(t.bram)
    expect(toBram?.answerBy).toBe(toAmina?.answerBy)
    for (const person of [t.amina, t.bram])
      expect(await body(person)).not.toMatch(/\d{4}-\d\d-\d\dT|askedAt|answeredAt/)
  })

  it('no contact stands in what was written down, and the broker alone reads who said what', async () => {
    const t = await town()
    await asked(world, t)
    await agrees(world, t)
    await says(world, t, 'bram', no)
    const { rows } = await world.db.execute<{ all: string }>(sql`
      select to_jsonb(i)::text || jsonb_agg(to_jsonb(s))::text as all from introductions i
      join introduction_sides s on s.introduction_id = i.id where i.id = ${t.id} group by i.*`)
    for (const contact of ['@', '7946', 'Bram de Wit']) expect(rows[0]?.all).not.toContain(contact)
    const [seen] = (
      await (
        await world.as(t.ines)
      )(contract.list, { query: { placeId: t.place.id } })
    ).items
    expect(seen?.sides.map((s) => s.answer)).toEqual(['yes', 'no'])
  })
})
