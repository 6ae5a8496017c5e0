import type { CallArgs } from '@howcanwe/shared/http'
import { squeezeOutsContract as contract, TEXT_MAX } from '@howcanwe/shared/squeeze-outs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.seed.place()
})
afterAll(() => world.close())

const check = (body: CallArgs<typeof contract.check>['body']) =>
  world.anyone(contract.check, { body })

const OLD_TENDER = `Provision of a befriending service
Published 1 June 2026. Tenders must be received by 12 June 2026.
You must send us:
- three years of audited accounts
- your safeguarding policy
No references are needed.`

describe('a council that pastes an old tender (CH4)', () => {
  it('reads what keeps small organisations out, without an account', async () => {
    const said = await check({ text: OLD_TENDER })
    expect(said.findings.map((f) => [f.code, f.severity])).toEqual([
      ['audited-accounts', 'red'],
      ['papers-before-award', 'red'],
      ['open-window', 'red'],
    ])
    expect(said.counts).toEqual({ red: 3, amber: 0 })
    expect(said.language).toBe('en')
    expect(said.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(said.rulesVersion).not.toBe('')
    for (const f of said.findings) {
      expect(f.source.title).not.toBe('')
      expect(f.quote).not.toBeNull()
    }
  })

  it('may paste Dutch, and is shown the sources people know there', async () => {
    const said = await check({ text: 'De jaaromzet van je organisatie is minimaal € 250.000.' })
    expect(said.language).toBe('nl')
    expect(said.findings[0]).toMatchObject({ code: 'turnover', pointer: null })
    expect(said.findings[0]?.source.title).toContain('Gids Proportionaliteit')
  })

  it('may paste the longest text there is, with signs of any width', async () => {
    const said = await check({ text: '€ ’ – 😀 '.repeat(TEXT_MAX / 10).slice(0, TEXT_MAX) })
    expect(said.findings).toEqual([])
  })

  it('hears that a longer one is too long, and that it was one or the other', async () => {
    expect(await refusal(check({ text: 'a'.repeat(TEXT_MAX + 1) }))).toMatchObject({ status: 400 })
    expect((await refusal(check({}))).errors).toEqual([{ pointer: '#/body/text', code: 'invalid' }])
    expect(await refusal(check({ text: 'a', brief: {} }))).toMatchObject({ status: 400 })
  })
})

describe('a system that sends a brief', () => {
  it('is told the field, by the working days of the place', async () => {
    const closesAt = new Date(Date.now() + 10 * 86_400_000).toISOString()
    const said = await check({
      brief: {
        question: 'How can we make a break from caring something you can plan on?',
        eligibility: ['Is your turnover above £100,000 a year?'],
        hoursPerMonth: 10,
        backfillPence: 0,
        closesAt,
      },
    })
    expect(said.findings.map((f) => [f.code, f.pointer])).toEqual([
      ['turnover', '#/body/eligibility/0'],
      ['open-window', '#/body/closesAt'],
      ['unpaid-time', '#/body/backfillPence'],
    ])
  })
})
