import { createHash, randomBytes } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { groupMembers, groupSessions, groups } from '../modules/codesign/codesign.table.ts'
import { payBatches, payExports, payLines } from '../modules/payments/payments.batches.table.ts'
import { payHours } from '../modules/payments/payments.hours.table.ts'
import { payLeavings } from '../modules/payments/payments.leaving.table.ts'
import { payAdvice, payRates, paySettings } from '../modules/payments/payments.place.table.ts'
import { payAttendance, payItems, payWays } from '../modules/payments/payments.table.ts'
import { daysAgo, type Ids, idOf } from './demo.ids.ts'

const BENCHMARK =
  'Demonstration only, after the NIHR payment guidance. Check the current table before you use it.'
const FROM = '2026-01-01'

/** Where a made-up place sends people for advice. */
const ADVICE = {
  en: 'Citizens Advice at the library looks at your situation with you, for free. Nobody here hears of it.',
  nl: 'Bij Citizens Advice in de bibliotheek kijken ze gratis met je mee. Niemand hier hoort ervan.',
}

/** What the place pays (Annex B G4): data with a source, and never more than an example. */
async function loadRules(tx: Database, placeId: string, setBy: string) {
  const rate = (what: typeof payRates.$inferInsert.what, pence: number) => ({
    ...{ placeId, what, pence, setBy },
    ...{ currency: 'GBP', fromDay: FROM, source: BENCHMARK },
  })
  await tx
    .insert(payRates)
    .values([rate('hour', 2_500), rate('half-day', 7_500), rate('day', 15_000)])
  await tx.insert(paySettings).values({
    ...{ placeId, setBy, fromDay: FROM, source: 'Demonstration: decided by the place' },
    ...{ receiptLimitPence: 1_000, vouchers: true, paysOrganisations: false },
  })
  await tx.insert(payAdvice).values(
    (['en', 'nl'] as const).map((language) => ({
      ...{ placeId, setBy, language, words: ADVICE[language] },
      ...{ link: 'https://advice.example/pay', phone: '01632 960 123' },
    })),
  )
}

const PEOPLE = [
  { firstName: 'Bilal', contactBy: 'email', contact: 'bilal@home.example', reference: 'FERN-61' },
  {
    firstName: 'Mrs Doyle',
    contactBy: 'someone',
    contact: 'Ask at the library, desk 2',
    reference: 'PLUM-23',
  },
  { firstName: 'Tariq', contactBy: 'email', contact: 'tariq@home.example', reference: 'MOSS-84' },
] as const

const VENUE = {
  venue: 'Corn Exchange rehearsal room',
  address: 'Exchange Street, Riverside',
  gettingThere: 'Bus 12 stops outside.',
  stepFree: true,
}

interface Group {
  id: string
  placeId: string
  facilitatorId: string
}

async function loadMembers(tx: Database, { id: groupId, placeId }: Group): Promise<string[]> {
  const rows = await tx
    .insert(groupMembers)
    .values(
      PEOPLE.map((one) => ({
        ...{ ...one, placeId, groupId, ways: ['in-the-room' as const], language: 'en' },
        ...{ consentVersion: '2026-11', state: 'contacted' as const, joinedAt: daysAgo(30) },
        ...{ contactHash: randomBytes(32), manageHash: randomBytes(32), contactedAt: daysAgo(28) },
      })),
    )
    .returning({ id: groupMembers.id })
  await tx.update(groups).set({ taken: PEOPLE.length }).where(eq(groups.id, groupId))
  return rows.map(({ id }) => id)
}

async function loadHeld(tx: Database, { id: groupId, placeId }: Group, days: number) {
  const startsAt = daysAgo(days)
  const endsAt = new Date(startsAt.getTime() + 2 * 3_600_000)
  const [row] = await tx
    .insert(groupSessions)
    .values({ ...VENUE, placeId, groupId, startsAt, endsAt, state: 'held', paidMinutes: 180 })
    .returning({ id: groupSessions.id })
  if (!row) throw new Error('an insert gives a row')
  return row.id
}

/** Everybody was there, and is owed what the database counts. */
async function loadOwed(tx: Database, group: Group, sessionId: string, members: string[]) {
  const { placeId, id: groupId, facilitatorId: confirmedBy } = group
  const at = { placeId, sessionId }
  await tx.insert(payAttendance).values(
    members.map((memberId) => ({
      ...{ ...at, memberId, confirmedBy, minutes: 120, preparationMinutes: 60 },
    })),
  )
  const rows = await tx
    .insert(payItems)
    .values(
      members.map((memberId) => ({
        ...{ ...at, groupId, memberId, kind: 'involvement' as const, why: 'held' as const },
        ...{ minutes: 0, preparationMinutes: 0, amountPence: 1, chooseBy: daysAgo(-2) },
      })),
    )
    .returning({ id: payItems.id, amountPence: payItems.amountPence })
  return rows
}

type Owed = Awaited<ReturnType<typeof loadOwed>>

const chooseAll = async (tx: Database, items: Owed) => {
  for (const { id, amountPence } of items)
    await tx
      .update(payItems)
      .set({
        ...{ state: 'chosen', choice: 'all', chosenPence: amountPence, chosenAt: daysAgo(0) },
        ...{ approveBy: daysAgo(-2), payBy: daysAgo(-4) },
      })
      .where(eq(payItems.id, id))
}

/** A first batch, whose money came three days after the session. */
async function loadBatch(tx: Database, { placeId }: Group, clerk: string, items: Owed) {
  await chooseAll(tx, items)
  const involvementPence = items.reduce((sum, { amountPence }) => sum + amountPence, 0)
  const [batch] = await tx
    .insert(payBatches)
    .values({
      ...{ placeId, number: 1, madeBy: clerk, madeAt: daysAgo(7), lines: items.length },
      ...{ involvementPence, expensePence: 0, currency: 'GBP' },
    })
    .returning({ id: payBatches.id })
  const batchId = batch?.id ?? ''
  for (const { id, amountPence: pence } of items) {
    await tx
      .update(payItems)
      .set({ state: 'approved', approvedBy: clerk })
      .where(eq(payItems.id, id))
    await tx
      .insert(payLines)
      .values({ placeId, batchId, itemId: id, kind: 'involvement', pence, way: 'cash' })
  }
  const checksum = createHash('sha256').update(batchId).digest('hex')
  await tx.insert(payExports).values({ placeId, batchId, number: 1, checksum, exportedBy: clerk })
  await tx
    .update(payLines)
    .set({ outcome: 'paid', outcomeAt: daysAgo(6) })
    .where(and(eq(payLines.batchId, batchId), eq(payLines.placeId, placeId)))
  for (const { id } of items)
    await tx.update(payItems).set({ state: 'paid' }).where(eq(payItems.id, id))
  await tx.execute(sql`alter table pay_items disable trigger user`)
  await tx.execute(sql`
    update pay_items set paid_at = due_at + interval '3 days' where state = 'paid' and place_id = ${placeId}`)
  await tx.execute(sql`alter table pay_items enable trigger user`)
}

/** Bilal read both papers, and an hour is put down for it: he says so, and waits for an answer (J-19). */
const loadHours = (
  tx: Database,
  { id: groupId, placeId }: Group,
  of: { sessionId: string; memberId: string },
) =>
  tx.insert(payHours).values({
    ...{ ...of, placeId, groupId, minutes: 120, preparationMinutes: 105, dueAt: daysAgo(-3) },
    words: 'I read both papers, not one.',
  })

/** Somebody who has left with money owed: it goes where they said, to a charity (§4.2). */
async function loadWhoLeaves(tx: Database, group: Group, sessionId: string) {
  const { placeId, id: groupId } = group
  const [who] = await tx
    .insert(groupMembers)
    .values({
      ...{ placeId, groupId, firstName: 'Rose', contactBy: 'someone', contact: 'Ask next door' },
      ...{ reference: 'REED-47', ways: ['in-the-room'], language: 'en', consentVersion: '2026-11' },
      ...{ state: 'contacted', joinedAt: daysAgo(20), contactedAt: daysAgo(18) },
      ...{ contactHash: randomBytes(32), manageHash: randomBytes(32) },
    })
    .returning({ id: groupMembers.id })
  const memberId = who?.id ?? ''
  const owed = await loadOwed(tx, group, sessionId, [memberId])
  const charityName = 'Riverside Foodbank'
  await tx.insert(payLeavings).values({ placeId, memberId, choice: 'charity', charityName })
  await chooseAll(tx, owed)
  await tx
    .update(payItems)
    .set({ choice: 'charity', charityName })
    .where(eq(payItems.memberId, memberId))
  const blank = { firstName: '', contact: '', organisation: '', contactHash: Buffer.alloc(0) }
  await tx
    .update(groupMembers)
    .set({ ...blank, personId: null, wordsHash: null, state: 'left', leftAt: daysAgo(1) })
    .where(eq(groupMembers.id, memberId))
}

/**
 * Pay in the demo: one session paid, one waiting for choices, hours that are not right, somebody who has left, and a session of
 * which nobody has said who was there (CD4).
 */
export async function loadPayments(tx: Database, placeId: string, persons: Ids): Promise<void> {
  await loadRules(tx, placeId, idOf(persons, 'joan'))
  const [group] = await tx
    .select({ id: groups.id, placeId: groups.placeId, facilitatorId: groups.facilitatorId })
    .from(groups)
    .where(and(eq(groups.placeId, placeId), eq(groups.name, 'Evenings in the hall')))
  if (!group) throw new Error('the group is loaded before its pay')
  const members = await loadMembers(tx, group)
  await tx
    .insert(payWays)
    .values(members.map((memberId) => ({ placeId, memberId, way: 'cash' as const })))
  const first = await loadOwed(tx, group, await loadHeld(tx, group, 10), members)
  await loadBatch(tx, group, idOf(persons, 'cleo'), first)
  const lately = await loadHeld(tx, group, 2)
  await loadWhoLeaves(tx, group, lately)
  const second = await loadOwed(tx, group, lately, members)
  await chooseAll(tx, second.slice(2))
  await loadHours(tx, group, { sessionId: lately, memberId: members[0] ?? '' })
  await loadHeld(tx, group, 1)
}
