import type { QueueItem } from '@howcanwe/shared/cases'
import type { Database } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { rungSinceAsked } from '../introductions.pairs.queries.ts'
import { databaseNow, forBroker, type Whole } from '../introductions.queries.ts'
import { isByHand } from '../introductions.rules.ts'

/** A usual follow-up or a draft to send, in minutes. */
const MINUTES = 10

/** A draft that nobody was asked about, or one whose two weeks are over. */
function waits({ introduction: i }: Whole, now: Date): boolean {
  if (i.state === 'drafted') return true
  const isTogether = i.state === 'both-yes' || i.state === 'met'
  return isTogether && i.askWhatCameAt !== null && i.askWhatCameAt <= now
}

const named = ({ parties }: Whole): string => parties.map((p) => p.organisation.name).join(' · ')

const itemOf = ({ introduction: i, challenge }: Whole) => ({
  count: 1,
  note: '',
  minutes: MINUTES,
  caseId: null,
  challenge: challenge && { id: challenge.id, slug: challenge.slug },
  organisationId: null,
  registerEntryId: null,
  since: i.bothYesAt ?? i.createdAt,
  dueAt: i.askWhatCameAt,
})

/** Whom no email reaches about it, until they answer, their time is over, or somebody has written down a call or visit. */
async function toRing(db: Database, all: readonly Whole[], now: Date): Promise<QueueItem[]> {
  const waiting = all.flatMap((one) =>
    one.parties.flatMap(({ side, organisation }) =>
      one.introduction.endedAt === null && isByHand(side) && side.answerBy && side.answerBy > now
        ? [{ one, side, organisation }]
        : [],
    ),
  )
  const rung = await rungSinceAsked(
    db,
    waiting.map(({ one }) => one.introduction.id),
  )
  return waiting
    .filter(({ side }) => !rung.has(`${side.introductionId} ${side.turn}`))
    .map(({ one, side, organisation }) => ({
      ...itemOf(one),
      kind: 'introduction-by-hand',
      title: organisation.name,
      note: named(one),
      since: side.askedAt,
      dueAt: side.answerBy,
      late: false,
      organisationId: organisation.id,
    }))
}

/** What waits for a broker among introductions: names of the two, never what either said. */
export async function introductionsWaiting(
  db: Database,
  { actor, placeId }: { actor: Actor; placeId: string },
): Promise<QueueItem[]> {
  const [all, now] = await Promise.all([forBroker(db, placeId, actor.personId), databaseNow(db)])
  const own = all
    .filter((one) => waits(one, now))
    .map(
      (one): QueueItem => ({
        ...itemOf(one),
        kind: 'introduction',
        title: named(one),
        late: one.introduction.askWhatCameAt !== null && one.introduction.askWhatCameAt <= now,
      }),
    )
  return [...own, ...(await toRing(db, all, now))]
}
