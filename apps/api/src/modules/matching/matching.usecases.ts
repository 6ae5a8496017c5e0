import type { Result } from '@howcanwe/shared/http'
import { isSmall, type matchingContract, PARTS } from '@howcanwe/shared/matching'
import type { Database } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import {
  brokersChallenge,
  type PublishedRow,
  publishedChallenge,
  refuseChallenge,
} from '../challenges/index.ts'
import { placeById } from '../places/index.ts'
import { balanced } from './matching.balance.rules.ts'
import { evidenceOf } from './matching.evidence.ts'
import { inOrder, seedOf } from './matching.order.rules.ts'
import type { Asked, Evidence } from './matching.parts.rules.ts'
import { hasMatches, isParty, mayKnowWhoAnswered } from './matching.policy.ts'
import * as q from './matching.queries.ts'
import { askedBy, type Candidate, candidatesOf, spokenIn } from './matching.reading.ts'
import { fits, poolOf, scoreOf } from './matching.rules.ts'
import { notNeutral, requireNeutral } from './neutrality.ts'

/** Organisations with a standing interest; that noun lives further right. */
export type InterestedOf = (db: Database, challengeId: string) => Promise<string[]>

/** Nouns further right, handed in by the app. */
export interface Others {
  interestedOf: InterestedOf
  invitedOf: (
    db: Database,
    challengeId: string,
  ) => Promise<{ organisationIds: string[]; entryIds: string[] }>
}

const SHOWN = 20

/**
 * The challenge, for a broker of its place or of it alone who is no party in it.
 *
 * @throws challenges.not_found also for a broker of another place · matching.not_neutral to whoever asks or
 *   has answered
 */
export async function requireBrokerOf(
  db: Database,
  actor: Actor,
  challengeId: string,
  interestedOf: InterestedOf,
): Promise<PublishedRow> {
  const challenge = await publishedChallenge(db, challengeId)
  if (!challenge || !brokersChallenge(actor, challenge))
    throw refuseChallenge('challenges.not_found')
  if (isParty(actor, challenge, await interestedOf(db, challengeId)))
    throw await notNeutral(db, challenge)
  await requireNeutral(db, actor, challenge)
  return challenge
}

/** Where a place looks for register entries. */
export async function aroundOf(db: Database, placeId: string): Promise<q.Around> {
  const ladCodes = (await placeById(db, placeId))?.ladCodes ?? []
  return { placeId, ladCodes, wider: await q.widerCodes(db, ladCodes) }
}

/** Scored against those already in, never against itself. */
function scored(asked: Asked, candidates: Candidate[], members: Map<string, Evidence>) {
  const everyone = poolOf([...members.values()])
  return candidates
    .filter((c) => fits(asked, c.evidence))
    .map((c) => {
      const pool = members.has(c.id)
        ? poolOf([...members].filter(([id]) => id !== c.id).map(([, e]) => e))
        : everyone
      return { ...c, ...scoreOf(asked, c.evidence, pool), small: isSmall(c.incomeBand) }
    })
}

/**
 * The twenty who fit best, each with its arithmetic. Suggests, never decides: nobody is refused by it, and whoever is
 * missing can still be invited or answer unasked.
 *
 * While the question is open, those already in are the invited: who has answered is sealed until the closing time.
 */
export async function matchesFor(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  others: Others,
  ask: { actor: Actor; challengeId: string },
): Promise<Result<typeof matchingContract.forChallenge>> {
  const challenge = await requireBrokerOf(db, ask.actor, ask.challengeId, others.interestedOf)
  if (!hasMatches(challenge)) throw refuseChallenge('challenges.wrong_state')
  const { id, placeId } = challenge
  const [question, around, invited, interested] = await Promise.all([
    askedBy(db, challenge),
    aroundOf(db, placeId),
    others.invitedOf(db, id),
    mayKnowWhoAnswered(challenge) ? others.interestedOf(db, id) : undefined,
  ])
  const look = { themes: question.asked.themes, stems: question.stems }
  const [organisations, entries, members] = await Promise.all([
    q.organisationsFor(db, placeId, challenge.organisationId, look),
    q.entriesFor(db, around, look),
    q.membersOfPool(db, placeId, interested ?? invited.organisationIds),
  ])
  const rows = { organisations, entries, members }
  const words = await spokenIn(db, question, rows)
  const inPool = new Map(members.map((m) => [m.id, evidenceOf(m, words)]))
  const seed = seedOf(id)
  const asked = { ...question.asked, words: [...words.telling.values()] }
  const order = balanced(inOrder(scored(asked, candidatesOf(rows, words), inPool), seed))
  return {
    items: order.slice(0, SHOWN).map(({ evidence, entryId, ...c }) => ({
      ...c,
      sector: evidence.sector,
      invited:
        invited.organisationIds.includes(c.id) ||
        (entryId !== null && invited.entryIds.includes(entryId)),
      interested: interested?.includes(c.id) ?? false,
    })),
    weights: PARTS.map((part) => ({ part, weight: asked.weights[part] })),
    seed,
    considered: (organisations[0]?.total ?? 0) + (entries[0]?.total ?? 0),
    eligible: { all: order.length, small: order.filter((c) => c.small).length },
    computedAt: clock(),
  }
}
