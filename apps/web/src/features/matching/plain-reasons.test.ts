import { describe, expect, it } from 'vitest'
import { type Part, plainReasons } from './plain-reasons.ts'

const part = (
  name: Part['part'],
  points: number | null,
  ...reasons: (Part['reasons'][number]['code'] | Part['reasons'][number])[]
): Part => ({
  part: name,
  weight: 25,
  value: points === null ? null : points / 25,
  points: points ?? 0,
  reasons: reasons.map((r) => (typeof r === 'string' ? { code: r, facts: {} } : r)),
})
const said = (...parts: Part[]) => plainReasons({ parts }).map((r) => r.code)

describe('the reasons said first', () => {
  it('are those that brought most points, one of each part before a second of any', () => {
    expect(
      said(
        part('theme', 12, 'themes-shared', 'words-shared'),
        part('reach', 20, 'reach-trusted', 'areas-covered'),
        part('time', 5, 'time-part'),
        part('sphere', 1, 'sphere-new'),
      ),
    ).toEqual(['reach-trusted', 'themes-shared', 'time-part'])
  })

  it('use a second reason of one part where few parts speak for somebody', () => {
    expect(
      said(part('theme', 12, 'themes-shared', 'words-shared'), part('reach', 0, 'areas-none')),
    ).toEqual(['themes-shared', 'words-shared'])
  })

  it('are two at least: what speaks against somebody fills up, what nobody knows does not', () => {
    expect(
      said(
        part('livedExperience', null, 'lived-unknown'),
        part('theme', 12, 'themes-shared'),
        part('reach', 0, 'areas-none'),
      ),
    ).toEqual(['themes-shared', 'areas-none'])
  })

  it('name the same people once', () => {
    const facts = { community: 'Night workers' }
    expect(
      said(
        part('reach', 25, { code: 'reach-weekly', facts }, 'areas-covered'),
        part('complement', 10, { code: 'complement-reach', facts }, 'complement-skills'),
      ),
    ).toEqual(['reach-weekly', 'areas-covered', 'complement-skills'])
  })
})
