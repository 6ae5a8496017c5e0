import { useState } from 'react'
import { type Decision, type Suggested, useDecide } from './matching.queries.ts'

/** What was done last, for the line that says it. */
export interface Done {
  decision: Decision['decision']
  name: string
}

/**
 * A broker's say on suggestions: one is folded away at a time, and the cursor stays near what was done.
 *
 * @param onFolded called once somebody is folded away: what stood on the card goes with it
 */
export function useDeciding(
  challengeId: string,
  items: readonly Suggested[],
  onFolded: (id: string) => void,
) {
  const decide = useDecide(challengeId)
  const [folding, setFolding] = useState<string | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  /** Whose name the cursor goes to, once it is drawn. */
  const [goTo, setGoTo] = useState<string | null>(null)

  /** @throws ProblemError what the service refused */
  const say = async (match: Suggested, decision: Decision['decision'], reason = '') => {
    const next = neighbourOf(items, match.id)
    await decide.mutateAsync({ kind: match.kind, id: match.id, decision, reason })
    setFolding((open) => (open === match.id ? null : open))
    setDone({ decision, name: match.name })
    if (decision === 'dismissed') {
      onFolded(match.id)
      setGoTo(next)
    } else if (isFolded(match)) setGoTo(match.id)
    else setGoTo(null)
  }
  const startFolding = (id: string) => {
    setGoTo(null)
    setFolding(id)
  }
  const leaveFolding = (id: string) => {
    setFolding(null)
    setGoTo(id)
  }
  return { say, folding, startFolding, leaveFolding, done, goTo, busy: decide.isPending }
}
export type Deciding = ReturnType<typeof useDeciding>

/** Who is invited or has answered is not folded away, whatever was said before. */
export const isFolded = (match: Suggested): boolean =>
  match.standing?.decision === 'dismissed' && !match.invited && !match.interested

/** The next card that stays in the list, else the one before. */
function neighbourOf(items: readonly Suggested[], id: string): string | null {
  const open = items.filter((m) => !isFolded(m) || m.id === id)
  const at = open.findIndex((m) => m.id === id)
  return (open[at + 1] ?? open[at - 1])?.id ?? null
}
