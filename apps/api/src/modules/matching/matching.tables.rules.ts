import { LIVED_EXPERIENCE, REACH_HOW, SKILLS } from '@howcanwe/shared/organisations'
import {
  type Asked,
  complementPart,
  type Evidence,
  livedPart,
  type Pool,
  type Reached,
  reachPart,
  spherePart,
  themePart,
  timePart,
  type Works,
} from './matching.parts.rules.ts'
import { poolOf, scoreOf } from './matching.rules.ts'

/*
 * Every value a part can have, worked out by the rules for made-up evidence, so that the database only counts and looks
 * up: what a match is worth is said in one place (docs/decisions/0026). Hundredths; -1 where nothing is known.
 */

const NOBODY: Pool = poolOf([])
const BARE: Evidence = {
  sector: 'community',
  themes: [],
  cards: [],
  words: null,
  works: 'areas',
  areaIds: [],
  reach: [],
  livedExperience: null,
  skills: [],
  premises: [],
  spareHours: null,
  wantsBackfill: false,
  notBefore: null,
}

const from = (start: number, end: number): number[] =>
  Array.from({ length: end - start + 1 }, (_, i) => start + i)
const hundredths = (part: { hundredths: number | null }): number => part.hundredths ?? -1

/** Words unknown, none, one, … all; within each, themes shared from none to all. */
const themesAndWords = (asked: Asked): Pick<Evidence, 'themes' | 'words'>[] =>
  from(-1, asked.words.length).flatMap((words) =>
    from(0, asked.themes.length).map((themes) => ({
      themes: asked.themes.slice(0, themes),
      words: words < 0 ? null : asked.words.slice(0, words),
    })),
  )

const themeTable = (asked: Asked): number[] =>
  themesAndWords(asked).map((said) => hundredths(themePart(asked, { ...BARE, ...said })))

const reached = (how: Reached['how'] | undefined, word: string): Reached[] =>
  how === undefined ? [] : [{ community: '', people: 0, how, words: [word] }]

/** Reached by nobody, then the closest first; within each, areas covered from none to all. */
function reachTable(asked: Asked): number[] {
  const word = 'somebody'
  const about: Asked = { ...asked, affectedWords: [word] }
  return [undefined, ...REACH_HOW].flatMap((how) =>
    from(0, asked.areas.length).map((covered) =>
      hundredths(
        reachPart(about, {
          ...BARE,
          reach: reached(how, word),
          areaIds: asked.areas.slice(0, covered).map((a) => a.id),
        }),
      ),
    ),
  )
}

const livedTable = (asked: Asked): number[] =>
  LIVED_EXPERIENCE.map((livedExperience) =>
    hundredths(livedPart(asked, { ...BARE, livedExperience })),
  )

/** By how many skills are new, whether a room is, whether somebody reached is. */
function addsTable(asked: Asked): number[] {
  const had: Pool = {
    ...NOBODY,
    premises: true,
    stepFree: true,
    skills: [SKILLS[0]],
    reachWords: ['known'],
  }
  return from(0, SKILLS.length).flatMap((skills) =>
    [0, 1, 2, 3].map((rest) =>
      hundredths(
        complementPart(
          asked,
          {
            ...BARE,
            skills: skills === 0 ? [SKILLS[0]] : SKILLS.slice(0, skills),
            premises: [{ name: '', seats: 0, stepFree: false }],
            reach: reached('members', rest & 1 ? 'new' : 'known'),
          },
          {
            ...had,
            premises: (rest & 2) === 0,
            skills: skills === 0 ? had.skills : [],
          },
        ),
      ),
    ),
  )
}

/** Within the window, then too late; wanting backfill not, then so; hours unknown, none, one, … enough. */
function hoursTable(asked: Asked): number[] {
  const about = asked.endsOn === null ? { ...asked, endsOn: '2000-01-01' } : asked
  return [null, '9999-12-31'].flatMap((notBefore) =>
    [false, true].flatMap((wantsBackfill) =>
      [null, ...from(0, asked.hoursPerMonth ?? 0)].map((spareHours) =>
        hundredths(timePart(about, { ...BARE, notBefore, wantsBackfill, spareHours })),
      ),
    ),
  )
}

const NEW_AND_SAME = ['community', 'private'] as const
const sphereTable = (asked: Asked): number[] =>
  NEW_AND_SAME.map((sector) =>
    hundredths(spherePart({ ...asked, askerSector: 'community' }, { ...BARE, sector }, NOBODY)),
  )

const WIDTHS: readonly Works[] = ['district', 'county', 'region', 'country']

/** Scores of register entries: by how wide they work, sphere (same, new), words and themes as in `themeTable`. */
function entryTable(asked: Asked): number[] {
  return WIDTHS.flatMap((works) =>
    NEW_AND_SAME.flatMap((sector) =>
      themesAndWords(asked).map(
        (said) =>
          scoreOf(
            { ...asked, askerSector: 'community' },
            { ...BARE, ...said, works, sector },
            NOBODY,
          ).score,
      ),
    ),
  )
}

/** The most of `entryTable` by how wide they work and themes shared: with any words, or with none in common. */
function mostOf(asked: Asked, entry: readonly number[], widest: number): number[] {
  const themes = asked.themes.length + 1
  const kinds = asked.words.length + 2
  return WIDTHS.flatMap((_, level) =>
    from(0, asked.themes.length).map((shared) => {
      const scores = [0, 1].flatMap((sphere) =>
        from(0, Math.min(widest, kinds - 1)).map(
          (words) => entry[((level * 2 + sphere) * kinds + words) * themes + shared] ?? 0,
        ),
      )
      return Math.max(...scores)
    }),
  )
}

const MOST_KNOWN = 500
/** Works something out once for every shape of question: tables depend on how much is asked, not on what. */
function kept<T>(
  shapeOf: (asked: Asked) => unknown,
  work: (asked: Asked) => T,
): (asked: Asked) => T {
  const known = new Map<string, T>()
  return (asked) => {
    const shape = JSON.stringify(shapeOf(asked))
    const found = known.get(shape) ?? work(asked)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(shape, found)
    return found
  }
}

/** What register entries score, and the most they can. */
export const entryScores = kept(
  ({ weights, themes, words }) => [weights, themes.length, words.length],
  (asked) => {
    const entry = entryTable(asked)
    return {
      entry,
      most_worded: mostOf(asked, entry, Number.POSITIVE_INFINITY),
      most_plain: mostOf(asked, entry, 1),
      entry_sure: asked.weights.theme + asked.weights.reach + asked.weights.sphere,
    }
  },
)

const partTables = kept(
  ({ themes, words, areas, hoursPerMonth, backfillOffered }) => [
    themes.length,
    words.length,
    areas.length,
    hoursPerMonth,
    backfillOffered,
  ],
  (asked) => ({
    theme: themeTable(asked),
    reach: reachTable(asked),
    lived: livedTable(asked),
    adds: addsTable(asked),
    hours: hoursTable(asked),
    sphere: sphereTable(asked),
  }),
)

/** All of them, by the names `match_question` has. */
export const tablesOf = (asked: Asked) => ({ ...entryScores(asked), ...partTables(asked) })
