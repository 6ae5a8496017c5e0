import { PARTS, type Part, WEIGHTS } from '@howcanwe/shared/matching'
import { INCOME_BANDS } from '@howcanwe/shared/organisations'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyEvidence, asked, evidence, hall, nobody, reaches } from './matching.fixture.ts'
import { inOrder, lotOf, seedOf } from './matching.order.rules.ts'
import type { Evidence } from './matching.parts.rules.ts'
import { fits, poolOf, scoreOf } from './matching.rules.ts'
import { sayingWords } from './matching.words.rules.ts'

describe('a score', () => {
  it('is the arithmetic that is shown: weight times value is points, points over known weights is the score', () => {
    fc.assert(
      fc.property(anyEvidence, fc.array(anyEvidence, { maxLength: 3 }), (one, members) => {
        const { score, confidence, parts } = scoreOf(asked(), one, poolOf(members))
        const known = parts.filter((p) => p.value !== null)
        const weight = known.reduce((sum, p) => sum + p.weight, 0)
        const points = known.reduce((sum, p) => sum + p.points, 0)
        expect(parts.map((p) => p.part)).toEqual(PARTS)
        for (const p of parts) expect(p.points).toBeCloseTo(p.weight * (p.value ?? 0), 10)
        expect(score).toBe(Math.round(Number(((points / weight) * 100).toFixed(6))))
        expect(confidence).toBeCloseTo(weight / 100, 10)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('rests on the weights of its challenge, not on the published ones', () => {
    const weights = {
      theme: 40,
      reach: 0,
      livedExperience: 0,
      complement: 20,
      time: 30,
      sphere: 10,
    }
    const one = evidence({ themes: ['carers'], spareHours: 10, sector: 'community' })
    const { score, confidence, parts, wouldSettle } = scoreOf(asked({ weights }), one, nobody)
    // 40 × ½ + 30 × 1 + 10 × 1 of the 80 that are known
    expect(score).toBe(75)
    expect(confidence).toBe(0.8)
    expect(parts.map((p) => p.weight)).toEqual([40, 0, 0, 20, 30, 10])
    expect(wouldSettle).toBe('complement')
  })

  it('of somebody who does everything asked is 100, and sure', () => {
    const all = evidence({
      themes: ['carers', 'older-people'],
      areaIds: ['north', 'elm'],
      reach: [reaches('Night carer', 'trusted-contact')],
      livedExperience: 'led-by',
      skills: ['advice', 'outreach'],
      premises: [hall],
      spareHours: 10,
    })
    expect(scoreOf(asked(), all, nobody)).toMatchObject({
      score: 100,
      confidence: 1,
      wouldSettle: null,
    })
  })

  it('is not lowered by a question nobody asked them: only confidence is', () => {
    const said = evidence({ livedExperience: 'some', themes: ['carers', 'older-people'] })
    const silent = { ...said, livedExperience: null }
    const [a, b] = [scoreOf(asked(), said, nobody), scoreOf(asked(), silent, nobody)]
    expect(b.score).toBeGreaterThanOrEqual(a.score)
    expect(b.confidence).toBeLessThan(a.confidence)
  })

  it('an unknown part stands at its own average: the others decide alone', () => {
    fc.assert(
      fc.property(anyEvidence, (one) => {
        const { score, parts } = scoreOf(asked(), { ...one, livedExperience: null }, nobody)
        const others = parts.filter((p) => p.value !== null)
        const values = others.map((p) => p.value ?? 0)
        expect(score).toBeLessThanOrEqual(Math.round(100 * Math.max(...values)))
        expect(score).toBeGreaterThanOrEqual(Math.floor(100 * Math.min(...values)))
      }),
    )
  })

  it.each<[string, Partial<Evidence>, Part | null]>([
    ['a room or a skill, when nothing was told', {}, 'complement'],
    ['who leads it, when skills are known', { skills: ['advice'] }, 'livedExperience'],
    ['its time, when the rest is known', { skills: ['advice'], livedExperience: 'some' }, 'time'],
    [
      'nothing, when all is known',
      { skills: ['advice'], livedExperience: 'some', spareHours: 3 },
      null,
    ],
  ])('asks next for %s', (_, more, part) => {
    expect(scoreOf(asked(), evidence(more), nobody).wouldSettle).toBe(part)
  })

  it('gives every suggestion at least two plain reasons, each with a fact to say out loud (J-10)', () => {
    fc.assert(
      fc.property(anyEvidence, fc.array(anyEvidence, { maxLength: 3 }), (one, members) => {
        fc.pre(fits(asked(), one))
        const { parts } = scoreOf(asked(), one, poolOf(members))
        const known = parts.filter((p) => p.value !== null).flatMap((p) => p.reasons)
        const withFacts = known.filter((r) => Object.keys(r.facts).length > 0)
        expect(withFacts.length).toBeGreaterThanOrEqual(2)
        for (const p of parts) expect(p.reasons.length, p.part).toBeGreaterThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
  })
})

describe('what never counts (§2.6 [G])', () => {
  const person = fc.record({
    id: fc.uuid(),
    evidence: anyEvidence,
  })
  const forbidden = fc.record({
    incomeBand: fc.constantFrom(...INCOME_BANDS),
    incomePounds: fc.option(fc.integer({ min: 0, max: 1e9 })),
    staffHoursPerMonth: fc.option(fc.integer({ min: 0, max: 2000 })),
    volunteerHoursPerMonth: fc.option(fc.integer({ min: 0, max: 2000 })),
    pastContracts: fc.integer({ min: 0, max: 99 }),
    website: fc.option(fc.webUrl()),
    activities: fc.string(),
    decisionsWon: fc.integer({ min: 0, max: 99 }),
    state: fc.constantFrom('listed', 'checked'),
    confirmedAt: fc.option(fc.date()),
    answeredInSeconds: fc.integer({ min: 1, max: 9999 }),
    name: fc.string(),
  })

  it('income, staff, contracts, completeness, speed and style change neither score nor order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(person, { selector: (p) => p.id, minLength: 2, maxLength: 8 }),
        fc.array(forbidden, { minLength: 8, maxLength: 8 }),
        fc.array(forbidden, { minLength: 8, maxLength: 8 }),
        (people, before, after) => {
          const seed = seedOf('a-challenge')
          const ranked = (more: typeof before) =>
            inOrder(
              people.map((p, i) => {
                // The whole record goes in: a rule that reached for a forbidden field would find it.
                const whole = { ...more[i], ...p.evidence }
                return { ...more[i], id: p.id, ...scoreOf(asked(), whole, nobody) }
              }),
              seed,
            ).map(({ id, score, confidence }) => ({ id, score, confidence }))
          expect(ranked(after)).toEqual(ranked(before))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('the order candidates happen to come in', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(person, { selector: (p) => p.id, minLength: 2, maxLength: 8 }),
        (people) => {
          const rank = (list: typeof people) =>
            inOrder(
              list.map((p) => ({ id: p.id, ...scoreOf(asked(), p.evidence, nobody) })),
              seedOf('a-challenge'),
            ).map((c) => c.id)
          expect(rank(people.toReversed())).toEqual(rank(people))
        },
      ),
    )
  })
})

describe('order', () => {
  const at = (id: string, score: number, confidence: number) => ({ id, score, confidence })

  it('is by score, then by how sure we are, then by lot', () => {
    const seed = seedOf('c')
    const equals = ['x', 'y', 'z'].map((id) => at(id, 70, 0.55))
    const lots = equals
      .map((e) => e.id)
      .toSorted((a, b) => (lotOf(seed, a) < lotOf(seed, b) ? -1 : 1))
    const order = inOrder(
      [at('low', 40, 1), ...equals, at('sure', 70, 1), at('top', 71, 0.3)],
      seed,
    )
    expect(order.map((c) => c.id)).toEqual(['top', 'sure', ...lots, 'low'])
  })

  it('another question draws another lot, and the same question always the same', () => {
    const ids = Array.from({ length: 12 }, (_, i) => `o${i}`)
    const drawn = (challenge: string) =>
      inOrder(
        ids.map((id) => at(id, 50, 0.5)),
        seedOf(challenge),
      ).map((c) => c.id)
    expect(drawn('one')).toEqual(drawn('one'))
    expect(drawn('one')).not.toEqual(drawn('two'))
  })
})

describe('who is suggested at all', () => {
  it.each<[string, Partial<Evidence>, boolean]>([
    ['shares a theme', { themes: ['carers'] }, true],
    ['shares no theme but two words', { themes: [], words: ['respite', 'night'] }, true],
    [
      'shares nothing but the very people',
      { themes: [], reach: [reaches('Carer', 'members')] },
      true,
    ],
    ['is only in the same place', { themes: ['food'] }, false],
    ['shares one word', { themes: [], words: ['night'] }, false],
  ])('somebody who %s', (_, more, yes) => {
    expect(fits(asked(), evidence(more))).toBe(yes)
  })
})

describe('words', () => {
  it('that say nothing are left out', () => {
    expect(
      sayingWords(['peopl', 'respit', 'support', '2027', 'go', 'mantelzorger', 'mens']),
    ).toEqual(['respit', 'mantelzorger'])
  })
})

it('weights are those published in §2.6 and sum to 100', () => {
  expect(PARTS.map((p) => WEIGHTS[p])).toEqual([25, 25, 15, 20, 10, 5])
})
