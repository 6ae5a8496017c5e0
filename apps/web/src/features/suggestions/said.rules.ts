import type { Suggestion, SuggestionState } from '@howcanwe/shared/suggestions'

/**
 * What somebody is here for: `read` what became of it, `mark` it, or `answer` it. Whoever reads finds what moved last, and
 * the rest folded; whoever marks finds everything open; whoever answers finds what waits open.
 */
export type View = 'read' | 'mark' | 'answer'

export type SectionName = SuggestionState | 'late'

const FINISHED: readonly SuggestionState[] = ['done', 'partly', 'not-doing']
const UNDER_WAY: readonly SuggestionState[] = ['doing', 'acknowledged', 'said']

/** So many are shown as they are; more than that is folded. */
export const FEW = 5
/** What moved last, above all the rest. */
const MOVED = 3

export interface Section<One> {
  name: SectionName
  of: readonly One[]
  folded: boolean
}

const movedAt = ({ moves, saidAt }: Suggestion): number => (moves.at(-1)?.at ?? saidAt).getTime()
const newestFirst = <One extends Suggestion>(items: readonly One[]): One[] =>
  items.toSorted((a, b) => movedAt(b) - movedAt(a) || a.number - b.number)

/** When something in it last happened. */
export const lastMoveOf = (items: readonly Suggestion[]): Date =>
  new Date(Math.max(...items.map(movedAt)))

/** Suggestions by what became of them; what is late stands above all, and nothing is in two. */
export function sectionsOf<One extends Suggestion>(
  items: readonly One[],
  view: View,
): Section<One>[] {
  const order = view === 'answer' ? UNDER_WAY.toReversed() : FINISHED
  const rest = view === 'answer' ? FINISHED.toReversed() : UNDER_WAY
  const folds = items.length > FEW && view !== 'mark'
  const late = { name: 'late' as const, of: items.filter((one) => one.late), folded: false }
  const others = [...order, ...rest].map((state) => ({
    name: state,
    of: newestFirst(items.filter((one) => one.state === state && !one.late)),
    folded: folds && (view === 'read' || FINISHED.includes(state)),
  }))
  return [late, ...others].filter(({ of }) => of.length > 0)
}

/** What moved last and is not late, the newest first; none where everything is in sight anyway. */
export const lastMoved = <One extends Suggestion>(items: readonly One[], view: View): One[] =>
  view === 'read' && items.length > FEW
    ? newestFirst(items.filter(({ moves, late }) => moves.length > 0 && !late)).slice(0, MOVED)
    : []

/** Where a count leads; undefined where nothing of it is on the page. */
export function sectionOf(
  items: readonly Suggestion[],
  states: readonly SuggestionState[],
): SectionName | undefined {
  const these = items.filter(({ state }) => states.includes(state))
  const one = these.find(({ late }) => !late) ?? these[0]
  return one?.late ? 'late' : one?.state
}
