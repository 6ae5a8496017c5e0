import type { Received, Result } from '@howcanwe/shared/http'
import type { invitationsContract } from '@howcanwe/shared/invitations'
import { constraintOf, type Database, inTransaction, sqlState } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { record } from '../audit/index.ts'
import { ANSWER_MINUTES, lockOpenChallenge, type PublishedRow } from '../challenges/index.ts'
import { aroundOf, entriesOfPlace, type InterestedOf, requireBrokerOf } from '../matching/index.ts'
import { enqueue, wordsIn } from '../notifications/index.ts'
import { contactsOf, organisationById } from '../organisations/index.ts'
import { placeById } from '../places/index.ts'
import {
  eligibleNow,
  isSmallOne,
  requireBalance,
  smallOnesFirst,
  unbalanced,
} from './invitations.balance.ts'
import { refuse } from './invitations.errors.ts'
import * as q from './invitations.queries.ts'
import { against, type Known } from './invitations.rules.ts'
import { type InvitationFacts, invitationLetter } from './invitations.words.ts'

type Candidate = Received<typeof invitationsContract.invite>['body']['candidates'][number]
type List = Result<typeof invitationsContract.list>

const ONCE = ['invitations_organisation_once', 'invitations_entry_once']

function shown({ invitation, organisation, entry }: q.InvitationRow): List['items'][number] {
  const { id, organisationId, registerEntryId, why, channel, invitedAt } = invitation
  return {
    id,
    kind: organisationId ? 'organisation' : 'register',
    candidateId: organisationId ?? registerEntryId ?? '',
    name: organisation?.name ?? entry?.name ?? '',
    incomeBand: organisation?.incomeBand ?? entry?.incomeBand ?? 'none',
    why,
    channel,
    invitedAt,
  }
}

async function knownFor(
  tx: Database,
  challenge: PublishedRow,
  candidates: readonly Candidate[],
): Promise<Known & { smallIds: ReadonlySet<string> }> {
  const of = (kind: Candidate['kind']) => candidates.filter((c) => c.kind === kind).map((c) => c.id)
  const around = await aroundOf(tx, challenge.placeId)
  const organisations = await q.holdOrganisations(tx, challenge.placeId, of('organisation'))
  const entries = await entriesOfPlace(tx, around, of('register'))
  return {
    organisations,
    entryIds: entries.map((e) => e.id),
    askingId: challenge.organisationId,
    invited: await q.invitedOf(tx, challenge.id),
    smallIds: new Set([...organisations, ...entries].filter(isSmallOne).map((one) => one.id)),
  }
}

/** @throws invitations.* of the first forbidden item, with a pointer to each */
function requireAll(candidates: readonly Candidate[], known: Known): void {
  const found = against(candidates, known)
  const [first] = found
  if (!first) return
  throw refuse(`invitations.${first.reason}`, {
    fields: found.map(({ index, reason }) => ({
      pointer: `#/body/candidates/${index}`,
      code: reason,
    })),
  })
}

/** What every letter of one batch says alike. */
async function commonFacts(tx: Database, deps: Deps, challenge: PublishedRow) {
  const place = await placeById(tx, challenge.placeId)
  const asker = await organisationById(tx, challenge.organisationId)
  if (!place || !asker) throw new Error('a challenge without a place or an asking body')
  return {
    place: place.name,
    asker: asker.name,
    question: challenge.question,
    minutes: ANSWER_MINUTES,
    closes: { at: challenge.closesAt, timeZone: place.timeZone },
    offer: {
      currency: place.currency,
      backfillPence: challenge.backfillPence,
      participationPence: challenge.participationPence,
      testsPence: challenge.testsPence,
      accessPence: challenge.accessPence,
      officerHours: challenge.officerHours,
      other: challenge.otherOffer,
    },
    link: `${deps.config.origin}/challenges/${challenge.slug}`,
    ring: [place.contactName, place.contactPhone ?? place.contactEmail].filter(Boolean).join(', '),
  }
}

interface Batch {
  actor: Actor
  challenge: PublishedRow
  facts: Omit<InvitationFacts, 'contact' | 'organisation' | 'why'>
}

/**
 * Writes to an organisation.
 *
 * @returns whether a letter exists: not where we hold no address, nor where these letters were stopped
 */
async function isWrittenTo(tx: Database, one: Candidate, by: Batch): Promise<boolean> {
  const contact = one.kind === 'organisation' ? await contactsOf(tx, one.id) : undefined
  if (!contact?.to) return false
  const letter = wordsIn(invitationLetter, contact.language, {
    ...by.facts,
    contact: contact.name,
    organisation: contact.organisation,
    why: one.why,
  })
  const letterId = await enqueue(tx, {
    placeId: by.challenge.placeId,
    to: contact.to,
    organisationId: one.id,
    template: 'invitations.invited',
    aboutId: by.challenge.id,
    letter,
  })
  return letterId !== undefined
}

async function inviteOne(tx: Database, one: Candidate, by: Batch): Promise<string> {
  const { actor, challenge } = by
  const channel = (await isWrittenTo(tx, one, by)) ? 'mailed' : 'by-hand'
  const id = await q.put(tx, {
    placeId: challenge.placeId,
    challengeId: challenge.id,
    ...(one.kind === 'organisation' ? { organisationId: one.id } : { registerEntryId: one.id }),
    why: one.why,
    channel,
    invitedBy: actor.personId,
  })
  await record(tx, {
    placeId: challenge.placeId,
    actorId: actor.personId,
    action: 'invitations.sent',
    subject: { kind: 'invitation', id },
    after: { challengeId: challenge.id, kind: one.kind, candidateId: one.id, channel },
  })
  return id
}

/**
 * Invites all of them or none. Whoever has an e-mail address and did not stop these letters gets one; to the others
 * the broker passes it on by hand. Of every ten, the small have their share (FR-05).
 *
 * @throws challenges.not_found · challenges.closed · challenges.wrong_state · invitations.*
 */
export async function invite(
  deps: Deps,
  interestedOf: InterestedOf,
  ask: { actor: Actor; challengeId: string; candidates: readonly Candidate[] },
): Promise<List> {
  const eligible = await eligibleNow(deps, interestedOf, ask)
  try {
    return await inTransaction(deps.db, async (tx) => {
      await requireBrokerOf(tx, ask.actor, ask.challengeId, interestedOf)
      const challenge = await lockOpenChallenge(tx, ask.challengeId)
      await q.takeTurn(tx, challenge)
      const known = await knownFor(tx, challenge, ask.candidates)
      requireAll(ask.candidates, known)
      const smallFirst = smallOnesFirst(ask.candidates, known.smallIds)
      const batch = { all: ask.candidates.length, small: known.smallIds.size }
      await requireBalance(tx, challenge.id, { batch, eligible })
      const facts = await commonFacts(tx, deps, challenge)
      const made = new Set<string>()
      for (const one of smallFirst)
        made.add(await inviteOne(tx, one, { actor: ask.actor, challenge, facts }))
      const rows = await q.invitationsOf(tx, challenge.id)
      return { items: rows.filter((r) => made.has(r.invitation.id)).map(shown) }
    })
  } catch (error) {
    throw refusedByDatabase(error)
  }
}

/** Two brokers at once, or a pause in between: the database let one of them in. */
function refusedByDatabase(error: unknown): unknown {
  if (ONCE.includes(constraintOf(error) ?? '')) return refuse('invitations.already_invited')
  if (sqlState(error) === 'HW125') return unbalanced()
  return sqlState(error) === 'HW126' ? refuse('invitations.paused') : error
}

/** Everybody invited to a challenge so far, oldest first. */
export async function list(
  db: Database,
  interestedOf: InterestedOf,
  ask: { actor: Actor; challengeId: string },
): Promise<List> {
  const challenge = await requireBrokerOf(db, ask.actor, ask.challengeId, interestedOf)
  return { items: (await q.invitationsOf(db, challenge.id)).map(shown) }
}
