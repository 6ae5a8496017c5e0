import { decisionsContract as contract, KINDS } from '@howcanwe/shared/decisions'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { constraintOf, sqlState } from '../../db/database.ts'
import {
  answered,
  counted,
  dayIn,
  first,
  type Hall,
  hall,
  opened,
  say,
  soon,
  WORDS,
} from './decisions.fixture.ts'

let world: World
let h: Hall
beforeAll(async () => {
  world = await startWorld()
  h = await hall(world, [6, 2, 2])
})
afterAll(() => world.close())

const ALONE = KINDS.filter((kind) => kind !== 'ordinary')
type Kind = (typeof KINDS)[number]

/** Which guard says no to somebody with the application's login; nothing where none does. */
async function stopped(statement: SQL): Promise<string | undefined> {
  try {
    await world.appDb.execute(statement)
    return undefined
  } catch (error) {
    return constraintOf(error) ?? sqlState(error)
  }
}
const raised = async (kind: Kind): Promise<string> =>
  (
    await first(h, 'residents').phone(contract.raise, {
      params: { groupId: h.groupId },
      body: { ...WORDS, kind },
    })
  ).id
const clarify = (decisionId: string, more: { kind: Kind; bodyDecides: boolean }) =>
  h.yusuf(contract.clarify, {
    params: { decisionId },
    body: {
      ...{ text: WORDS.text, why: WORDS.why, options: WORDS.options, affects: WORDS.affects },
      ...more,
    },
  })

describe.each(ALONE)('what residents decide alone: %s (§4.2, residents-only veto [G])', (kind) => {
  it('has no body’s last word over it, by whatever way it is written', async () => {
    const id = await raised(kind)
    const over = clarify(id, { kind, bodyDecides: true })
    expect((await refusal(over)).code).toBe('decisions.residents_alone')
    for (const state of ['raised', 'clarified'])
      expect(
        await stopped(
          sql`update decisions set body_decides = true, state = ${state} where id = ${id}`,
        ),
      ).toMatch(/decisions_residents_alone|HW204/)
    const fresh = sql`insert into decisions (id, place_id, group_id, number, kind, origin, body_decides)
      values (gen_random_uuid(), ${h.placeId}, ${h.groupId}, 0, ${kind}, 'residents', true)`
    expect(await stopped(fresh)).toBe('decisions_residents_alone')
  })

  it('is not relabelled so that officers answer too', async () => {
    const id = await raised(kind)
    const ordinary = clarify(id, { kind: 'ordinary', bodyDecides: false })
    expect((await refusal(ordinary)).code).toBe('decisions.residents_alone')
    const relabel = sql`update decisions set kind = 'ordinary', state = 'clarified' where id = ${id}`
    expect(await stopped(relabel)).toBe('decisions_residents_alone')
    await clarify(id, { kind, bodyDecides: false })
    expect(await stopped(relabel)).toBe('decisions_residents_alone')
  })

  it('residents say no twice, and it is stopped for good, whatever the others say', async () => {
    const id = await opened(h, { kind })
    const params = { decisionId: id }
    const officer = say(first(h, 'public-bodies'), id, 'yes')
    expect((await refusal(officer)).code).toBe('decisions.not_yours')
    await answered(h, id, { residents: [2, 4] })
    expect(await counted(world, h, id)).toMatchObject({ state: 'objected' })
    const { kind: _, ...words } = WORDS
    await h.yusuf(contract.rewrite, { params, body: words })
    await h.yusuf(contract.open, { params, body: { closesAt: soon(), reviewOn: dayIn(30) } })
    await answered(h, id, { residents: [2, 4] }, 2)
    await counted(world, h, id)
    const over = await h.yusuf(contract.conclude, { params, body: {} })
    expect(over).toMatchObject({ state: 'decided', body: null, review: null })
    expect(over.versions.map(({ result }) => result)).toEqual(['not-consented', 'not-consented'])
    const ruth = h.ruth(contract.respond, {
      params,
      body: { answer: 'accept', reasons: 'We go ahead all the same, as planned.', objections: [] },
    })
    expect((await refusal(ruth)).code).toBe('decisions.wrong_state')
    const again = h.yusuf(contract.open, {
      params,
      body: { closesAt: soon(), reviewOn: dayIn(30) },
    })
    expect((await refusal(again)).code).toBe('decisions.wrong_state')
    for (const set of [
      sql`state = 'consented'`,
      sql`state = 'kept', review_note = 'It works well enough.'`,
      sql`body_decides = true`,
      sql`kind = 'ordinary'`,
    ])
      expect(await stopped(sql`update decisions set ${set} where id = ${id}`)).toBeTruthy()
  })
})

it('what was proposed as ordinary can still be given to the residents alone', async () => {
  const id = await raised('ordinary')
  expect(await clarify(id, { kind: 'facilitator', bodyDecides: false })).toMatchObject({
    kind: 'facilitator',
  })
})
