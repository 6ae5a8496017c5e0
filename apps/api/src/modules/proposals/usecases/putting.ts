import type { Received, Result } from '@howcanwe/shared/http'
import { dueAfter } from '@howcanwe/shared/places'
import type { proposalsContract, typeProposal } from '@howcanwe/shared/proposals'
import { v7 } from 'uuid'
import type * as z from 'zod/mini'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { foldContact, newReference, newSlipCode, readContact } from '../../codesign/index.ts'
import { hashOf, keyedHash } from '../../identity/index.ts'
import { areasBelong, calendarOf, requirePlace } from '../../places/index.ts'
import { refuse } from '../proposals.errors.ts'
import { ownLink, tellAsker } from '../proposals.letters.ts'
import { brokersHere } from '../proposals.policy.ts'
import { lastDay, READ_WITHIN, slipHash, tokenFor } from '../proposals.rules.ts'
import { receivedLetter } from '../proposals.words.ts'
import * as q from '../queries/proposals.queries.ts'

type Wish = Omit<Received<typeof proposalsContract.put>['body'], 'website'>
type Put = Result<typeof proposalsContract.put>

/** The same for whoever asks and whoever supports, over the whole place: each counts once however they come. */
export const voiceHash = (
  { vaultKey }: Deps['config'],
  placeId: string,
  who: { contactBy: 'email' | 'phone' | 'someone'; contact: string; firstName: string },
): Buffer =>
  keyedHash(
    vaultKey,
    `proposal-voice:${placeId}`,
    foldContact(who.contactBy, who.contact, who.firstName),
  )

/** @throws proposals.contact_invalid */
export function contactOf(by: 'email' | 'phone' | 'someone', typed: string): string {
  const contact = readContact(by, typed)
  if (contact !== undefined) return contact
  throw refuse('proposals.contact_invalid', {
    fields: [{ pointer: '#/body/contact', code: `invalid_${by}` }],
  })
}

/** @throws proposals.area_unknown */
export async function requireArea(
  tx: Database,
  { placeId, areaId }: { placeId: string; areaId: string | null },
): Promise<void> {
  if (areaId && !(await areasBelong(tx, placeId, [areaId]))) throw refuse('proposals.area_unknown')
}

/** When a question that came in now has been read: three working days of the place. */
export const readByFrom = async (tx: Database, placeId: string): Promise<Date> =>
  dueAfter(await calendarOf(tx, placeId), await q.now(tx), READ_WITHIN)

/** The log of a broker's work, which stands further right. */
export interface ProposalHands {
  noteTyped: (
    tx: Database,
    done: { brokerId: string; placeId: string; minutes: number },
  ) => Promise<void>
}

interface By {
  personId: string | null
  broker: Actor | null
}

/** The slip of a form sent twice: the same link, and new words for it. */
async function again(
  deps: Deps,
  tx: Database,
  language: string,
  before: { id: string; reference: string; readBy: Date },
): Promise<Put & { id: string }> {
  const slipCode = newSlipCode(language)
  await q.change(tx, before.id, { slipHash: slipHash(deps.config, before.id, slipCode) })
  return { ...before, slipCode, manageToken: tokenFor(deps.config, 'own', before.id) }
}

/** Writes the question, its trail and the letter to whoever asked; a form sent twice is one question. */
async function keep(deps: Deps, tx: Database, wish: Wish, by: By): Promise<Put & { id: string }> {
  const { placeId } = wish
  const contact = contactOf(wish.contactBy, wish.contact)
  await requireArea(tx, wish)
  const contactHash = voiceHash(deps.config, placeId, { ...wish, contact })
  const before = await q.justPut(tx, { ...wish, contactHash })
  if (before) return again(deps, tx, wish.language, before)
  const id = v7()
  const manageToken = tokenFor(deps.config, 'own', id)
  const slipCode = newSlipCode(wish.language)
  const readBy = await readByFrom(tx, placeId)
  const row = {
    ...{ ...wish, id, contact, contactHash, readBy },
    ...{ manageHash: hashOf(manageToken), personId: by.personId },
    slipHash: slipHash(deps.config, id, slipCode),
    typedBy: by.broker?.personId ?? null,
  }
  for (let attempt = 0; ; attempt++) {
    const reference = newReference(wish.language, attempt)
    if (!(await q.put(tx, { ...row, reference }))) continue
    await record(tx, {
      placeId,
      actorId: by.broker?.personId ?? by.personId,
      action: by.broker ? 'proposals.typed-for' : 'proposals.asked',
      subject: { kind: 'proposal', id },
    })
    await tellAsker(
      tx,
      deps.config,
      { ...row, language: wish.language },
      {
        template: 'proposals.received',
        words: receivedLetter,
        facts: (place) => ({
          reference,
          readBy: lastDay(wish.language, place.timeZone, readBy),
          broker: by.broker ? (by.broker.displayName ?? place.contactName) : null,
          link: ownLink(deps.config, id),
        }),
      },
    )
    return { id, reference, manageToken, slipCode, readBy }
  }
}

/**
 * Puts a question on the table with a first name and one contact. Nobody else sees it before somebody of the place read it.
 *
 * @throws places.not_found · proposals.contact_invalid · proposals.area_unknown
 */
export async function put(
  deps: Deps,
  actor: Actor | undefined,
  { website, ...wish }: Received<typeof proposalsContract.put>['body'],
): Promise<Put> {
  return inTransaction(deps.db, async (tx) => {
    await requirePlace(tx, wish.placeId)
    // A machine filled the field people never see: it gets a slip that belongs to nobody.
    if (website) {
      const manageToken = tokenFor(deps.config, 'own', v7())
      return {
        reference: newReference(wish.language, 0),
        manageToken,
        slipCode: newSlipCode(wish.language),
        readBy: await readByFrom(tx, wish.placeId),
      }
    }
    const { id: _, ...kept } = await keep(deps, tx, wish, {
      personId: actor?.personId ?? null,
      broker: null,
    })
    return kept
  })
}

/**
 * The same, said to a broker who read it back (decision 27). The slip is theirs to take along unless they
 * have an email address: then it goes there alone, and not past the broker.
 *
 * @throws auth.forbidden · as `put`
 */
export async function type(
  deps: Deps,
  hands: ProposalHands,
  actor: Actor,
  { readBack: _, minutes, ...wish }: z.output<typeof typeProposal>,
): Promise<Result<typeof proposalsContract.type>> {
  if (!brokersHere(actor, wish.placeId)) throw refuseRequest('auth.forbidden')
  return inTransaction(deps.db, async (tx) => {
    await requirePlace(tx, wish.placeId)
    const kept = await keep(deps, tx, wish, { personId: null, broker: actor })
    const isEmailed = wish.contactBy === 'email'
    await hands.noteTyped(tx, { brokerId: actor.personId, placeId: wish.placeId, minutes })
    const { id: _id, ...slip } = kept
    const none = { manageToken: null, slipCode: null }
    return isEmailed ? { ...slip, ...none } : slip
  })
}
