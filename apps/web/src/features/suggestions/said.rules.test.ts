import type { Suggestion, SuggestionState } from '@howcanwe/shared/suggestions'
import { describe, expect, it } from 'vitest'
import { lastMoved, lastMoveOf, sectionOf, sectionsOf } from './said.rules.ts'

const on = (day: number) => new Date(Date.UTC(2026, 10, day))
const said = (number: number, state: SuggestionState, day: number, late = false) =>
  ({
    ...{ number, state, late, saidAt: on(1) },
    moves: state === 'said' ? [] : [{ to: state, at: on(day), words: 'Yes', named: 'Ruth' }],
  }) as unknown as Suggestion
const seven = [
  said(1, 'done', 3),
  said(2, 'done', 9),
  said(3, 'said', 1),
  said(4, 'doing', 5, true),
  said(5, 'doing', 8),
  said(6, 'partly', 2),
  said(7, 'not-doing', 4),
]
const names = (items: readonly Suggestion[]) => items.map(({ number }) => number)

describe('a long page of what people said', () => {
  it('shows what is late and what moved last; the rest is folded, by state, the newest first', () => {
    expect(names(lastMoved(seven, 'read'))).toEqual([2, 5, 7])
    const sections = sectionsOf(seven, 'read')
    expect(sections.map(({ name, of, folded }) => [name, names(of), folded])).toEqual([
      ['late', [4], false],
      ['done', [2, 1], true],
      ['partly', [6], true],
      ['not-doing', [7], true],
      ['doing', [5], true],
      ['said', [3], true],
    ])
    expect(lastMoveOf(seven)).toEqual(on(9))
  })

  it('for whoever marks nothing is folded, and for whoever answers only what is finished', () => {
    expect(sectionsOf(seven, 'mark').some(({ folded }) => folded)).toBe(false)
    expect(lastMoved(seven, 'mark')).toEqual([])
    const open = sectionsOf(seven, 'answer').filter(({ folded }) => !folded)
    expect(open.map(({ name }) => name)).toEqual(['late', 'said', 'doing'])
  })

  it('a short one is all in sight', () => {
    const five = seven.slice(0, 5)
    expect(sectionsOf(five, 'read').some(({ folded }) => folded)).toBe(false)
    expect(lastMoved(five, 'read')).toEqual([])
  })

  it('a count leads to where its suggestions stand', () => {
    expect(sectionOf(seven, ['done'])).toBe('done')
    expect(sectionOf([said(4, 'doing', 5, true)], ['doing'])).toBe('late')
    expect(sectionOf(seven, ['acknowledged'])).toBeUndefined()
  })
})
