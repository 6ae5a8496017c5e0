import type { AmendmentKind } from '@howcanwe/shared/amendments'
import { challengesContract } from '@howcanwe/shared/challenges'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal } from '../../../test/support.ts'
import {
  amend,
  answer,
  at,
  type Changes,
  CLOSES,
  inTown,
  log,
  open,
  place,
  read,
  reason,
  ruth,
  world,
} from './amendments.fixture.ts'

inTown()

const letters = async () =>
  (
    await world.db.execute<{ recipient: string; subject: string; body: string }>(
      sql`select recipient, subject, body from outbox where template like 'amendments.%' order by id desc`,
    )
  ).rows
describe('goalposts (J-07)', () => {
  it('Ruth moves the start: everybody gets five working days more, an email, and a line in the log', async () => {
    const id = await open()
    await answer(id)
    const before = await read(id)
    const done = await amend(id, 'substance', { startsOn: '2099-05-04' })
    const gained = (done.closesAt.getTime() - CLOSES.getTime()) / 86_400_000
    // A week, or the five days from a Sunday to a Friday.
    expect(gained).toBeGreaterThan(4.9)
    expect(gained).toBeLessThan(8)
    const after = await read(id)
    expect(after).toMatchObject({ startsOn: '2099-05-04', criteria: before.criteria })
    expect(Number(after.questionsUntil)).toBeGreaterThan(Number(before.questionsUntil))
    const [line] = await log(id)
    expect(line).toMatchObject({ kind: 'substance', reason, by: 'Ruth, Northgate Council' })
    expect(line?.changes).toContainEqual({
      field: 'startsOn',
      before: '2099-04-01',
      after: '2099-05-04',
    })
    expect(line?.changes.map((c) => c.field)).toContain('closesAt')
    const [letter] = await letters()
    expect(letter?.recipient).toBe('dele@youth.example')
    expect(letter?.body).toContain('Before: Wednesday 1 April 2099')
    expect(letter?.body).toContain('Now: Monday 4 May 2099')
  })

  it('a typing error is mended with a line in the log, and nobody is troubled', async () => {
    const id = await open()
    await answer(id)
    const sent = (await letters()).length
    const done = await amend(id, 'typo', { whyNow: 'The waiting list has doubled.' })
    expect(done.closesAt).toEqual(CLOSES)
    expect(await letters()).toHaveLength(sent)
    expect((await log(id)).map((line) => line.kind)).toEqual(['typo'])
  })

  it.each<[string, AmendmentKind, Changes, string]>([
    [
      'a new sentence as a typing error',
      'typo',
      { whyNow: 'All is different now, and nobody told you of it.' },
      'amendments.more_than_a_typo',
    ],
    ['a figure as a clarification', 'clarify', { hoursPerMonth: 20 }, 'amendments.is_substance'],
    [
      'a length of time in words as a clarification',
      'clarify',
      { summary: 'We try it for ten weeks.' },
      'amendments.is_substance',
    ],
    ['less money', 'substance', { backfillPence: 1 }, 'amendments.taken_back'],
    [
      'a sooner closing',
      'substance',
      { closesAt: new Date(Date.now() + 86_400_000).toISOString() },
      'amendments.taken_back',
    ],
    ['nothing', 'clarify', {}, 'amendments.nothing_changes'],
  ])('%s is refused, and nothing moves', async (_, kind, changes, code) => {
    const id = await open()
    expect((await refusal(amend(id, kind, changes))).code).toBe(code)
    expect(await log(id)).toEqual([])
  })

  it('many small typing errors do not add up to another sentence', async () => {
    const id = await open()
    const { whyNow = '' } = await read(id)
    const once = `${whyNow} Come soon.`
    const { version } = await amend(id, 'typo', { whyNow: once })
    const more = { whyNow: `${once} And bring us.` }
    expect((await refusal(amend(id, 'typo', more, { version }))).code).toBe(
      'amendments.more_than_a_typo',
    )
    const clearer = await amend(id, 'clarify', more, { version })
    await amend(id, 'typo', { whyNow: `${more.whyNow} Please.` }, clearer)
  })

  it.each([
    'question',
    'themes',
    'areaIds',
    'criteria',
    'cohortSize',
    'eligibility',
    'weights',
    'route',
  ])('%s is not for changing, through any route', async (name) => {
    const id = await open()
    const value = name === 'question' ? 'How can we do something else entirely?' : []
    const refused = await refusal(amend(id, 'substance', { [name]: value } as never))
    expect(refused.status).toBe(400)
    const call = await world.as(ruth)
    const patched = await refusal(
      call(
        challengesContract.change,
        { ...at(id), body: { [name === 'weights' ? 'criteria' : name]: value } as never },
        { ifMatch: 1 },
      ),
    )
    expect([400, 409]).toContain(patched.status)
  })

  it('is for whoever asks: a colleague finds nothing there, and a stale page is told so', async () => {
    const id = await open()
    const colleague = await world.seed.person({
      roles: [{ placeId: place.id, role: 'commissioner' }],
    })
    const change = { startsOn: '2099-05-04' }
    expect((await refusal(amend(id, 'substance', change, { who: colleague }))).code).toBe(
      'challenges.not_found',
    )
    expect((await refusal(amend(id, 'substance', change, { version: 9 }))).status).toBe(412)
  })

  it('cannot ask afterwards what a challenge could not have opened with (CH4)', async () => {
    const id = await open()
    const asks = { otherOffer: 'A minimum turnover of £200,000 is required.' }
    const refused = await refusal(amend(id, 'substance', asks))
    expect(refused.code).toBe('challenges.squeezes_out')
    expect(refused.errors).toContainEqual({
      pointer: '#/body/changes/otherOffer',
      code: 'turnover',
    })
    expect(await log(id)).toEqual([])
  })

  it('is over when the challenge closes', async () => {
    const id = await open()
    await world.seed.passDeadline(id)
    expect((await refusal(amend(id, 'typo', { whyNow: 'x' }))).code).toBe('challenges.closed')
  })
})
