import { KNOWN, type Known, type Tie } from '@howcanwe/shared/actors'
import type { Capacity, POSSIBLE_WITH, SKILLS } from '@howcanwe/shared/organisations'

type Skill = (typeof SKILLS)[number]
type Ask = (typeof POSSIBLE_WITH)[number]

const CONTACT = /\S@\S+\.\S|(?:\+|\b0)[\d\s().-]{8,}\d/

/** Words for everybody's eyes that hold an address or a number: somebody's, most likely. */
export const holdsContact = (words: readonly string[]): boolean =>
  words.some((w) => CONTACT.test(w))

export interface Saying {
  organisationId: string
  otherId: string
  known: Known
}

const strengthOf = (k: Known): number => KNOWN.indexOf(k)

/** Ties that both sides have spoken of: the weaker of what they say, and none where one says they never met. */
export function tiesOf(sayings: readonly Saying[]): Tie[] {
  const said = new Map(sayings.map((s) => [`${s.organisationId} ${s.otherId}`, s.known]))
  return sayings.flatMap(({ organisationId: a, otherId: b, known: mine }) => {
    const theirs = said.get(`${b} ${a}`)
    if (a > b || !theirs) return []
    const strength = strengthOf(mine) < strengthOf(theirs) ? mine : theirs
    return strength === 'never-met' ? [] : [{ a, b, strength }]
  })
}

/** Which skills meet what somebody says would make it possible. Money and insurance are nobody's skill. */
const MEETS: Partial<Record<Ask, readonly Skill[]>> = {
  interpreter: ['interpreting'],
  travel: ['transport'],
  mentor: ['training', 'facilitation', 'fundraising'],
  equipment: ['digital', 'building-and-repair'],
  childcare: ['youth-work', 'caring-support'],
}

export interface Candidate {
  id: string
  name: string
  themes: readonly string[]
  skills: readonly Skill[]
  possibleWith: readonly Ask[]
}

const given = (giver: Candidate, taker: Candidate): Ask[] =>
  taker.possibleWith.filter((ask) => MEETS[ask]?.some((skill) => giver.skills.includes(skill)))

const SUGGESTED = 20
export const pairOf = (one: string, other: string): string => [one, other].sort().join(' ')

/**
 * Pairs who have not met and of whom one has what the other asks for, those that care about the same thing only. Most
 * that fits first; ties by name, so that the list stands still.
 *
 * @param met pairs, by `pairOf`, that know each other or have been introduced
 */
export function unmetOf<T extends Candidate>(all: readonly T[], met: ReadonlySet<string>) {
  const pairs = all.flatMap((a, n) =>
    all.slice(n + 1).flatMap((b) => {
      const themes = a.themes.filter((theme) => b.themes.includes(theme))
      if (themes.length === 0 || met.has(pairOf(a.id, b.id))) return []
      const fits = [
        ...given(a, b).map((what) => ({ give: 'a' as const, what })),
        ...given(b, a).map((what) => ({ give: 'b' as const, what })),
      ]
      return fits.length > 0 ? [{ a, b, fits, themes }] : []
    }),
  )
  return pairs
    .sort(
      (p, q) =>
        q.fits.length - p.fits.length ||
        q.themes.length - p.themes.length ||
        `${p.a.name} ${p.b.name}`.localeCompare(`${q.a.name} ${q.b.name}`, 'en'),
    )
    .slice(0, SUGGESTED)
}

/** A room as the map tells of it: its size and how one gets in, never its name, which may be an address. */
export const roomsOf = (premises: Capacity['premises']) =>
  premises.map(({ seats, stepFree, kitchen }) => ({ room: { seats, stepFree, kitchen } }))
