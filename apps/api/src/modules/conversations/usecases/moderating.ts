import type { Act, HideReason, Message, Thread } from '@howcanwe/shared/conversations'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { type Knock, memberOf } from '../../codesign/index.ts'
import { refuse, refuseCodesign } from '../conversations.errors.ts'
import { decidedAgainLetter, hiddenLetter } from '../conversations.words.ts'
import * as q from '../queries/messages.queries.ts'
import * as m from '../queries/moderation.queries.ts'
import * as t from '../queries/threads.queries.ts'
import { aboutMe, actorOf, type Here, isOf, requireHere } from './here.ts'
import { tellAskedBack, tellMember } from './letters.ts'
import { shownMessages, shownThread } from './shown.ts'

interface Asked {
  groupId: string
  requestId: string
}
interface OfMessage extends Asked {
  messageId: string
}

interface Doing {
  act: Act
  sentence: string
  reason?: HideReason
  messageId?: string
  threadId?: string
  aboutId?: string
}

/** One line in the log, which does what it says; and that there is one, in the trail. */
async function act(tx: Database, here: Here, doing: Doing, requestId: string): Promise<string> {
  const { id: groupId, placeId } = here.group
  const id = await m.addAct(tx, { placeId, groupId, ...here.who, ...doing })
  await record(tx, {
    placeId,
    actorId: actorOf(here),
    action: `conversations.${doing.act}`,
    subject: { kind: 'moderation_act', id },
    after: { groupId },
    requestId,
  })
  return id
}

/** What the database refuses about a line, in a refusal of ours (HW234, HW235). */
export async function asLogged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const state = sqlState(error)
    if (state === 'HW234') throw refuse('conversations.not_moderator')
    if (state === 'HW235' || state === '23505') throw refuse('conversations.as_it_is')
    throw error
  }
}

const doing = <T>(deps: Deps, work: (tx: Database) => Promise<T>): Promise<T> =>
  asLogged(() => inTransaction(deps.db, work))

export async function requireLooksAfter(
  tx: Database,
  knock: Knock,
  groupId: string,
): Promise<Here> {
  const here = await requireHere(tx, knock, groupId)
  if (!here.looksAfter) throw refuse('conversations.not_moderator')
  return here
}

async function requireMessage(tx: Database, { groupId, messageId }: OfMessage) {
  const row = await q.messageById(tx, groupId, messageId)
  if (!row || row.takenBackAt || row.emptiedAt) throw refuse('conversations.message_not_found')
  return row
}

async function shown(tx: Database, here: Here, asked: OfMessage): Promise<Message> {
  const [message] = await shownMessages(tx, here, [await requireMessage(tx, asked)])
  if (!message) throw refuse('conversations.message_not_found')
  return message
}

/**
 * Hides a message. Nobody deletes it: whoever wrote it reads why and may ask back once, and everybody reads in the log
 * that it was done.
 *
 * @throws conversations.not_moderator · conversations.message_not_found · conversations.as_it_is
 */
export const hide = (
  deps: Deps,
  knock: Knock,
  asked: OfMessage & { reason: HideReason; sentence: string },
): Promise<Message> =>
  doing(deps, async (tx) => {
    const here = await requireLooksAfter(tx, knock, asked.groupId)
    const row = await requireMessage(tx, asked)
    const { reason, sentence, messageId } = asked
    await act(tx, here, { act: 'hidden', reason, sentence, messageId }, asked.requestId)
    const more = { reason, sentence }
    if (row.memberId)
      await tellMember(
        deps,
        tx,
        here.group,
        row.memberId,
        'conversations.hidden',
        hiddenLetter,
        more,
      )
    return shown(tx, here, asked)
  })

/** @throws conversations.not_moderator · conversations.own_message · conversations.as_it_is */
export const decideAgain = (
  deps: Deps,
  knock: Knock,
  asked: OfMessage & { show: boolean; sentence: string },
): Promise<Message> =>
  doing(deps, async (tx) => {
    const here = await requireLooksAfter(tx, knock, asked.groupId)
    const row = await requireMessage(tx, asked)
    if (isOf(here, row)) throw refuse('conversations.own_message')
    const { show, sentence, messageId } = asked
    const what = show ? 'shown-again' : 'stays-hidden'
    await act(tx, here, { act: what, sentence, messageId }, asked.requestId)
    const template = 'conversations.decided-again'
    const more = { shown: show, sentence }
    if (row.memberId)
      await tellMember(deps, tx, here.group, row.memberId, template, decidedAgainLetter, more)
    return shown(tx, here, asked)
  })

/** @throws conversations.not_yours · conversations.as_it_is where it was asked before */
export const askBack = (
  deps: Deps,
  knock: Knock,
  asked: OfMessage & { sentence: string },
): Promise<Message> =>
  doing(deps, async (tx) => {
    const here = await requireHere(tx, knock, asked.groupId)
    if (!isOf(here, await requireMessage(tx, asked))) throw refuse('conversations.not_yours')
    const { sentence, messageId } = asked
    await act(tx, here, { act: 'asked-back', sentence, messageId }, asked.requestId)
    await tellAskedBack(deps, tx, here.group)
    return shown(tx, here, asked)
  })

/** @throws conversations.thread_not_found · conversations.as_it_is */
export const setClosed = (
  deps: Deps,
  knock: Knock,
  asked: Asked & { threadId: string; closed: boolean; sentence: string },
): Promise<Thread> =>
  doing(deps, async (tx) => {
    const { groupId, threadId, closed, sentence, requestId } = asked
    const here = await requireLooksAfter(tx, knock, groupId)
    if (!(await t.threadById(tx, groupId, threadId))) throw refuse('conversations.thread_not_found')
    const what = closed ? 'thread-closed' : 'thread-opened'
    await act(tx, here, { act: what, sentence, threadId }, requestId)
    const row = await t.threadById(tx, groupId, threadId)
    if (!row) throw refuse('conversations.thread_not_found')
    return shownThread(here, row)
  })

/**
 * Writes down whom the group named, or that they no longer are.
 *
 * @throws codesign.member_not_found · conversations.two_moderators · conversations.as_it_is
 */
export async function setModerator(
  deps: Deps,
  actor: Actor,
  asked: Asked & { memberId: string; moderates: boolean; sentence: string },
) {
  const knock = { actor, deviceKey: undefined }
  const { groupId, memberId: aboutId, moderates, sentence, requestId } = asked
  await doing(deps, async (tx) => {
    const here = await requireHere(tx, knock, groupId)
    if (!here.runs) throw refuseCodesign('codesign.group_not_found')
    const now = await m.moderatorsOf(tx, groupId)
    const is = now.some((one) => one.memberId === aboutId)
    if (is === moderates) throw refuse('conversations.as_it_is')
    if (moderates && !(await memberOf(tx, groupId, aboutId)))
      throw refuseCodesign('codesign.member_not_found')
    if (moderates && now.length >= 2) throw refuse('conversations.two_moderators')
    const what = moderates ? 'moderator-named' : 'moderator-ended'
    await act(tx, here, { act: what, sentence, aboutId }, requestId)
  })
  return aboutMe(deps, knock, groupId)
}
