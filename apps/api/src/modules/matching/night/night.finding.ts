import { isSmall } from '@howcanwe/shared/matching'
import type { Sector } from '@howcanwe/shared/organisations'
import { evidenceOf } from '../matching.evidence.ts'
import type { Asked, Evidence } from '../matching.inputs.rules.ts'
import { type Ask, bitsOf, maskOf, SHOWN, tellingOf } from '../matching.list.ts'
import { drawnOf, multiplierOf, placeOf, seedOf } from '../matching.order.rules.ts'
import { fits, poolOf, scoreOf } from '../matching.rules.ts'
import type { OrganisationCandidate, Top } from '../matching.search.queries.ts'
import { entryScores } from '../matching.tables.rules.ts'
import { bestAndSmall } from './night.best.ts'
import { commonWords, type Listed } from './night.lists.ts'

/** An organisation that takes part, with what no question changes. */
export interface Local {
  row: OrganisationCandidate
  evidence: Evidence
  words: ReadonlySet<number>
  drawn: number
}

export const localOf = (row: OrganisationCandidate): Local => ({
  row,
  evidence: evidenceOf(row, new Map()),
  words: new Set(row.termIds ?? []),
  drawn: drawnOf(row.id),
})

/** Everybody who can be found for a place. */
export interface Everybody {
  /** Entries of its districts that are no organisation here. */
  district: Listed
  organisations: readonly Local[]
  /** Entries that are here, in one way or the other: not looked for in wider lists. */
  here: ReadonlySet<string>
  /** Lists of counties, regions and countries, by code. */
  wider: ReadonlyMap<string, Listed>
}

type Best = ReturnType<typeof bestAndSmall>
interface Count {
  all: number
  small: number
}

const bitsIn = (mask: number): number => {
  let [left, count] = [mask, 0]
  for (; left !== 0; left &= left - 1) count += 1
  return count
}

/** Scores of register entries of one width: by sphere, words (unknown, none, one, …) and themes shared; and the most. */
function scoresAt({ question: { asked }, members }: Ask, level: number) {
  const { entry, most_worded } = entryScores(asked)
  const [kinds, themes] = [asked.words.length + 2, asked.themes.length + 1]
  const same = new Set([asked.askerSector, ...poolOf([...members.values()]).sectors])
  return {
    score: (sector: Sector, words: number, shared: number): number =>
      entry[((level * 2 + (same.has(sector) ? 0 : 1)) * kinds + words) * themes + shared] ?? 0,
    most: (shared: number): number => most_worded[level * themes + shared] ?? 0,
  }
}

/** Offers everybody of a list who shares a theme, but those outside. How many share one, of a list of the place. */
function offerListed(
  list: Listed,
  ask: Ask,
  best: Best,
  { level, isOut }: { level: number; isOut: (id: string) => boolean },
): Count {
  const { row, asked, wordIds } = ask.question
  const multiplier = multiplierOf(seedOf(row.id))
  const themes = maskOf(bitsOf(asked.themes))
  const sure = entryScores(asked).entry_sure
  const common = commonWords(list, new Set(wordIds))
  const scores = scoresAt(ask, level)
  const count = { all: 0, small: 0 }
  for (const kind of list.kinds.values()) {
    const shared = bitsIn(kind.mask & themes)
    if (shared === 0) continue
    count.all += kind.at.length
    count.small += kind.smalls
    if (!best.canEnter(scores.most(shared), kind.smalls > 0)) continue
    for (const at of kind.at) {
      const small = list.smalls[at] === true
      const words = list.knowns[at] ? (common[at] ?? 0) + 1 : 0
      const score = scores.score(list.sectors[at] ?? 'community', words, shared)
      const id = list.ids[at] ?? ''
      if (!best.canEnter(score, small) || isOut(id)) continue
      const place = placeOf(list.lots[at] ?? 0, multiplier)
      best.offer({ kind: 'register', id, score, sure, place, small, level })
    }
  }
  return count
}

/** Whether a theme or a group meets: most have nothing to do with a question, and this is quicker than what `fits` weighs. */
const mayFit = (asked: Asked, e: Evidence): boolean =>
  asked.themes.some(
    (theme) => e.themes.includes(theme) || e.cards.some((c) => c.themes.includes(theme)),
  ) || e.reach.some((r) => r.words.some((word) => asked.affectedWords.includes(word)))

/** Offers every organisation that fits and is not in already; those are scored apart, each against the others. */
function offerOrganisations(organisations: readonly Local[], ask: Ask, best: Best): Count {
  const { asked, row: challenge } = ask.question
  const pool = poolOf([...ask.members.values()])
  const weights = Object.values(asked.weights).reduce((sum, weight) => sum + weight, 0)
  const multiplier = multiplierOf(seedOf(challenge.id))
  const telling = [...tellingOf(ask.question)]
  const count = { all: 0, small: 0 }
  for (const { row, evidence, words, drawn } of organisations) {
    if (row.id === challenge.organisationId || ask.members.has(row.id)) continue
    if (!telling.some(([id]) => words.has(id)) && !mayFit(asked, evidence)) continue
    const common = telling.flatMap(([id, word]) => (words.has(id) ? word : []))
    const said = evidence.words === null ? evidence : { ...evidence, words: common }
    if (!fits(asked, said)) continue
    const small = isSmall(row.incomeBand)
    count.all += 1
    if (small) count.small += 1
    const { score, confidence } = scoreOf(asked, said, pool)
    const sure = Math.round(confidence * weights)
    const place = placeOf(drawn, multiplier)
    best.offer({ kind: 'organisation', id: row.id, score, sure, place, small, level: 0 })
  }
  return count
}

/** What `match_top` answers, worked out here: everybody is looked at, so that nothing needs to be clever. */
export function findAmong(everybody: Everybody, ask: Ask, at: number): Top {
  const { question } = ask
  const best = bestAndSmall(SHOWN)
  const ours = offerOrganisations(everybody.organisations, ask, best)
  const listed = offerListed(everybody.district, ask, best, { level: 0, isOut: () => false })
  const wider = question.wider.toSorted((a, b) => a.level - b.level)
  const isOut = (id: string) => everybody.here.has(id)
  for (const { code, level } of wider) {
    const list = everybody.wider.get(code)
    if (list) offerListed(list, ask, best, { level, isOut })
  }
  const takePart = everybody.organisations.filter((o) => o.row.id !== question.row.organisationId)
  return {
    at,
    found: best.found(),
    considered: listed.all + takePart.length,
    fitting: listed.all + ours.all,
    small: listed.small + ours.small,
  }
}
