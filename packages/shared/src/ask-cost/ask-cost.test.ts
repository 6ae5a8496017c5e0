import { describe, expect, it } from 'vitest'
import { type Ask, type AskColour, askCost } from './ask-cost.ts'

/** £5,000 on offer, 30 answers, a panel of three (test vector T3). */
const T3: Ask = {
  minutesPerAnswer: 45,
  expectedAnswers: 30,
  applicantHourlyPence: 2000,
  panelMembers: 3,
  minutesPerScoring: 10,
  panelHourlyPence: 3500,
  offerPence: 500_000,
}

describe('what an ask costs (T3)', () => {
  it('is £975 or 19.5 % where an answer takes 45 minutes: red', () => {
    expect(askCost(T3)).toEqual({
      applicantMinutes: 1350,
      applicantPence: 45_000,
      panelMinutes: 900,
      panelPence: 52_500,
      totalPence: 97_500,
      share: 1950,
      colour: 'red',
    })
  })

  it('is £310 or 6.2 % where it takes ten, and four to read: amber', () => {
    expect(askCost({ ...T3, minutesPerAnswer: 10, minutesPerScoring: 4 })).toEqual({
      applicantMinutes: 300,
      applicantPence: 10_000,
      panelMinutes: 360,
      panelPence: 21_000,
      totalPence: 31_000,
      share: 620,
      colour: 'amber',
    })
  })
})

describe('the colour', () => {
  it.each<[number, AskColour, number | null]>([
    [620_000, 'green', 500],
    [619_999, 'amber', 500],
    [206_667, 'amber', 1499],
    [206_666, 'red', 1500],
    [0, 'red', null],
  ])('of £310 asked for an offer of %i pence is %s', (offerPence, colour, share) => {
    const cost = askCost({ ...T3, minutesPerAnswer: 10, minutesPerScoring: 4, offerPence })
    expect([cost.colour, cost.share]).toEqual([colour, share])
  })

  it('is green where nothing is asked, whatever is on offer', () => {
    const free = askCost({ ...T3, expectedAnswers: 0, offerPence: 0 })
    expect(free).toMatchObject({ totalPence: 0, share: null, colour: 'green' })
  })
})

/** The same numbers on every run. */
function* numbers(): Generator<number, never> {
  for (let seed = 7; ; ) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    yield seed
  }
}

const COLOURS: AskColour[] = ['green', 'amber', 'red']
const rank = (colour: AskColour) => COLOURS.indexOf(colour)

function asks(count: number): Ask[] {
  const next = numbers()
  const upTo = (max: number) => next.next().value % (max + 1)
  return Array.from({ length: count }, () => ({
    minutesPerAnswer: upTo(600),
    expectedAnswers: upTo(200),
    applicantHourlyPence: upTo(6000),
    panelMembers: upTo(9),
    minutesPerScoring: upTo(60),
    panelHourlyPence: upTo(9000),
    offerPence: upTo(3_000_000),
  }))
}

describe('of two thousand asks', () => {
  it('every figure is a whole number, and the total is what was added up', () => {
    for (const ask of asks(2000)) {
      const { share, colour: _, ...figures } = askCost(ask)
      for (const figure of [...Object.values(figures), share ?? 0])
        expect(Number.isSafeInteger(figure)).toBe(true)
      expect(figures.totalPence).toBe(figures.applicantPence + figures.panelPence)
    }
  })

  it('none gets cheaper by asking more, nor dearer by offering more', () => {
    const more = [
      'minutesPerAnswer',
      'expectedAnswers',
      'applicantHourlyPence',
      'panelMembers',
      'minutesPerScoring',
      'panelHourlyPence',
    ] as const
    for (const ask of asks(2000)) {
      const cost = askCost(ask)
      for (const name of more) {
        const dearer = askCost({ ...ask, [name]: ask[name] + 1 })
        expect(dearer.totalPence).toBeGreaterThanOrEqual(cost.totalPence)
        expect(rank(dearer.colour)).toBeGreaterThanOrEqual(rank(cost.colour))
      }
      const generous = askCost({ ...ask, offerPence: ask.offerPence + 10_000 })
      expect(rank(generous.colour)).toBeLessThanOrEqual(rank(cost.colour))
    }
  })
})
