import { BLOCS, type Bloc } from '@howcanwe/shared/codesign'
import { describe, expect, it } from 'vitest'
import { shownFelt } from '../sessions/sessions.rules.ts'
import { type Felt, feltMean, feltSides } from './suggestions.felt.rules.ts'

const felt = (bloc: Bloc, ...people: string[]): Felt[] =>
  people.map((memberId) => ({ memberId: `${bloc} ${memberId}`, bloc, heard: 4, changed: 3 }))
const residents = (...people: string[]) => felt('residents', ...people)

describe('how it felt (M23)', () => {
  it('waits until five people have answered, however many sessions that takes', () => {
    const few = [residents('a', 'b'), residents('a', 'b'), residents('a', 'b', 'c')]
    expect(feltMean(feltSides(few).residents)).toBeNull()
    const more = feltSides([...few, residents('c', 'd', 'e'), residents('a')]).residents
    expect(more).toEqual([{ people: 5, answers: 10, sum: 70 }])
    expect(feltMean(more)).toEqual({ mean: 3.5, answers: 10 })
  })
  it('five in one session are told at once, and take nobody who waits with them', () => {
    const { residents: blocks } = feltSides([residents('a'), residents('a', 'b', 'c', 'd', 'e')])
    expect(blocks).toEqual([{ people: 5, answers: 5, sum: 35 }])
  })
})

/** How many of these answered, of seven residents, six people of organisations and three officers: other ones each time. */
const NAMES = { residents: 7, organisations: 6, 'public-bodies': 3 } as const
const drawn = (seed: number, session: number): Felt[] =>
  BLOCS.flatMap((bloc, at) =>
    felt(
      bloc,
      ...Array.from({ length: NAMES[bloc] }, (_, n) => `${n}`).filter(
        (_, n) => (seed * (session + 3) * (n + 5 * at + 2)) % 11 < 3 + (seed % 7),
      ),
    ),
  )

type Sums = number[]
const EPSILON = 1e-9
/** How many of these sums say something that the others do not. */
function rankOf(rows: readonly Sums[]): number {
  const left = rows.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const at = left.findIndex((row, i) => i >= rank && Math.abs(row[column] ?? 0) > EPSILON)
    const pivot = left[at]
    if (!pivot) continue
    left.splice(at, 1)
    left.splice(rank, 0, pivot)
    for (const row of left.slice(rank + 1)) {
      const by = (row[column] ?? 0) / (pivot[column] ?? 1)
      pivot.forEach((value, k) => {
        row[k] = (row[k] ?? 0) - by * value
      })
    }
    rank += 1
  }
  return rank
}

/** A voice in a session: what is told is told of whole ones. */
type Cell = readonly Felt[]
const cellsOf = (sessions: readonly Cell[]): Cell[] =>
  sessions.flatMap((session) => BLOCS.map((bloc) => session.filter((one) => one.bloc === bloc)))

/** What the page of each session tells of it: which cells it adds up. */
const onPages = (sessions: readonly Cell[]): Sums[] =>
  sessions.flatMap((session, s) => {
    const rows = BLOCS.map((bloc) => {
      const people = session.filter((one) => one.bloc === bloc).length
      return { bloc, people, heard: people, changed: people }
    })
    const { all, blocs } = shownFelt(rows)
    const sumOf = (is: (bloc: Bloc) => boolean) =>
      sessions.flatMap((_, at) => BLOCS.map((bloc) => (at === s && is(bloc) ? 1 : 0)))
    const apart = blocs.filter(({ mean }) => mean).map(({ bloc }) => sumOf((one) => one === bloc))
    return all ? [sumOf(() => true), ...apart] : apart
  })

/** What the influence page told after each session: answers weigh so that the sum says which cells are in it. */
const onInfluence = (sessions: readonly Cell[]): Sums[] => {
  const weighed = sessions.map((session, s) =>
    session.map((one) => ({ ...one, changed: 0, heard: 8 ** (3 * s + BLOCS.indexOf(one.bloc)) })),
  )
  return sessions.flatMap((_, n) =>
    Object.values(feltSides(weighed.slice(0, n + 1))).map((blocks) => {
      const sum = blocks.reduce((all, block) => all + block.sum, 0)
      return cellsOf(sessions).map((_cell, at) => (Math.floor(sum / 8 ** at) % 8 > 0 ? 1 : 0))
    }),
  )
}

it('nothing both pages tell, added and taken away in whatever way, gives the answers of fewer than five', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const sessions = [0, 1, 2].map((s) => drawn(seed, s))
    const cells = cellsOf(sessions)
    const there = (sums: Sums): Sums => sums.map((sum, at) => (cells[at]?.length ? sum : 0))
    const told = [...onPages(sessions), ...onInfluence(sessions)].map(there)
    const known = rankOf(told)
    for (let subset = 1; subset < 2 ** cells.length; subset++) {
      const chosen = cells.map((cell, at) => (subset & (2 ** at) ? cell : []))
      const people = new Set(chosen.flat().map(({ memberId }) => memberId)).size
      if (people === 0 || people >= 5) continue
      const wanted = chosen.map((cell) => (cell.length > 0 ? 1 : 0))
      expect(rankOf([...told, wanted]), JSON.stringify({ seed, wanted, told })).toBe(known + 1)
    }
  }
})
