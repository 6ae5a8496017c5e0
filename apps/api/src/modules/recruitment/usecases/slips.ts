import type { DrawSlip } from '@howcanwe/shared/recruitment'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { foldWords, groupById } from '../../codesign/index.ts'
import { endConsents } from '../../consents/index.ts'
import { same } from '../../identity/index.ts'
import { refuse } from '../recruitment.errors.ts'
import { nameIn, opens, slipToken, wordsHash } from '../recruitment.keys.ts'
import type { Box } from '../recruitment.lottery.rules.ts'
import * as q from '../recruitment.queries.ts'
import { standsOn } from '../recruitment.sheets.rules.ts'
import * as words from '../recruitment.words.queries.ts'

/**
 * Opens a name with the words of the slip that was handed over: gives what the link of a letter carries.
 *
 * @throws recruitment.words_unknown · recruitment.too_many_tries after five wrong words for one reference in a day
 */
export async function openSlip(
  deps: Deps,
  shown: { reference: string; words: string },
): Promise<{ token: string }> {
  // A wrong try is counted and stays counted, so the refusal comes after the transaction.
  const found = await inTransaction(deps.db, (tx) => byWords(deps, tx, shown))
  if (typeof found === 'string') throw refuse(found)
  return { token: slipToken(deps.config, found) }
}

/** A reference nobody has and words that are wrong read the same. */
async function byWords(
  deps: Deps,
  tx: Database,
  shown: { reference: string; words: string },
): Promise<q.NameRow | 'recruitment.words_unknown' | 'recruitment.too_many_tries'> {
  const all = await words.namesByReference(tx, foldWords(shown.reference))
  const left = await words.takeTry(
    tx,
    all.map(({ id }) => id),
  )
  if (all.length > 0 && left.size === 0) return 'recruitment.too_many_tries'
  const fits = (name: q.NameRow) =>
    name.wordsHash && same(name.wordsHash, wordsHash(deps.config, name.id, shown.words))
  const name = all.find((one) => left.has(one.id) && fits(one))
  if (!name) return 'recruitment.words_unknown'
  await words.forgiveTries(tx, name.id)
  return name
}

/** @throws recruitment.slip_unknown also for a name that was taken out */
async function own(deps: Deps, tx: Database, token: string, lock?: 'share') {
  const id = nameIn(token)
  const name = id ? await q.nameById(tx, id) : undefined
  const isTheirs = name && name.state !== 'out' && opens(deps.config, token, name)
  const row = isTheirs ? await q.byId(tx, name.recruitmentId, lock) : undefined
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

function outcomeOf({ name, row }: Own): DrawSlip['outcome'] {
  if (row.state === 'called-off') return 'called-off'
  if (row.state !== 'confirmed') return 'waiting'
  return name.state === 'drawn' ? 'drawn' : 'not-drawn'
}

/** What somebody reads of their own name. The outcome is told once a person has looked at the draw. */
async function shown(tx: Database, mine: Own): Promise<DrawSlip> {
  const { name, row, group } = mine
  return {
    reference: name.reference,
    number: row.state === 'open' ? null : name.number,
    group: { id: group.id, name: group.name },
    firstName: name.firstName,
    state: row.state,
    closesAt: row.closesAt,
    chance: chanceOf(mine),
    outcome: outcomeOf(mine),
    calledOffWhy: row.calledOffWhy,
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
    // Whoever confirms the draw at this moment waits, or has given the place already.
    const { name, row } = await own(deps, tx, token, 'share')
    if (row.state === 'confirmed') throw refuse('recruitment.wrong_state')
    await endConsents(tx, { kind: 'draw-name', id: name.id })
    await q.takeOut(tx, name.id)
    if (name.contactBy !== 'someone') await q.dropLetters(tx, name)
    return { out: true as const }
  })
}
