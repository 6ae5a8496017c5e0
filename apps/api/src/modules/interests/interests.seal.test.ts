import { contracts } from '@howcanwe/shared/contracts'
import { interestsContract as contract } from '@howcanwe/shared/interests'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal, someId } from '../../../test/support.ts'
import {
  amina,
  answers,
  broker,
  challengeId,
  council,
  facilitator,
  inTown,
  rowsOf,
  ruth,
  send,
  town,
  turnTo,
  world,
} from './interests.fixture.ts'

inTown()

/** Everybody at every address, twice, takes its time on a busy machine. */
const EVERY_ROUTE_MS = 120_000

/** The same each time, so that two readings can be laid side by side. */
const NOBODYS = someId()

/** Every GET address the contracts know, filled in for one challenge. Letters on the demo's inbox page aside. */
function readable(ids: { challengeId: string; slug: string; group: string; organisation: string }) {
  const filled: Record<string, string> = {
    ':challengeId': ids.challengeId,
    ':slug': ids.slug,
    ':groupId': ids.group,
    ':organisationId': ids.organisation,
    ':placeId': town.id,
  }
  const queries = ['', `?placeId=${town.id}`]
  return paths().flatMap((path) =>
    queries.map((query) => path.replace(/:\w+/g, (key) => filled[key] ?? NOBODYS) + query),
  )
}

const paths = (): string[] =>
  Object.values(contracts)
    .flatMap((noun) => Object.values(noun))
    .filter((e) => e.method === 'GET' && e.path !== '/dev/inbox')
    .map((e) => e.path)

describe('the seal', () => {
  const CANARY = 'canary-7f3a-nobody-reads-this'
  const read = async (person: string, id = challengeId) =>
    (await world.as(person))(contract.forChallenge, { params: { challengeId: id } })

  it('before the deadline Ruth is told when to come back, and after it she reads every answer', async () => {
    await send(amina, { bringNote: CANARY })
    const sealed = await refusal(read(ruth))
    expect([sealed.status, sealed.code]).toEqual([409, 'interests.sealed'])
    expect(sealed.detail).toMatch(/from \w+ \d+ \w+ \d{4} at \d\d:\d\d/)
    await world.seed.passDeadline(challengeId)
    const { items } = await read(ruth)
    expect(items.map((i) => i.bringNote)).toEqual([CANARY])
    expect(items[0]?.can).toEqual({ change: false, withdraw: false })
  })

  it('an empty challenge and a full one look the same while sealed', async () => {
    const none = await refusal(read(ruth))
    await send()
    const one = await refusal(read(ruth))
    expect({ ...one, instance: '' }).toEqual({ ...none, instance: '' })
  })

  it('what was taken back stays unread', async () => {
    const sent = await send()
    await (await world.as(amina))(contract.withdraw, { params: { interestId: sent.id }, body: {} })
    await world.seed.passDeadline(challengeId)
    expect((await read(ruth)).items).toEqual([])
  })

  it('another commissioner, of this town or the next, never reads them; for them the challenge is not there', async () => {
    await send()
    await world.seed.passDeadline(challengeId)
    const south = await world.seed.place()
    for (const placeId of [town.id, south.id]) {
      const other = await world.seed.person({ roles: [{ placeId, role: 'commissioner' }] })
      expect((await refusal(read(other))).code).toBe('challenges.not_found')
      expect((await refusal(read(other, someId()))).code).toBe('challenges.not_found')
    }
    for (const person of [broker, facilitator, amina])
      expect((await refusal(read(person))).status).toBe(403)
  })

  it('a commissioner who has lost the role reads nothing', async () => {
    const former = await world.seed.person({ roles: [{ placeId: town.id, role: 'commissioner' }] })
    turnTo(await world.seed.openChallenge({ place: town, commissioner: former, council }))
    await world.seed.passDeadline(challengeId)
    expect((await read(former)).items).toEqual([])
    await world.db.execute(sql`update role_grants set ended_at = now() where person_id = ${former}`)
    expect((await refusal(read(former))).status).toBe(403)
  })

  it('answers to a challenge that was taken back stay closed for good', async () => {
    await send()
    await world.db.execute(
      sql`update challenges set state = 'withdrawn', withdrawn_reason = 'The money went to the hospital instead.' where id = ${challengeId}`,
    )
    expect((await refusal(read(ruth))).code).toBe('interests.sealed')
    await world.seed.passDeadline(challengeId)
    expect((await refusal(read(ruth))).code).toBe('interests.sealed')
  })

  it(
    'no route there is tells anybody else that an interest exists, let alone what it says',
    async () => {
      const hidden = await world.seed.organisation({
        place: town,
        members: [amina],
        name: 'Canary Carers',
      })
      const other = await world.seed.person()
      await world.seed.organisation({ place: town, members: [other] })
      const group = await world.seed.group({
        placeId: town.id,
        challengeId,
        facilitatorId: facilitator,
      })
      const slug = (
        await rowsOf<{ slug: string }>(sql`select slug from challenges where id = ${challengeId}`)
      )[0]?.slug
      const addresses = readable({ challengeId, slug: slug ?? '', group, organisation: hidden })
      const everything = async () => {
        const seen: Record<string, string> = {}
        for (const [who, person] of Object.entries({
          ruth,
          broker,
          facilitator,
          other,
          anyone: '',
        })) {
          const headers = person ? { authorization: `Bearer ${await world.tokenOf(person)}` } : {}
          for (const path of addresses) {
            const answer = await world.app.inject({ method: 'GET', url: `/api/v1${path}`, headers })
            seen[`${who} ${path}`] = answer.body.replace(
              /"(instance|computedAt|madeAt)":"[^"]+"/g,
              '',
            )
          }
        }
        return seen
      }
      const before = await everything()
      await (await world.as(amina))(contract.express, {
        params: { challengeId },
        body: { organisationId: hidden, ...answers, why: `${CANARY} because we care` },
      })
      const after = await everything()
      const changed = Object.keys(after).filter((k) => after[k] !== before[k])
      expect(changed).toEqual([])
      expect(JSON.stringify(after)).not.toContain(CANARY)
      expect(Object.keys(after).length).toBeGreaterThan(50)
    },
    EVERY_ROUTE_MS,
  )
})
