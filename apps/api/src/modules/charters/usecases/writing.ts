import type { Charter, CharterText, OpenCharter } from '@howcanwe/shared/charters'
import { LADDER } from '@howcanwe/shared/codesign'
import { type Database, inTransaction, inTurn, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import {
  factsFor,
  type GroupRow,
  memberReach,
  membersOf,
  placeLink,
  requireOwnGroup,
} from '../../codesign/index.ts'
import { enqueue, type Template, wordsIn } from '../../notifications/index.ts'
import { refuse } from '../charters.errors.ts'
import { promisesTooMuch } from '../charters.rules.ts'
import { agreedLetter, askedLetter, type CharterFacts } from '../charters.words.ts'
import * as q from '../queries/charters.queries.ts'
import { shownCharter, shownOpen } from './reading.ts'

interface Asked {
  groupId: string
  requestId: string
}

/**
 * Writes the charter's draft. A wording people were asked about is replaced whole, and its answers with it.
 *
 * @throws codesign.group_not_found · charters.rung_lower · charters.not_a_codesign_group
 */
export async function write(
  deps: Deps,
  actor: Actor,
  { groupId, text, requestId }: Asked & { text: CharterText },
): Promise<OpenCharter> {
  return inTransaction(deps.db, async (tx) => {
    const group = await requireOwnGroup(tx, actor, groupId)
    if (LADDER.indexOf(text.rung) < LADDER.indexOf(group.rung)) throw refuse('charters.rung_lower')
    if (promisesTooMuch(`${group.name} ${group.about}`, text))
      throw refuse('charters.not_a_codesign_group')
    await q.lockGroup(tx, groupId)
    const { placeId } = group
    const row = await q.putDraft(tx, { placeId, groupId, text, writtenBy: actor.personId })
    await note(tx, { group, row, actor, requestId, action: 'charters.written' })
    return shownOpen(tx, row, undefined)
  })
}

/**
 * Asks everybody; whom no letter reaches is rung, and what they say is typed in.
 *
 * @throws codesign.group_not_found · charters.nothing_to_ask
 */
export async function ask(
  deps: Deps,
  actor: Actor,
  { groupId, requestId }: Asked,
): Promise<OpenCharter> {
  return inTransaction(deps.db, async (tx) => {
    const group = await requireOwnGroup(tx, actor, groupId)
    const draft = await q.openCharter(tx, groupId)
    const row = draft && (await q.markAsked(tx, draft.id))
    if (!row) throw refuse('charters.nothing_to_ask')
    await note(tx, { group, row, actor, requestId, action: 'charters.asked' })
    await tellMembers(deps, tx, group, { template: 'charters.asked', words: askedLetter })
    return shownOpen(tx, row, undefined)
  })
}

/**
 * The group has agreed: the database counts once more (HW241), and convenes it.
 *
 * @throws codesign.group_not_found · charters.not_asked · charters.not_agreed
 */
export async function settle(
  deps: Deps,
  actor: Actor,
  { groupId, requestId }: Asked,
): Promise<Charter> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const group = await requireOwnGroup(tx, actor, groupId)
      await q.lockGroup(tx, groupId)
      const asked = await q.openCharter(tx, groupId)
      const row = asked && (await q.markAgreed(tx, asked))
      if (!row) throw refuse('charters.not_asked')
      await note(tx, { group, row, actor, requestId, action: 'charters.agreed' })
      await tellMembers(deps, tx, group, { template: 'charters.agreed', words: agreedLetter })
      return shownCharter(row)
    })
  } catch (error) {
    if (sqlState(error) === 'HW241') throw refuse('charters.not_agreed')
    if (sqlState(error) === 'HW240') throw refuse('charters.not_asked')
    throw error
  }
}

interface Noted {
  group: GroupRow
  row: q.CharterRow
  actor: Actor
  requestId: string
  action: 'charters.written' | 'charters.asked' | 'charters.agreed'
}

const note = (tx: Database, { group, row, actor, requestId, action }: Noted) =>
  record(tx, {
    placeId: group.placeId,
    actorId: actor.personId,
    action,
    subject: { kind: 'charter', id: row.id },
    after: { groupId: group.id, version: row.version, rung: row.text.rung },
    requestId,
  })

async function tellMembers(
  deps: Deps,
  tx: Database,
  group: GroupRow,
  {
    template,
    words,
  }: { template: 'charters.asked' | 'charters.agreed'; words: Template<CharterFacts> },
): Promise<void> {
  await inTurn(await membersOf(tx, group.id), async (member) => {
    const to = member.state === 'resting' ? undefined : memberReach(deps, group, member)
    if (!to) return
    const letter = wordsIn(words, member.language, {
      ...factsFor(deps, group, member.reference),
      open: placeLink(deps, member),
    })
    await enqueue(tx, { placeId: group.placeId, to, template, letter })
  })
}
