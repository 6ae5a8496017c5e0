import { BLOCS } from '@howcanwe/shared/codesign'
import {
  type Closed,
  experiencedRung,
  influenceOf,
  type PublishedDecision,
  type PublishedDecisions,
  parityOf,
  publicCounts,
  reasonRateOf,
} from '@howcanwe/shared/decisions'
import { type Database, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import * as q from '../queries/decisions.queries.ts'
import { bodyIn, reviewIn } from './view.ts'
import { requireGroup, type Whole, wholeOf } from './whole.ts'

/** What is not open yet is the group's own. */
const isPublic = ({ state }: q.DecisionRow) => state !== 'raised' && state !== 'clarified'

/** The body went against what the group said: no to its yes, or on over its no. */
export function isOverride({
  decision: d,
  versions,
}: Pick<Whole, 'decision' | 'versions'>): boolean {
  if (!d.answer) return false
  return versions[0]?.result === 'consented' ? d.answer === 'not' : d.answer !== 'not'
}

/** How a closed decision counts for whoever it came from (M19); undefined while it is not decided. */
export function closedAs({
  decision: d,
  versions,
}: Pick<Whole, 'decision' | 'versions'>): Closed | undefined {
  if (!d.decidedAt) return undefined
  const agreed = versions[0]?.result === 'consented'
  const changed = versions.some(({ why }) => why === 'integrated')
  const whole = agreed && !changed && (d.answer === null || d.answer === 'accept')
  const partly = agreed && d.answer !== 'not'
  const reasoned =
    !d.bodyDecides || (d.answeredAt !== null && d.answerBy !== null && d.answeredAt <= d.answerBy)
  return { origin: d.origin, became: whole ? 'adopted' : partly ? 'adapted' : 'not', reasoned }
}

const answeredObjections = (whole: Whole): PublishedDecision['objections'] =>
  whole.objections.flatMap(({ objection: o, answeredByName }) => {
    const version = whole.versions.find(({ id }) => id === o.versionId)
    // Read by whoever answers it before everybody does: it may name somebody.
    if (!version || o.takenBackAt || o.answer === null) return []
    const by = answeredByName ?? ''
    return [{ version: version.number, kind: o.kind, text: o.text, answer: o.answer, by }]
  })

function shownToAll(whole: Whole, now: Date): PublishedDecision {
  const { decision: d, versions } = whole
  const last = versions.find((v) => v.openedAt) ?? versions[0]
  if (!last) throw new Error('a decision has a version')
  const counts = whole.counts.filter(({ versionId }) => versionId === last.id)
  return {
    id: d.id,
    number: d.number,
    kind: d.kind,
    origin: d.origin,
    state: d.state,
    version: last.number,
    wording: { text: last.text, why: last.reason, options: last.options, affects: last.affects },
    closesAt: last.closesAt,
    result: last.result,
    ...publicCounts(d.kind, counts),
    objections: answeredObjections(whole),
    body: bodyIn(whole, now),
    decidedAt: d.decidedAt,
    review: reviewIn(whole),
  }
}

/** How a group's decisions came out, and how often its body overrode it: for whoever counts what each voice weighs. */
export async function closedOf(
  db: Database,
  groupId: string,
): Promise<{ closed: Closed[]; overrides: number }> {
  const rows = (await q.decisionsOf(db, groupId)).filter(isPublic)
  const wholes = await inTurn(rows, (row) => wholeOf(db, row))
  return {
    closed: wholes.flatMap((whole) => closedAs(whole) ?? []),
    overrides: wholes.filter(isOverride).length,
  }
}

/**
 * What a group decided, as everybody reads it, with its influence by voice and the rung its body lets it have.
 *
 * @throws codesign.group_not_found
 */
export async function published(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  groupId: string,
): Promise<PublishedDecisions> {
  const group = await requireGroup(db, groupId)
  const rows = (await q.decisionsOf(db, groupId)).filter(isPublic)
  const wholes = await inTurn(rows, (row) => wholeOf(db, row))
  const closed = wholes.flatMap((whole) => closedAs(whole) ?? [])
  const overrides = wholes.filter(isOverride).length
  const { id, name, rung } = group
  return {
    group: { id, name, declared: rung, experienced: experiencedRung(rung, overrides) },
    overrides,
    influence: {
      voices: BLOCS.map((bloc) => {
        const theirs = closed.filter(({ origin }) => origin === bloc)
        return { bloc, closed: theirs.length, share: influenceOf(theirs) ?? null }
      }),
      parity: parityOf(closed) ?? null,
      reasoned: reasonRateOf(closed) ?? null,
    },
    items: wholes.map((whole) => shownToAll(whole, clock())),
  }
}
