import { randomInt } from 'node:crypto'
import type { DrawSlip, putNameIn } from '@howcanwe/shared/recruitment'
import { v7 } from 'uuid'
import type * as z from 'zod/mini'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import {
  foldContact,
  type GroupRow,
  groupById,
  newReference,
  readContact,
} from '../../codesign/index.ts'
import { endConsents, give, requireWording } from '../../consents/index.ts'
import { keyedHash } from '../../identity/index.ts'
import { refuse } from '../recruitment.errors.ts'
import { nameIn, slipToken } from '../recruitment.keys.ts'
import { tellAlreadyIn, tellIn } from '../recruitment.letters.ts'
import type { Box } from '../recruitment.lottery.rules.ts'
import { sorted } from '../recruitment.open.rules.ts'
import * as q from '../recruitment.queries.ts'
import { standsOn } from '../recruitment.sheets.rules.ts'

type Wish = z.output<typeof putNameIn>
interface Slip {
  reference: string
  token: string
}
interface Asking {
  group: GroupRow
  row: q.RecruitmentRow
  wish: Wish
  contact: string
  contactHash: Buffer
  plain: Record<string, string>
  special: Record<string, string>
}

/**
 * Puts a first name in for the draw (CD2, CD7): no account, and no answer is asked for that could be left open. A contact
 * that is in already gets a letter saying so; here the answer looks like any other (docs/decisions/0010).
 *
 * @throws recruitment.none · recruitment.closed · recruitment.contact_invalid · recruitment.answer_unknown ·
 *   recruitment.consent_needed · consents.wording_unknown
 */
export async function putIn(deps: Deps, groupId: string, wish: Wish): Promise<Slip> {
  requireWording('take-part', wish.consentVersion)
  if (wish.specialConsentVersion !== null)
    requireWording('draw-special', wish.specialConsentVersion)
  try {
    return await inTransaction(deps.db, async (tx) => {
      const asking = await asked(deps, tx, groupId, wish)
      if (wish.website) return nothingKept(deps, wish)
      const known = await q.nameByContact(tx, asking.row.id, asking.contactHash)
      if (known) {
        await tellAlreadyIn(deps, tx, asking.group, known)
        return nothingKept(deps, wish)
      }
      return keep(deps, tx, asking)
    })
  } catch (error) {
    throw sqlState(error) === 'HW174' ? refuse('recruitment.closed') : error
  }
}

async function asked(deps: Deps, tx: Database, groupId: string, wish: Wish): Promise<Asking> {
  const group = await groupById(tx, groupId)
  const row = group && (await q.ofGroup(tx, groupId))
  if (!row) throw refuse('recruitment.none')
  if (row.state !== 'open' || (await q.hasCome(tx, row.closesAt)))
    throw refuse('recruitment.closed')
  const contact = readContact(wish.contactBy, wish.contact)
  if (contact === undefined)
    throw refuse('recruitment.contact_invalid', {
      fields: [{ pointer: '#/body/contact', code: `invalid_${wish.contactBy}` }],
    })
  const answers = sorted(row.categories, wish.answers)
  if (!answers) throw refuse('recruitment.answer_unknown')
  if (Object.keys(answers.special).length > 0 && wish.specialConsentVersion === null)
    throw refuse('recruitment.consent_needed')
  const folded = foldContact(wish.contactBy, contact, wish.firstName)
  const contactHash = keyedHash(deps.config.vaultKey, `draw-contact:${row.id}`, folded)
  return { group, row, wish, contact, contactHash, ...answers }
}

/** For machines, and for a contact that is in already: a slip that opens nothing. */
const nothingKept = ({ config }: Deps, { language }: Wish): Slip => ({
  reference: newReference(language, 0),
  token: slipToken({ refreshSecret: `${config.refreshSecret}:nothing` }, v7()),
})

async function keep(deps: Deps, tx: Database, asking: Asking): Promise<Slip> {
  for (let attempt = 0; ; attempt++) {
    const name = await written(tx, asking, attempt)
    if (!name) continue
    await agree(tx, asking, name)
    if (Object.keys(asking.special).length > 0) await q.addSpecial(tx, name.id, asking.special)
    await tellIn(deps, tx, asking.group, asking.row, name)
    return { reference: name.reference, token: slipToken(deps.config, name.id) }
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

/** @throws recruitment.slip_unknown also for a name that was taken out */
async function own(deps: Deps, tx: Database, token: string) {
  const id = nameIn(deps.config, token)
  const name = id ? await q.nameById(tx, id) : undefined
  const row = name && name.state !== 'out' ? await q.byId(tx, name.recruitmentId) : undefined
  const group = row && (await groupById(tx, row.groupId))
  if (!name || !row || !group) throw refuse('recruitment.slip_unknown')
  return { name, row, group }
}

type Own = Awaited<ReturnType<typeof own>>

function chanceOf({ name, row }: Own): number | null {
  if (row.box === null) return null
  const box: Box = JSON.parse(row.box)
  return Math.round(((standsOn(box.sheets).get(name.number) ?? 0) / box.sheets.length) * 1000)
}

/** What somebody reads of their own name. The outcome is told once a person has looked at the draw. */
async function shown(tx: Database, mine: Own): Promise<DrawSlip> {
  const { name, row, group } = mine
  const isTold = row.state === 'confirmed'
  return {
    reference: name.reference,
    number: row.state === 'open' ? null : name.number,
    group: { id: group.id, name: group.name },
    firstName: name.firstName,
    state: row.state,
    closesAt: row.closesAt,
    chance: chanceOf(mine),
    outcome: isTold ? (name.state === 'drawn' ? 'drawn' : 'not-drawn') : 'waiting',
    hasSpecial: (await q.specialOf(tx, [name.id])).length > 0,
  }
}

export const slip = async (deps: Deps, token: string): Promise<DrawSlip> =>
  shown(deps.db, await own(deps, deps.db, token))

/** The consent ends, and with it what it was for (HW170); the name stays in. @throws recruitment.slip_unknown */
export async function takeBack(deps: Deps, token: string): Promise<DrawSlip> {
  return inTransaction(deps.db, async (tx) => {
    const mine = await own(deps, tx, token)
    await endConsents(tx, { kind: 'draw-name', id: mine.name.id }, 'draw-special')
    return shown(tx, mine)
  })
}

/**
 * Takes a name out; what was said is deleted. Where it stands on sheets its number stays there, and if that sheet comes up
 * the seat is free: nobody is moved up in silence.
 *
 * @throws recruitment.slip_unknown · recruitment.wrong_state once places were given
 */
export async function takeOut(deps: Deps, token: string): Promise<{ out: true }> {
  return inTransaction(deps.db, async (tx) => {
    const { name, row } = await own(deps, tx, token)
    if (row.state === 'confirmed') throw refuse('recruitment.wrong_state')
    await endConsents(tx, { kind: 'draw-name', id: name.id })
    await q.takeOut(tx, name.id)
    if (name.contactBy !== 'someone') await q.dropLetters(tx, name)
    return { out: true as const }
  })
}
