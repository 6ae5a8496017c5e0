import type { InterestDraft } from '@howcanwe/shared/interests'
import { describe, expect, it } from 'vitest'
import { beginFrom, changedSince, fromDevice, sayable, settled, waitingIn } from './draft.ts'

const at = (minute: number) => new Date(Date.UTC(2027, 2, 4, 10, minute))
const service = (more: Partial<InterestDraft> = {}): InterestDraft => ({
  answers: { why: 'On the bus', hoursPerMonth: 12 },
  seconds: 60,
  updatedAt: at(10),
  by: 'Amina',
  mine: true,
  version: 3,
  ...more,
})
const device = (minute: number, more: object = {}) => ({
  answers: { why: 'On the bus, and then', bringNote: 'A hall' },
  seconds: 90,
  seen: 3 as number | null,
  waiting: ['why'],
  at: at(minute),
  ...more,
})

describe('what travels when something was typed', () => {
  it.each([
    ['a new word', { why: 'A' }, { why: 'B' }, { why: 'B' }],
    ['a last space', { why: 'A' }, { why: 'A ' }, {}],
    ['a box that was emptied', { why: 'A' }, { why: '' }, { why: '' }],
    ['a box nobody touched', {}, { why: '', bring: [], conflict: false, fromWhen: null }, {}],
    ['a tick taken away', { bring: ['cooking'] }, { bring: [] }, { bring: [] }],
  ] as const)('%s', (_, kept, now, travels) => {
    expect(changedSince(kept as object, now as object)).toEqual(travels)
  })

  it('half a number, half a day and far too many words stay on the device', () => {
    const typed = { hoursPerMonth: Number.NaN, fromWhen: '2027-3-', why: 'x'.repeat(2001) }
    expect(sayable({ ...typed, bringNote: 'A hall' })).toEqual({
      together: null,
      bringNote: 'A hall',
    })
    expect(waitingIn({}, typed)).toEqual(['why', 'fromWhen'])
  })
})

describe('where to go on', () => {
  it('nobody began', () => {
    expect(beginFrom(null, null)).toMatchObject({ answers: {}, seen: null, found: null })
  })
  it('on this phone, before there was a signal', () => {
    const begun = beginFrom(null, device(10, { seen: null }))
    expect(begun.answers).toEqual({ why: 'On the bus, and then', bringNote: 'A hall' })
    expect(begun.found).toEqual({ at: at(10), by: null, mine: true })
  })
  it('on another phone', () => {
    const begun = beginFrom(service({ by: 'Lou', mine: false }), null)
    expect(begun).toMatchObject({ answers: { why: 'On the bus', hoursPerMonth: 12 }, seen: 3 })
    expect(begun.found).toEqual({ at: at(10), by: 'Lou', mine: false })
  })
  it('a battery that died before the last words were sent: they lie over what was', () => {
    const begun = beginFrom(service(), device(11))
    expect(begun.answers).toEqual({ why: 'On the bus, and then', hoursPerMonth: 12 })
    expect([begun.seconds, begun.seen]).toEqual([90, 3])
  })
  it('a colleague wrote after this phone went dark: hers stand', () => {
    const begun = beginFrom(
      service({ version: 5, updatedAt: at(20), by: 'Lou', mine: false }),
      device(11),
    )
    expect(begun.answers).toEqual({ why: 'On the bus', hoursPerMonth: 12 })
    expect(begun.found?.by).toBe('Lou')
  })
  it('an empty answer of the draft is none in the form', () => {
    expect(beginFrom(service({ answers: { hoursPerMonth: null } }), null).answers).toEqual({})
  })
})

describe('what comes back with a save', () => {
  const sent = { kept: { why: 'One', needNote: 'A van' }, mine: { why: 'Two' } }
  it('a colleague’s words go into the form where nobody writes here', () => {
    const now = { why: 'Two', needNote: 'Two vans', bringNote: 'From Lou' }
    expect(settled(sent, now, { why: 'Two', needNote: 'A van', bringNote: '' }).theirs).toEqual({
      needNote: 'Two vans',
      bringNote: 'From Lou',
    })
  })
  it('where somebody is typing here, theirs wait', () => {
    const now = { why: 'Two', needNote: 'Two vans' }
    const after = settled(sent, now, { why: 'Two', needNote: 'A van and a dri' })
    expect(after).toEqual({ kept: { why: 'Two', needNote: 'Two vans' }, theirs: {} })
  })
})

describe('a device’s copy is not to be trusted', () => {
  it.each([null, 'x', 7, {}, { answers: [] }, { answers: 'x' }])('%j is no copy', (copy) => {
    expect(fromDevice(copy)).toBeNull()
  })
  it('keeps the good parts of a bad one', () => {
    const copy = {
      answers: {
        why: 'Half',
        bring: ['gold'],
        hoursPerMonth: 'x',
        together: 'never',
        turnover: '1',
      },
      seconds: -5,
      seen: 'x',
    }
    expect(fromDevice(copy)).toEqual({
      answers: { why: 'Half' },
      seconds: 0,
      seen: null,
      waiting: [],
    })
  })
})
