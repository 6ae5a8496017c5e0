import { type Answer, publicCounts, seenBy } from '@howcanwe/shared/decisions'
import { describe, expect, it } from 'vitest'

const SAYS: readonly Answer[] = ['yes', 'no', 'aside']

/** Everything a voice of so many people can say. */
const saidBy = (members: number): Answer[][] =>
  members === 0 ? [[]] : saidBy(members - 1).flatMap((all) => SAYS.map((one) => [...all, one]))

/** What everybody is shown of it. */
function shownOf(said: readonly Answer[]): string {
  const of = (answer: Answer) => said.filter((one) => one === answer).length
  const count = { bloc: 'residents', members: said.length } as const
  const figures = { yes: of('yes'), no: of('no'), aside: of('aside') }
  return JSON.stringify(publicCounts('stories', [{ ...count, ...figures }]))
}

/** For everything that can be shown, what the first of them may have answered; `knowing` what the last answered, or not. */
function mayHaveSaid(members: number, knowing: boolean): Set<Answer>[] {
  const by = new Map<string, Set<Answer>>()
  for (const said of saidBy(members)) {
    const known = `${shownOf(said)} ${knowing ? said.at(-1) : ''}`
    by.set(known, (by.get(known) ?? new Set()).add(said[0] ?? 'aside'))
  }
  return [...by.values()]
}

const yesOrNo = (said: Set<Answer>) => said.has('yes') && said.has('no')

describe('who may come to know what somebody answered, tried with everything that can be said (CD5)', () => {
  it.each([
    [1, 'everybody'],
    [2, 'the-other'],
    [3, 'somebody'],
    [4, 'somebody'],
    [5, 'nobody'],
    [24, 'nobody'],
  ])('of %i people: %s', (members, seen) => expect(seenBy(members)).toBe(seen))

  it('alone, the side is the answer', () => {
    expect(mayHaveSaid(1, false).every((said) => said.size === 1)).toBe(true)
  })

  it('of two, everybody can know that neither said no, and the other one what it was', () => {
    expect(mayHaveSaid(2, false).some((said) => !said.has('no'))).toBe(true)
    expect(mayHaveSaid(2, true).some((said) => said.size === 1)).toBe(true)
  })

  it.each([3, 4])(
    'of %i, nobody outside can; one of them who answered otherwise can',
    (members) => {
      expect(mayHaveSaid(members, false).every(yesOrNo)).toBe(true)
      expect(mayHaveSaid(members, true).every(yesOrNo)).toBe(false)
    },
  )

  it.each([5, 6, 7])('of %i, what is published leaves both open for everybody', (members) => {
    expect(mayHaveSaid(members, false).every(yesOrNo)).toBe(true)
  })
})
