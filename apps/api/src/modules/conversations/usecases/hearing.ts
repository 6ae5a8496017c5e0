import { inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { groupById, type Knock, memberOf } from '../../codesign/index.ts'
import { refuse } from '../conversations.errors.ts'
import { newMessagesLetter } from '../conversations.words.ts'
import * as q from '../queries/hearing.queries.ts'
import { takeDueReport } from '../queries/reports.queries.ts'
import { aboutMe, requireHere } from './here.ts'
import { tellMember, tellReported } from './letters.ts'

/** @throws codesign.no_place_here · conversations.no_address */
export async function hear(
  deps: Deps,
  knock: Knock,
  { groupId, daily }: { groupId: string; daily: boolean },
) {
  const now = await aboutMe(deps, knock, groupId)
  const { voice } = await requireHere(deps.db, knock, groupId)
  if (!now.hearing || !voice) throw refuse('conversations.no_address')
  await q.setHearing(deps.db, voice.memberId, daily)
  return aboutMe(deps, knock, groupId)
}

type Needs = Pick<Deps, 'db' | 'config'>

/** Tells one member what is new, once a day; and whoever runs a group that a report is to be answered today. */
export async function keepConversations(deps: Needs): Promise<boolean> {
  return (await tellNext(deps)) || (await remindNext(deps))
}

const tellNext = (deps: Needs): Promise<boolean> =>
  inTransaction(deps.db, async (tx) => {
    const due = await q.takeDue(tx)
    const group = due && (await groupById(tx, due.groupId))
    const member = due && (await memberOf(tx, due.groupId, due.memberId))
    if (!due || !group || !member) return false
    await q.told(tx, member.id, member.contactBy)
    const more = { count: due.news }
    await tellMember(deps, tx, group, member.id, 'conversations.new', newMessagesLetter, more)
    return true
  })

const remindNext = (deps: Needs): Promise<boolean> =>
  inTransaction(deps.db, async (tx) => {
    const due = await takeDueReport(tx)
    const group = due && (await groupById(tx, due.groupId))
    if (group) await tellReported(deps, tx, group, { late: true })
    return due !== undefined
  })
