import type { Interest } from '@howcanwe/shared/interests'
import { expressInterest } from '@howcanwe/shared/interests'
import type { Capacity } from '@howcanwe/shared/organisations'
import { changeCapacity, registerOrganisation } from '@howcanwe/shared/organisations'
import { describe, expect, it } from 'vitest'
import { capacityJson, interestJson } from '../../../test/town.ts'
import { noteOf, startFrom } from './known.ts'

const profile = (more: object = {}) => ({ ...capacityJson, ...more }) as unknown as Capacity
const sent = (more: Record<string, unknown> = {}) => interestJson(0, more) as unknown as Interest
const start = (given: { capacity?: Capacity; earlier?: Interest; note?: string }) =>
  startFrom({
    organisationId: 'ours',
    capacity: given.capacity,
    earlier: given.earlier,
    note: given.note ?? '',
    today: '2027-03-04',
  })

/** Questions of an answer that the profile answers too, and where it stands there. */
const SAME = {
  hoursPerMonth: 'spareHoursPerMonth',
  fromWhen: 'notBefore',
  bring: 'skills',
  need: 'possibleWith',
  bringNote: 'otherSkills',
}

describe('nothing is asked again (J-08, FR-12)', () => {
  it('no field of an answer is a field of registering or of the profile, and those that mean the same start filled', () => {
    const known = { ...registerOrganisation.shape, ...changeCapacity.shape }
    const twice = Object.keys(expressInterest.shape).filter((name) => name in known)
    expect(twice).toEqual([])
    const full = profile({
      ...{ spareHoursPerMonth: 20, notBefore: '2027-05-01', skills: ['cooking'] },
      possibleWith: ['travel'],
    })
    const { answers, known: marks } = start({ capacity: full, note: 'We speak Somali.' })
    expect(answers).toMatchObject({
      ...{ hoursPerMonth: 20, fromWhen: '2027-05-01', bring: ['cooking'], need: ['travel'] },
      bringNote: 'We speak Somali.',
    })
    expect(Object.keys(marks).sort()).toEqual(Object.keys(SAME).sort())
    expect(new Set(Object.values(marks))).toEqual(new Set(['profile']))
  })

  it('what the profile leaves empty comes from the last answers', () => {
    const { answers, known } = start({
      capacity: profile({ spareHoursPerMonth: null }),
      earlier: sent({ hoursPerMonth: 9, need: ['travel'], bring: ['transport'] }),
    })
    expect(answers).toMatchObject({ hoursPerMonth: 9, need: ['travel'], bring: ['caring-support'] })
    expect(known).toEqual({ bring: 'profile', hoursPerMonth: 'earlier', need: 'earlier' })
  })

  it('what is about the challenge itself is never filled in for anybody', () => {
    const { answers } = start({ earlier: sent({ together: 'with', conflict: true }) })
    expect(answers).toMatchObject({ why: '', conflict: false, togetherWith: '' })
    expect(answers).not.toHaveProperty('together')
  })

  it('a day that is over is no answer to “from when”', () => {
    expect(start({ capacity: profile({ notBefore: '2027-03-04' }) }).known).not.toHaveProperty(
      'fromWhen',
    )
  })

  it('hours of nought are no hours, and without a profile the form is empty', () => {
    expect(start({ capacity: profile({ spareHoursPerMonth: 0 }) }).answers).not.toHaveProperty(
      'hoursPerMonth',
    )
    expect(start({}).known).toEqual({})
  })
})

describe('lines of a profile', () => {
  it.each([
    [[], ''],
    [['', 'We speak Somali.', 'A hall'], 'We speak Somali. A hall.'],
    [[Array.from({ length: 59 }, () => 'care').join(' '), 'and', 'more'], undefined],
  ])('%j', (lines, note) => {
    const said = noteOf(lines)
    if (note !== undefined) expect(said).toBe(note)
    expect(said.split(/\s+/).length).toBeLessThanOrEqual(60)
  })
})
