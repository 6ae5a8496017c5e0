import type { Capacity } from '@howcanwe/shared/organisations'
import { changeCapacity } from '@howcanwe/shared/organisations'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import {
  differences,
  errorsIn,
  isUnfinished,
  newReached,
  newRoom,
  onlySaid,
  penceFrom,
  saidBy,
  valuesOf,
  withLastReached,
  withLastRoom,
} from './capacity.ts'

const saved: Capacity = {
  organisationId: '0190a5c1-0000-7000-8000-000000000001',
  staffHoursPerMonth: null,
  volunteerHoursPerMonth: 40,
  spareHoursPerMonth: 20,
  notBefore: '2027-01-04',
  availability: ['weekends'],
  skills: ['outreach'],
  otherSkills: 'Somali',
  premises: [{ name: 'Hall', seats: 40, stepFree: true, kitchen: false, costPence: 1250 }],
  reach: [{ community: 'Somali carers', people: 60, how: 'weekly-contact' }],
  livedExperience: 'led-by',
  possibleWith: ['childcare'],
  confirmedAt: new Date('2027-01-02T10:00:00Z'),
  version: 3,
}
const before = onlySaid(saved)
const values = valuesOf(saved)

describe('what a group said it can share', () => {
  it('comes into the form and out of it unchanged', () => {
    expect(saidBy(values, before)).toEqual(before)
    expect(z.safeParse(changeCapacity, saidBy(values, before)).success).toBe(true)
  })

  it.each([
    ['20', 20],
    ['', null],
    [' 1,200 ', 1200],
  ])('takes %j hours as %j', (spareHoursPerMonth, expected) => {
    expect(saidBy({ ...values, spareHoursPerMonth }, before).spareHoursPerMonth).toBe(expected)
  })

  it.each([
    ['about twenty', 'invalid'],
    ['-3', 'invalid'],
    ['12.5', 'invalid'],
    ['20000', 'too_big'],
  ])(
    'keeps the hours saved before while %j stands there, and says so',
    (spareHoursPerMonth, code) => {
      const typing = { ...values, spareHoursPerMonth }
      expect(saidBy(typing, before).spareHoursPerMonth).toBe(20)
      expect(errorsIn(typing)).toEqual([{ name: 'spareHoursPerMonth', code, limit: 2000 }])
    },
  )

  it.each([
    ['', null, 0],
    ['2027-02-30', '2027-01-04', 1],
    ['-03-04', '2027-01-04', 0],
    ['2027-03-04', '2027-03-04', 0],
  ])('“not before” %j is kept as %j, with %i complaint', (notBefore, expected, complaints) => {
    const typing = { ...values, notBefore }
    expect(saidBy(typing, before).notBefore).toBe(expected)
    expect(errorsIn(typing)).toHaveLength(complaints)
  })
})

describe('a room or a group of people, while it is typed', () => {
  it('is not saved before it is complete, and then it is', () => {
    const empty = newRoom(values.premises)
    expect(isUnfinished(empty)).toBe(true)
    expect(saidBy({ ...values, premises: [withLastRoom(empty)] }, before).premises).toEqual([])
    const full = withLastRoom({ ...empty, name: 'Kitchen', seats: '8', cost: '£7,50' })
    expect(isUnfinished(full)).toBe(false)
    expect(saidBy({ ...values, premises: [full] }, before).premises).toEqual([
      { name: 'Kitchen', seats: 8, stepFree: false, kitchen: false, costPence: 750 },
    ])
  })

  it('that was saved stays saved while its name is being retyped', () => {
    const [hall] = values.premises
    if (!hall) throw new Error('no hall')
    const retyping = withLastRoom({ ...hall, name: '' })
    expect(saidBy({ ...values, premises: [retyping] }, before).premises).toEqual(before.premises)
    expect(saidBy({ ...values, premises: [] }, before).premises).toEqual([])
  })

  it('needs to be said of whom and of how many', () => {
    const row = newReached([])
    expect(isUnfinished({ ...row, community: 'Men who live alone' })).toBe(true)
    const full = withLastReached({ ...row, community: 'Men who live alone', people: '30' })
    expect(full.last).toEqual({
      community: 'Men who live alone',
      people: 30,
      how: 'trusted-contact',
    })
    expect(errorsIn({ ...values, reach: [{ ...full, people: 'many' }] })).toEqual([
      { name: 'reach.0.people', code: 'invalid' },
    ])
  })

  it.each([
    ['', 0],
    ['12', 1200],
    ['12.5', 1250],
    ['£ 12,50', 1250],
    ['free', Number.NaN],
    ['-1', Number.NaN],
  ])('%j an hour is %j pence', (text, pence) => {
    expect(penceFrom(text)).toBe(pence)
  })
})

it('two colleagues see only the questions they answered differently', () => {
  const theirs = { ...before, spareHoursPerMonth: 10, skills: ['cooking' as const] }
  expect(differences(before, theirs).sort()).toEqual(['skills', 'spareHoursPerMonth'])
  expect(differences(before, { ...before })).toEqual([])
})
