import { describe, expect, it } from 'vitest'
import { maySeeRoom, speaksFor } from './support-exchange.policy.ts'
import { inOrder, isGoodDay } from './support-exchange.rules.ts'

describe('offers that fit an ask', () => {
  it('come nearest first, then those that hold longest, then in a fixed order', () => {
    const offer = (id: string, until: string, ...areas: string[]) => ({ id, until, areas })
    const found = inOrder([
      offer('far', '2027-09-01'),
      offer('near-short', '2027-03-01', 'Elmside'),
      offer('near-long', '2027-06-01', 'Elmside'),
      offer('far-too', '2027-09-01'),
      offer('both', '2027-01-01', 'Elmside', 'Northgate'),
    ])
    expect(found.map((o) => o.id)).toEqual(['both', 'near-long', 'near-short', 'far', 'far-too'])
  })

  it.each([
    ['2027-01-01T00:00:01Z', true],
    ['2027-01-01T00:00:00Z', false],
    ['2026-12-31T00:00:00Z', false],
    ['2028-01-02T00:00:00Z', true],
    ['2028-01-03T00:00:00Z', false],
  ])('a last day that ends at %s: %s', (endsAt, good) => {
    expect(isGoodDay(new Date(endsAt), new Date('2027-01-01T00:00:00Z'))).toBe(good)
  })
})

describe('who takes part', () => {
  const dele = {
    roles: [],
    memberships: [{ organisationId: 'youth', placeId: 'here', lead: true }],
  }
  const ines = { roles: [{ placeId: 'here', role: 'broker' as const }], memberships: [] }
  it.each([
    ['a member sees the room of the place', maySeeRoom(dele, 'here'), true],
    ['a member sees no other place', maySeeRoom(dele, 'there'), false],
    ['the broker sees it', maySeeRoom(ines, 'here'), true],
    ['a member speaks for the own organisation', speaksFor(dele, 'youth'), true],
    ['and for no other', speaksFor(dele, 'hall'), false],
    ['the broker speaks for none', speaksFor(ines, 'youth'), false],
  ])('%s', (_, is, expected) => {
    expect(is).toBe(expected)
  })
})
