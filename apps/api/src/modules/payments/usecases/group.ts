import type { ActionOf } from '@howcanwe/shared/audit'
import type { Received } from '@howcanwe/shared/http'
import type { GroupItem, GroupPay, paymentsContract } from '@howcanwe/shared/payments'
import type { Database } from '../../../db/database.ts'
import { inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { type MemberRow, memberReach, membersOf, requireOwnGroup } from '../../codesign/index.ts'
import { calendarOf, requirePlace } from '../../places/index.ts'
import { refuse } from '../payments.errors.ts'
import { figuresOf, isPaidHere, wasThen } from '../payments.rules.ts'
import * as q from '../queries/items.queries.ts'
import { leftSince } from '../queries/leaving.queries.ts'
import { ratesToday } from '../queries/rules.queries.ts'
import * as sessions from '../queries/sessions.queries.ts'
import { claimableIn, settingsToday, writeChoice } from './own.ts'
import { shownGroupItem, wayOut } from './view.ts'

/** M26 and M30 of a group or a place, with the counts behind them. */
export async function figuresFor(
  db: Database,
  placeId: string,
  of: { groupId: string } | { placeId: string },
) {
  const calendar = await calendarOf(db, placeId)
  return figuresOf(calendar, await sessions.paidFacts(db, of), await sessions.hourFacts(db, of))
}

const HELD = ['held', 'notes-shared', 'paid', 'closed']

/** Over, or cancelled so late that it is paid all the same; null for what is not paid. */
function payStateOf(s: sessions.SessionRow, now: Date): 'held' | 'cancelled-late' | null {
  if (s.state === 'cancelled') return s.cancelledLate ? 'cancelled-late' : null
  return HELD.includes(s.state) || s.endsAt <= now ? 'held' : null
}

interface Known {
  members: readonly MemberRow[]
  left: readonly MemberRow[]
  attended: Awaited<ReturnType<typeof sessions.attendanceOf>>
  replies: Map<string, boolean>
  came: Map<string, boolean>
  paysOrganisations: boolean
}

function peopleAt(session: sessions.SessionRow, known: Known) {
  const there = new Map(
    known.attended.filter((a) => a.sessionId === session.id).map((a) => [a.memberId, a]),
  )
  const left = known.left.filter((m) => wasThen(m, session))
  return [...known.members, ...left].map((m) => ({
    memberId: m.id,
    firstName: m.firstName,
    reference: m.reference,
    left: m.state === 'left',
    bloc: m.bloc,
    paid: isPaidHere(m.bloc, known.paysOrganisations),
    minutes: there.get(m.id)?.minutes ?? null,
    preparationMinutes: there.get(m.id)?.preparationMinutes ?? null,
    comes: known.replies.get(`${session.id}/${m.id}`) ?? null,
    came: known.came.get(`${session.id}/${m.id}`) ?? null,
  }))
}

/** How long a session is, and what of the paid time is for getting ready. */
export function minutesOf({ startsAt, endsAt, paidMinutes }: sessions.SessionRow) {
  const length = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000)
  return { minutes: length, preparationMinutes: Math.max(0, paidMinutes - length) }
}

const OPEN: readonly string[] = ['due', 'failed']

/** What whoever no letter reaches has not said yet: what should become of their pay, or how it reaches them. */
function waitsOf({ id }: MemberRow, items: readonly q.FullItem[]) {
  const own = items.filter((i) => i.memberId === id)
  return {
    choice: own.some((i) => OPEN.includes(i.state)),
    way: own.some((i) => i.way === null && [...OPEN, 'chosen'].includes(i.state) && !wayOut(i)),
  }
}

/** Pay in a group, for whoever runs it. @throws codesign.group_not_found */
export async function groupPay(deps: Deps, actor: Actor, groupId: string): Promise<GroupPay> {
  const { db } = deps
  const group = await requireOwnGroup(db, actor, groupId)
  const now = await q.databaseNow(db)
  const settings = await settingsToday(db, group.placeId)
  const rates = await ratesToday(db, group.placeId)
  const members = await membersOf(db, groupId)
  const items = await q.itemsOfGroup(db, groupId)
  const known = {
    members,
    left: await leftSince(db, groupId),
    attended: await sessions.attendanceOf(db, groupId),
    replies: await sessions.repliesOf(db, groupId),
    came: await sessions.cameTo(db, groupId),
    paysOrganisations: settings.paysOrganisations,
  }
  const { currency, timeZone } = await requirePlace(db, group.placeId)
  const people = members.filter((m) => isPaidHere(m.bloc, settings.paysOrganisations))
  return {
    group: { id: group.id, name: group.name },
    sessions: (await sessions.sessionsOf(db, groupId)).flatMap((s) => {
      const state = payStateOf(s, now)
      if (!state) return []
      const people = peopleAt(s, known)
      const confirmed = people.some((p) => p.minutes !== null)
      const { id, startsAt, venue } = s
      return [{ id, startsAt, venue, state, ...minutesOf(s), confirmed, people }]
    }),
    items: items.map((item) => shownGroupItem(item, now)),
    ring: members
      .filter((m) => memberReach(deps, group, m) === undefined)
      .map((m) => ({
        memberId: m.id,
        firstName: m.firstName,
        contact: m.contact,
        ...waitsOf(m, items),
      }))
      .filter((m) => m.choice || m.way),
    currency,
    hasRates: rates.has('hour'),
    dayRates: (['half-day', 'day'] as const).filter((what) => rates.has(what)),
    vouchers: settings.vouchers,
    claims: {
      people: people.map(({ id, firstName, reference }) => ({ id, firstName, reference })),
      sessions: await claimableIn(db, groupId, { timeZone, now }),
      receiptLimitPence: settings.receiptLimitPence,
    },
    figures: await figuresFor(db, group.placeId, { groupId }),
  }
}

export interface GroupAsk {
  actor: Actor
  groupId: string
  itemId: string
  requestId: string
}

/** An item of a group that this actor runs, and which is not for themselves. */
async function itemHere(tx: Database, { actor, groupId, itemId }: GroupAsk) {
  const group = await requireOwnGroup(tx, actor, groupId)
  const item = await q.lockItem(tx, itemId)
  if (!item || item.groupId !== group.id) throw refuse('payments.item_not_found')
  const mine = (await membersOf(tx, groupId)).find((m) => m.personId === actor.personId)
  if (mine?.id === item.memberId) throw refuse('payments.own_item')
  return item
}

const noted = (
  tx: Database,
  ask: GroupAsk,
  item: q.Item,
  action: `payments.${ActionOf<'payments'>}`,
) =>
  record(tx, {
    placeId: item.placeId,
    actorId: ask.actor.personId,
    action,
    subject: { kind: 'pay_item', id: item.id },
    requestId: ask.requestId,
  })

/** @throws codesign.group_not_found · payments.item_not_found · payments.own_item */
export async function confirmItem(deps: Deps, ask: GroupAsk): Promise<GroupItem> {
  return inTransaction(deps.db, async (tx) => {
    const item = await itemHere(tx, ask)
    const now = await q.databaseNow(tx)
    if (!item.confirmedAt) {
      await q.changeItem(tx, item.id, { confirmedAt: now, confirmedBy: ask.actor.personId })
      await noted(tx, ask, item, 'payments.confirmed')
    }
    return shownGroupItem(await q.fullItem(tx, item.id), now)
  })
}

/**
 * Writes a choice down that somebody said, read back to them. Never bank details: those are typed by whoever they belong
 * to, or the money is handed over.
 *
 * @throws codesign.group_not_found · payments.item_not_found · payments.own_item and what `writeChoice` refuses
 */
export async function chooseFor(
  deps: Deps,
  ask: GroupAsk,
  { saidBy, readBack: _, ...said }: Received<typeof paymentsContract.chooseFor>['body'],
): Promise<GroupItem> {
  return inTransaction(deps.db, async (tx) => {
    const item = await itemHere(tx, ask)
    const by = { enteredBy: ask.actor.personId, saidBy }
    const after = await writeChoice(tx, item, said, by)
    await noted(tx, ask, item, 'payments.choice-written-down')
    return shownGroupItem(after, await q.databaseNow(tx))
  })
}
