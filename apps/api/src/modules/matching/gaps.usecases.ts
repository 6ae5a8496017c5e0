import type { QueueItem } from '@howcanwe/shared/cases'
import type { Gaps } from '@howcanwe/shared/matching'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../http/actor.ts'
import { brokersChallenge, type PublishedRow, refuseChallenge } from '../challenges/index.ts'
import * as q from './decisions.queries.ts'
import { gapsOf, type Named, namedIn } from './gaps.rules.ts'
import { evidenceOf } from './matching.evidence.ts'
import { tellingOf } from './matching.list.ts'
import type { Others } from './matching.making.ts'
import { hasMatches, isParty, mayKnowWhoAnswered } from './matching.policy.ts'
import { type AskingRow, placesOf } from './matching.queries.ts'
import { questionById } from './matching.reading.ts'
import { organisationsById } from './matching.search.queries.ts'
import { requireBrokerOf } from './matching.usecases.ts'
import { sayingWords } from './matching.words.rules.ts'
import { representsParty } from './neutrality.ts'

const GAP_MINUTES = 20

type Asking = Pick<PublishedRow, 'id' | 'state'>

/** Invited or kept, and once it may be known those who answered. */
async function poolIds(db: Database, others: Others, challenge: Asking) {
  const [invited, kept, answered] = await Promise.all([
    others.invitedOf(db, challenge.id),
    q.keptIn(db, challenge.id),
    mayKnowWhoAnswered(challenge) ? others.interestedOf(db, challenge.id) : [],
  ])
  return {
    organisations: [...new Set([...invited.organisationIds, ...kept.organisationIds, ...answered])],
    entries: new Set([...invited.entryIds, ...kept.entryIds]),
  }
}

/** Who the question names, each with the words that meet what an organisation says of those it reaches. */
async function peopleNamed(db: Database, row: AskingRow): Promise<Named[]> {
  const place = (await placesOf(db, [row.placeId])).get(row.placeId)
  const stemmer = place?.languages[0] === 'nl' ? 'dutch_stem' : 'english_stem'
  const named = async (text: string): Promise<Named> => ({
    text,
    words: sayingWords(await q.stemsOf(db, stemmer, text)),
  })
  return namedIn(await named(row.whoIsAffected), await named(row.leastServed))
}

/** What those in the pool of a challenge do not bring together. */
export async function gapsFor(db: Database, others: Others, challenge: Asking): Promise<Gaps> {
  const [question, pool] = await Promise.all([
    questionById(db, challenge.id),
    poolIds(db, others, challenge),
  ])
  const [people, rows] = await Promise.all([
    peopleNamed(db, question.row),
    organisationsById(db, pool.organisations),
  ])
  const telling = tellingOf(question)
  const members = rows.filter((r) => r.state === 'listed' || r.state === 'checked')
  const claimed = new Set(members.map((m) => m.registerEntryId))
  const lacking = gapsOf(
    question.asked,
    people,
    members.map((m) => evidenceOf(m, telling)),
  )
  const silent = [...pool.entries].filter((id) => !claimed.has(id)).length
  return { pool: members.length, silent, ...lacking }
}

/**
 * What is lacking, for a broker of the challenge who is no party in it.
 *
 * @throws challenges.not_found · challenges.wrong_state · matching.not_neutral
 */
export async function readGaps(
  db: Database,
  others: Others,
  ask: { actor: Actor; challengeId: string },
): Promise<Gaps> {
  const challenge = await requireBrokerOf(db, ask.actor, ask.challengeId, others.interestedOf)
  if (!hasMatches(challenge)) throw refuseChallenge('challenges.wrong_state')
  return gapsFor(db, others, challenge)
}

/** A broker's own open challenges on whose side they do not stand. */
async function ownOpen(db: Database, { actor, placeId }: { actor: Actor; placeId: string }) {
  const open = (await q.openIn(db, placeId)).filter((c) => brokersChallenge(actor, c))
  const free = await Promise.all(
    open.map(async (c) =>
      isParty(actor, c) || (await representsParty(db, c.id, actor.personId)) ? [] : [c],
    ),
  )
  return free.flat()
}

/**
 * Open questions whose pool leaves people or neighbourhoods out, for the broker's day. Skills, rooms and hours alone are
 * read on the page of matches.
 */
export const gapsWaiting =
  (others: Others) =>
  async (db: Database, ask: { actor: Actor; placeId: string }): Promise<QueueItem[]> => {
    const open = await ownOpen(db, ask)
    const items = open.map(async (c): Promise<QueueItem[]> => {
      const { people, areas } = await gapsFor(db, others, c)
      const left = [...people, ...areas]
      if (left.length === 0) return []
      return [
        {
          kind: 'gap',
          title: c.question,
          count: left.length,
          note: left.join(' · '),
          since: c.openedAt,
          dueAt: c.closesAt,
          late: false,
          minutes: GAP_MINUTES,
          caseId: null,
          challenge: { id: c.id, slug: c.slug },
          organisationId: null,
          registerEntryId: null,
        },
      ]
    })
    return (await Promise.all(items)).flat()
  }
