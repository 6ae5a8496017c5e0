import { BLOCS } from '@howcanwe/shared/codesign'
import {
  type Closed,
  experiencedRung,
  influenceOf,
  type PublishedDecision,
  type PublishedDecisions,
  type PublishedVersion,
  parityOf,
  publicCounts,
  reasonRateOf,
} from '@howcanwe/shared/decisions'
import { type Database, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import * as q from '../queries/decisions.queries.ts'
import { bodyIn, reviewIn } from './view.ts'
import { requireGroup, type Whole, wholeOf } from './whole.ts'

/** What was never open is the group's own; what was once asked stays to be read, also where too few answered. */
const isPublic = ({ versions }: Whole) => versions.some(({ openedAt }) => openedAt)

async function publicOf(db: Database, groupId: string): Promise<Whole[]> {
  const wholes = await inTurn(await q.decisionsOf(db, groupId), (row) => wholeOf(db, row))
  return wholes.filter(isPublic)
}

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

function versionToAll(whole: Whole, v: q.VersionRow): PublishedVersion {
  const counts = whole.counts.filter(({ versionId }) => versionId === v.id)
  const standing = whole.objections.filter(
    ({ objection: o }) => o.versionId === v.id && o.takenBackAt === null,
  )
  return {
    number: v.number,
    why: v.why,
    wording: { text: v.text, why: v.reason, options: v.options, affects: v.affects },
    closesAt: v.closesAt,
    closedAt: v.closedAt,
    result: v.result,
    ...publicCounts(whole.decision.kind, counts),
    objectionsStanding: v.closedAt ? standing.length : null,
  }
}

function shownToAll(whole: Whole, now: Date): PublishedDecision {
  const { decision: d, versions } = whole
  return {
    id: d.id,
    number: d.number,
    kind: d.kind,
    origin: d.origin,
    state: d.state,
    versions: versions.filter((v) => v.openedAt).map((v) => versionToAll(whole, v)),
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
  const wholes = await publicOf(db, groupId)
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
  const wholes = await publicOf(db, groupId)
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
