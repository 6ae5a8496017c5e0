import type { Received, Result } from '@howcanwe/shared/http'
import {
  type DeskProposal,
  LEAST_SENTENCES,
  type proposalsContract,
  sentencesIn,
} from '@howcanwe/shared/proposals'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { publicBodyOf, refuseChallenge, startDraft, startsFor } from '../../challenges/index.ts'
import { refuse } from '../proposals.errors.ts'
import { pageOf, tellAddress, tellAsker } from '../proposals.letters.ts'
import { adoptedLetter, noLetter, outcomeLetter } from '../proposals.outcome.words.ts'
import { answersHere } from '../proposals.policy.ts'
import { isOpen } from '../proposals.rules.ts'
import * as q from '../queries/proposals.queries.ts'
import * as supports from '../queries/supports.queries.ts'
import { backIfSo, clusterOf } from './backing.ts'
import { again, noted } from './desk.ts'
import { requireOpen } from './supporting.ts'

/** One this person may answer, by a name. @throws proposals.not_found · proposals.answered · proposals.name_needed */
async function requireAnswerable(tx: Database, actor: Actor, id: string): Promise<q.Row> {
  const row = await q.lockById(tx, id)
  if (!row || !answersHere(actor, row.placeId) || row.publishedAt === null)
    throw refuse('proposals.not_found')
  if (!isOpen(row.state)) throw refuse('proposals.answered')
  if (!actor.displayName?.trim()) throw refuse('proposals.name_needed')
  return row
}

type Adopted = Result<typeof proposalsContract.adopt>

/**
 * Takes a question over: its words become a draft of the one who adopts it, and everybody who asked stays co-author, which
 * the database keeps (HW186).
 *
 * @throws proposals.not_found · proposals.answered · proposals.name_needed · challenges.no_public_body
 */
export async function adopt(deps: Deps, actor: Actor, id: string): Promise<Adopted> {
  return inTransaction(deps.db, async (tx) => {
    const row = await requireAnswerable(tx, actor, id)
    const draft = await startDraft(tx, actor, {
      placeId: row.placeId,
      question: row.question,
      whyNow: row.story,
      whoIsAffected: row.affected,
      areaIds: row.areaId ? [row.areaId] : [],
    })
    const challenge = await q.challengeById(tx, draft.id)
    await q.change(tx, id, {
      ...{ state: 'adopted', answeredAt: await q.now(tx), answeredBy: actor.personId },
      ...{ answeredFor: challenge?.organisationId, challengeId: draft.id },
    })
    await noted(tx, actor, row, 'adopted', { challengeId: draft.id })
    await tellEverybody(deps, tx, id)
    return { challengeId: draft.id }
  })
}

/**
 * No, or not now: by name, in public, with at least two sentences of reasons and a next step.
 *
 * @throws proposals.not_found · proposals.answered · proposals.name_needed · proposals.too_short · challenges.no_public_body
 */
export async function answer(
  deps: Deps,
  actor: Actor,
  id: string,
  said: Received<typeof proposalsContract.answer>['body'],
): Promise<DeskProposal> {
  return inTransaction(deps.db, async (tx) => {
    const row = await requireAnswerable(tx, actor, id)
    if (sentencesIn(said.reasons) < LEAST_SENTENCES)
      throw refuse('proposals.too_short', {
        fields: [{ pointer: '#/body/reasons', code: 'too_few_sentences' }],
      })
    const answeredFor = await publicBodyOf(tx, {
      placeId: row.placeId,
      personId: actor.personId,
      among: startsFor(actor, row.placeId),
    })
    if (!answeredFor) throw refuseChallenge('challenges.no_public_body')
    await q.change(tx, id, {
      ...{ state: said.kind, reasons: said.reasons, nextStep: said.nextStep },
      ...{ answeredAt: await q.now(tx), answeredBy: actor.personId, answeredFor },
    })
    await noted(tx, actor, row, 'answered', { kind: said.kind })
    await tellEverybody(deps, tx, id)
    return again(tx, actor, id)
  })
}

/** Whoever asked hears what and why; everybody behind it hears that there is an answer. */
async function tellEverybody(deps: Deps, tx: Database, id: string): Promise<void> {
  const row = await q.byId(tx, id)
  if (!row) return
  const by = { by: row.answererName ?? '', organisation: row.answererBody ?? '' }
  for (const asker of await clusterOf(tx, id))
    if (row.state === 'adopted')
      await tellAsker(tx, deps.config, asker, {
        ...{ template: 'proposals.adopted', words: adoptedLetter },
        facts: () => by,
      })
    else
      await tellAsker(tx, deps.config, asker, {
        ...{ template: 'proposals.answered', words: noLetter },
        facts: () => ({
          ...{ ...by, kind: row.state === 'no' ? ('no' as const) : ('not-now' as const) },
          ...{
            reasons: row.reasons ?? '',
            nextStep: row.nextStep ?? '',
            link: pageOf(deps.config, id),
          },
        }),
      })
  for (const one of await supports.reachable(tx, id))
    await tellAddress(
      tx,
      {
        ...{ placeId: row.placeId, to: one.contact, language: one.language, name: one.firstName },
        ...{ question: row.question, link: pageOf(deps.config, id) },
      },
      { template: 'proposals.outcome', words: outcomeLetter, facts: by },
    )
}

/**
 * Sponsors a question in public, by name. From then on it has to be answered.
 *
 * @throws proposals.not_found · proposals.over · proposals.name_needed · proposals.sponsored_already
 */
export async function sponsor(
  deps: Deps,
  actor: Actor,
  id: string,
  said: Received<typeof proposalsContract.sponsor>['body'],
): Promise<Result<typeof proposalsContract.sponsor>> {
  return inTransaction(deps.db, async (tx) => {
    const row = await requireOpen(tx, id)
    if (!actor.displayName?.trim()) throw refuse('proposals.name_needed')
    const isNew = await supports.addSponsor(tx, {
      ...{ ...said, placeId: row.placeId, proposalId: row.id, personId: actor.personId },
    })
    if (!isNew) throw refuse('proposals.sponsored_already')
    await noted(tx, actor, row, 'sponsored', { organisationId: said.organisationId })
    return { sponsored: true as const, answerBy: await backIfSo(tx, deps.config, row.id) }
  }).catch((error: unknown) => {
    // Neither elected here nor of that organisation: there is nothing for them to sponsor.
    throw sqlState(error) === 'HW187' ? refuse('proposals.not_found') : error
  })
}
