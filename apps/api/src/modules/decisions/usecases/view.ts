import { type Decision, holdNeeds, publicCounts } from '@howcanwe/shared/decisions'
import type { Database } from '../../../db/database.ts'
import type { Voice } from '../../codesign/index.ts'
import * as q from '../queries/decisions.queries.ts'
import { lastOf, type Whole } from './whole.ts'

/** Who looks: a voice of the group, whoever runs it, or both. */
export interface Looker {
  voice: Voice | undefined
  runs: boolean
}

type Shown = Decision['versions'][number]

const objectionsIn = (whole: Whole, versionId: string, me: string | undefined) =>
  whole.objections
    .filter(({ objection: o }) => o.versionId === versionId)
    .map(({ objection: o, answeredByName }) => ({
      id: o.id,
      kind: o.kind,
      text: o.text,
      mine: o.memberId === me,
      typedIn: o.memberId === me && o.typedBy !== null,
      takenBack: o.takenBackAt !== null,
      answer: o.answer === null ? null : { text: o.answer, by: answeredByName ?? '' },
    }))

function holdIn(whole: Whole, version: q.VersionRow, me: string | undefined): Shown['hold'] {
  const calls = whole.calls.filter(({ versionId }) => versionId === version.id)
  return {
    calls: calls.length,
    needed: holdNeeds(whole.residents),
    reasons: calls.map(({ reason }) => reason),
    at: version.heldAt,
    until: version.heldUntil,
    mine: calls.some(({ memberId }) => memberId === me),
    session: whole.extras.find(({ versionId }) => versionId === version.id)?.session ?? null,
  }
}

const versionIn = (whole: Whole, v: q.VersionRow, me: string | undefined): Shown => ({
  number: v.number,
  why: v.why,
  wording: { text: v.text, why: v.reason, options: v.options, affects: v.affects },
  reviewOn: v.reviewOn,
  openedAt: v.openedAt,
  closesAt: v.closesAt,
  closedAt: v.closedAt,
  result: v.result,
  counts: publicCounts(
    whole.decision.kind,
    whole.counts.filter(({ versionId }) => versionId === v.id),
  ).blocs,
  objections: objectionsIn(whole, v.id, me),
  hold: holdIn(whole, v, me),
})

/** A body's last word, and whether it is late. */
export function bodyIn({ decision: d, body }: Whole, now: Date): Decision['body'] {
  if (!d.bodyDecides) return null
  return {
    name: (d.answeredAt ? body?.answered : body?.name) ?? '',
    dueAt: d.answerBy,
    late: d.answeredAt === null && d.answerBy !== null && d.answerBy < now,
    answer: d.answer,
    reasons: d.answerReasons,
    answeredAt: d.answeredAt,
  }
}

/** The day the group looks again, where it consented. */
export function reviewIn({ decision: d, versions }: Whole): Decision['review'] {
  const [last] = versions
  if (!d.decidedAt || last?.result !== 'consented' || !last.reviewOn) return null
  const outcome = d.state === 'kept' || d.state === 'revised' ? d.state : null
  return { on: last.reviewOn, outcome, note: d.reviewNote }
}

export async function ownAnswer(
  db: Database,
  decision: Pick<q.DecisionRow, 'kind'>,
  versionId: string,
  voice: Voice,
): Promise<NonNullable<Decision['mine']>> {
  const [ballot] = await q.ballotsBy(db, voice.memberId, [versionId])
  return {
    may: await q.mayAnswer(db, voice.memberId, decision.kind),
    answer: ballot?.answer ?? null,
    typedIn: ballot?.typedBy != null,
  }
}

export async function shown(
  db: Database,
  whole: Whole,
  { voice, runs }: Looker,
  now: Date,
): Promise<Decision> {
  const { decision: d, versions } = whole
  const me = voice?.memberId
  const mine = voice ? await ownAnswer(db, d, lastOf(whole).id, voice) : null
  const isAsked = d.state === 'open' && mine?.may
  return {
    id: d.id,
    number: d.number,
    kind: d.kind,
    origin: d.origin,
    state: d.state,
    bodyDecides: d.bodyDecides,
    versions: versions.map((version) => versionIn(whole, version, me)),
    notBefore: whole.notBefore ?? null,
    answered: whole.answered,
    mine,
    voice: voice && isAsked ? await q.voiceOf(db, voice.memberId, d.kind) : null,
    runs,
    body: bodyIn(whole, now),
    decidedAt: d.decidedAt,
    review: reviewIn(whole),
  }
}
