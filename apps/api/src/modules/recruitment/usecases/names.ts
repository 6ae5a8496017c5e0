import { randomInt } from 'node:crypto'
import type { EnterName, putNameIn } from '@howcanwe/shared/recruitment'
import { v7 } from 'uuid'
import type * as z from 'zod/mini'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import {
  foldContact,
  type GroupRow,
  groupById,
  newReference,
  readContact,
  requireTheirs,
} from '../../codesign/index.ts'
import { give, requireWording } from '../../consents/index.ts'
import { keyedHash, person } from '../../identity/index.ts'
import { noteAct, refuseSupporters } from '../../supporters/index.ts'
import { refuse } from '../recruitment.errors.ts'
import { slipToken } from '../recruitment.keys.ts'
import { tellAlreadyIn, tellHeldBack, tellIn } from '../recruitment.letters.ts'
import { sorted } from '../recruitment.open.rules.ts'
import * as q from '../recruitment.queries.ts'

type Wish = z.output<typeof putNameIn>
/** What putting a name in and writing one down have in common. */
export type Said = Omit<Wish, 'website'> & Partial<Pick<EnterName, 'saidBy'>>
interface Slip {
  reference: string
  token: string
}
export interface Asking {
  group: GroupRow
  row: q.RecruitmentRow
  wish: Said
  contact: string
  contactHash: Buffer
  plain: Record<string, string>
  special: Record<string, string>
  /** Who wrote it down, where the person did not. */
  enteredBy?: string
}

/** @throws consents.wording_unknown */
export function requireWordings(wish: Said): void {
  requireWording('take-part', wish.consentVersion)
  if (wish.specialConsentVersion !== null)
    requireWording('draw-special', wish.specialConsentVersion)
}

/**
 * Puts a first name in for the draw (CD2, CD7): no account, and no answer is asked for that could be left open. A contact
 * that is in already gets a letter saying so; here the answer looks like any other (docs/decisions/0010). A supporter
 * puts in the name of whom they act for, with that person's own contact (`product-spec.md` §2.2).
 *
 * @throws recruitment.none · recruitment.closed · recruitment.contact_invalid · recruitment.answer_unknown ·
 *   recruitment.consent_needed · consents.wording_unknown · codesign.not_their_contact · supporters.own_place
 */
export async function putIn(
  deps: Deps,
  actor: Actor | undefined,
  groupId: string,
  wish: Wish,
): Promise<Slip> {
  requireWordings(wish)
  // Whoever of two comes a moment earlier is seen the second time.
  return putInOnce(deps, actor, groupId, wish).catch((error: unknown) => {
    if (sqlState(error) === 'HW077') return putInOnce(deps, actor, groupId, wish)
    throw sqlState(error) === 'HW174' ? refuse('recruitment.closed') : error
  })
}

const putInOnce = (deps: Deps, actor: Actor | undefined, groupId: string, wish: Wish) =>
  inTransaction(deps.db, async (tx) => {
    const asking = await asked(deps, tx, groupId, wish)
    if (wish.website) return nothingKept(deps, wish)
    await requireTheirs(tx, actor, asking)
    const known = await q.nameByContact(tx, asking.row.id, asking.contactHash)
    if (known) {
      await tellAlreadyIn(deps, tx, asking.group, known)
      return nothingKept(deps, wish)
    }
    if (await holdBack(deps, tx, actor, asking)) return nothingKept(deps, wish)
    const name = await keep(deps, tx, asking)
    if (actor) await noteAct(tx, actor, 'supporters.put-name-in')
    return { reference: name.reference, token: slipToken(deps.config, name) }
  })

/**
 * A draw hears one voice from somebody and whoever takes part for them, as a group does. Whoever is signed in as the one
 * this is about reads so; for anybody else the answer looks like any other, and the person behind the contact is told.
 *
 * @throws supporters.own_place
 */
async function holdBack(
  deps: Deps,
  tx: Database,
  actor: Actor | undefined,
  { group, wish, contact }: Asking,
): Promise<boolean> {
  const id = await q.heldBack(tx, group, { by: wish.contactBy, contact })
  if (!id) return false
  if (actor?.personId === id) throw refuseSupporters('supporters.own_place')
  const who = await person(tx, id)
  if (who) await tellHeldBack(deps, tx, group, who)
  return true
}

/**
 * @throws recruitment.none · recruitment.closed · recruitment.contact_invalid · recruitment.answer_unknown ·
 *   recruitment.consent_needed
 */
export async function asked(
  deps: Deps,
  tx: Database,
  groupId: string,
  wish: Said,
): Promise<Asking> {
  const group = await groupById(tx, groupId)
  const row = group && (await q.ofGroup(tx, groupId))
  if (!row) throw refuse('recruitment.none')
  if (row.state !== 'open' || (await q.hasCome(tx, row.closesAt)))
    throw refuse('recruitment.closed')
  const { contact, contactHash } = contactIn(deps, row, wish)
  const answers = sorted(row.categories, wish.answers)
  if (!answers) throw refuse('recruitment.answer_unknown')
  if (Object.keys(answers.special).length > 0 && wish.specialConsentVersion === null)
    throw refuse('recruitment.consent_needed')
  return { group, row, wish, contact, contactHash, ...answers }
}

/** A contact as it is kept, and what one name in this draw is told by. @throws recruitment.contact_invalid */
export function contactIn(
  { config }: Pick<Deps, 'config'>,
  { id }: Pick<q.RecruitmentRow, 'id'>,
  { contactBy, contact: typed, firstName }: Pick<Said, 'contactBy' | 'contact' | 'firstName'>,
): { contact: string; contactHash: Buffer } {
  const contact = readContact(contactBy, typed)
  if (contact === undefined)
    throw refuse('recruitment.contact_invalid', {
      fields: [{ pointer: '#/body/contact', code: `invalid_${contactBy}` }],
    })
  const folded = foldContact(contactBy, contact, firstName)
  return { contact, contactHash: keyedHash(config.vaultKey, `draw-contact:${id}`, folded) }
}

/** For machines, and for a contact that is in already: a slip that opens nothing. */
const nothingKept = ({ config }: Deps, { language }: Said): Slip => ({
  reference: newReference(language, 0),
  token: slipToken(
    { refreshSecret: `${config.refreshSecret}:nothing` },
    { id: v7(), slipsRenewed: 0 },
  ),
})

/** Everything of a new name: the row, what they agreed to, answers that need a yes of their own, and a letter. */
export async function keep(deps: Deps, tx: Database, asking: Asking): Promise<q.NameRow> {
  for (let attempt = 0; ; attempt++) {
    const name = await written(tx, asking, attempt)
    if (!name) continue
    await agree(tx, asking, name)
    if (Object.keys(asking.special).length > 0) await q.addSpecial(tx, name.id, asking.special)
    await tellIn(deps, tx, asking.group, asking.row, name)
    return name
  }
}

/** Numbers are drawn with room to spare, so that one tells nothing of who came first. */
const written = (tx: Database, asking: Asking, attempt: number) => {
  const { group, row, wish, contact, contactHash, plain } = asking
  const { firstName, contactBy, language, consentVersion } = wish
  return q.addName(tx, {
    ...{ firstName, contactBy, language, consentVersion, contact, contactHash },
    placeId: group.placeId,
    recruitmentId: row.id,
    number: randomInt(1000, 10_000 + attempt * 1000),
    reference: newReference(language, attempt),
    ways: [...new Set(wish.ways)],
    answers: plain,
    ...(asking.enteredBy ? { enteredBy: asking.enteredBy, saidBy: wish.saidBy } : {}),
  })
}

async function agree(tx: Database, { group, wish, special }: Asking, name: q.NameRow) {
  const given = {
    placeId: group.placeId,
    subject: { kind: 'draw-name', id: name.id },
    aboutId: group.id,
    language: wish.language,
    name: group.facilitatorName ?? '',
  } as const
  await give(tx, { ...given, purpose: 'take-part', version: wish.consentVersion })
  if (Object.keys(special).length > 0 && wish.specialConsentVersion !== null)
    await give(tx, { ...given, purpose: 'draw-special', version: wish.specialConsentVersion })
}
