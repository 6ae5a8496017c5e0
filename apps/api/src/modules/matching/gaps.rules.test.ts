import { SKILLS } from '@howcanwe/shared/organisations'
import { describe, expect, it } from 'vitest'
import { gapsOf, namedIn } from './gaps.rules.ts'
import { asked, evidence, hall, reaches } from './matching.fixture.ts'
import type { Evidence } from './matching.parts.rules.ts'

const carers = { text: 'Unpaid carers', words: ['unpaid', 'carer'] }
const oldMen = { text: 'Men over 60', words: ['men'] }
const nightCarers = { text: 'Carers who work nights', words: ['carer', 'night'] }
const lacking = (...members: Partial<Evidence>[]) =>
  gapsOf(
    asked(),
    namedIn(carers, oldMen),
    members.map((m) => evidence(m)),
  )

describe('what a question still lacks', () => {
  it('with nobody in: every neighbourhood, everybody it names, every skill, a room and all of the hours', () => {
    expect(lacking()).toEqual({
      areas: ['Northgate', 'Elmside'],
      people: ['Unpaid carers', 'Men over 60'],
      skills: SKILLS,
      rooms: 'none',
      hours: { asked: 10, there: 0 },
    })
  })

  it.each<[string, Partial<Evidence>[], string[]]>([
    ['of one neighbourhood, the other', [{ areaIds: ['north'] }], ['Elmside']],
    ['of each other’s, none', [{ areaIds: ['north'] }, { areaIds: ['elm'] }], []],
    ['of the whole district, none', [{ works: 'district', areaIds: [] }], []],
    [
      'of the county, both: nobody has said they come here',
      [{ works: 'county', areaIds: [] }],
      ['Northgate', 'Elmside'],
    ],
    ['of neither, both', [{ areaIds: ['far'] }], ['Northgate', 'Elmside']],
  ])('neighbourhoods: where groups are in %s', (_, members, areas) => {
    expect(lacking(...members).areas).toEqual(areas)
  })

  it.each<[string, Partial<Evidence>[], string[]]>([
    ['carers', [{ reach: [reaches('Somali carer', 'trusted-contact')] }], ['Men over 60']],
    ['men', [{ reach: [reaches('men', 'members')] }], ['Unpaid carers']],
    [
      'both, between two groups',
      [{ reach: [reaches('men', 'members')] }, { reach: [reaches('carer', 'members')] }],
      [],
    ],
    ['anglers', [{ reach: [reaches('angler', 'members')] }], ['Unpaid carers', 'Men over 60']],
  ])('people: where somebody reaches %s', (_, members, people) => {
    expect(lacking(...members).people).toEqual(people)
  })

  it('whoever reaches carers does not yet reach carers who work nights', () => {
    const people = namedIn(carers, nightCarers)
    const one = evidence({ reach: [reaches('carer', 'trusted-contact')] })
    const other = evidence({ reach: [reaches('night', 'weekly-contact')] })
    expect(gapsOf(asked(), people, [one]).people).toEqual(['Carers who work nights'])
    expect(gapsOf(asked(), people, [one, other]).people).toEqual([])
  })

  it('where those served least are called nothing else, reaching the others is reaching them', () => {
    const people = namedIn(carers, { text: 'Carers', words: ['carer'] })
    const one = evidence({ reach: [reaches('carer', 'members')] })
    expect(gapsOf(asked(), people, [one]).people).toEqual([])
  })

  it('a question that names nobody lacks nobody', () => {
    expect(namedIn({ text: '', words: [] }, { text: ' ', words: [] })).toEqual([])
  })

  it.each<[string, Partial<Evidence>[], 'none' | 'steps' | null]>([
    ['no room', [{}], 'none'],
    ['a room up some steps', [{ premises: [{ ...hall, stepFree: false }] }], 'steps'],
    ['one of each', [{ premises: [{ ...hall, stepFree: false }] }, { premises: [hall] }], null],
  ])('rooms: %s', (_, members, rooms) => {
    expect(lacking(...members).rooms).toBe(rooms)
  })

  it.each<[string, (number | null)[], { asked: number; there: number } | null]>([
    ['nobody has told', [null], { asked: 10, there: 0 }],
    ['four and three of ten', [4, 3], { asked: 10, there: 7 }],
    ['six and four of ten', [6, 4], null],
  ])('hours: %s', (_, spare, hours) => {
    expect(lacking(...spare.map((spareHours) => ({ spareHours }))).hours).toEqual(hours)
  })

  it('hours: none are lacking where none are asked', () => {
    expect(gapsOf(asked({ hoursPerMonth: null }), [], []).hours).toBeNull()
  })

  it('skills: those that nobody has named', () => {
    const { skills } = lacking({ skills: ['advice'] }, { skills: ['cooking'] })
    expect(skills).not.toContain('advice')
    expect(skills).not.toContain('cooking')
    expect(skills).toHaveLength(SKILLS.length - 2)
  })
})
