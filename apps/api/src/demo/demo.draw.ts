import { randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { challenges } from '../modules/challenges/challenges.table.ts'
import { groupMembers, groups } from '../modules/codesign/codesign.table.ts'
import {
  commitmentTo,
  drawn,
  type Plan,
  prepare,
  seedOf,
  sheetOf,
  textOfBox,
} from '../modules/recruitment/recruitment.lottery.rules.ts'
import { targetsOf } from '../modules/recruitment/recruitment.open.rules.ts'
import { appliedFor } from '../modules/recruitment/recruitment.pool.rules.ts'
import { numbersOf, sha256 } from '../modules/recruitment/recruitment.random.rules.ts'
import { recruitmentNames, recruitments } from '../modules/recruitment/recruitment.table.ts'
import { keptOf } from '../modules/recruitment/usecases/closing.ts'
import { type Ids, idOf, noonIn } from './demo.ids.ts'

const GROUP = {
  name: 'A break you can plan on',
  joinCode: 'amber-willow',
  rung: 'co-design' as const,
  places: 12,
  about: 'Twelve people who care for somebody look at what is tried, and say what has to change.',
  decides: 'Which evenings and weekends are tried first.',
  shapes: 'How a break is booked, and what happens when it falls through.',
  fixed: 'The budget until April.',
  answersBy: 'Ruth Marsh, for the council, within 20 working days.',
  youGet: 'Somebody to take over while you are here, your fares, and £25 an hour if you want it.',
}
const AREA = 'Where do you live?'
const SINCE = 'How long have you cared for somebody?'
const answer = (name: string, min: number, max: number, affected: number, leastServed = false) => ({
  ...{ name, min, max, affected, leastServed },
})
const CATEGORIES = [
  {
    name: AREA,
    special: false,
    features: [
      answer('Elmside', 5, 12, 45, true),
      answer('Northgate', 3, 7, 30),
      answer('Riverside', 2, 5, 25),
    ],
  },
  {
    name: SINCE,
    special: false,
    features: [answer('Less than a year', 3, 12, 30), answer('A year or longer', 3, 9, 70)],
  },
]
/** So many people said this and that, in a town where few of Elmside come forward by themselves. */
const SAID: readonly [number, string, string][] = [
  [3, 'Elmside', 'Less than a year'],
  [5, 'Elmside', 'A year or longer'],
  [4, 'Northgate', 'Less than a year'],
  [9, 'Northgate', 'A year or longer'],
  [3, 'Riverside', 'Less than a year'],
  [7, 'Riverside', 'A year or longer'],
]
const FIRST_NAMES =
  'Aisha Bev Carol Dan Efua Farida Gwen Hodan Imran Joan Kofi Lil Mo Nasra Olive Pat Qasim Rose Sade Tom Uma Viv Wendy Xia Yvonne Zahra Abdi Beth Colin Dora Eve'.split(
    ' ',
  )
const FIGURE = '3 11 19 24 38 47'

/** Every fourth came by paper or telephone, and Yusuf wrote it down. */
const writtenDown = (n: number, yusuf: string) =>
  n % 4 === 3
    ? { enteredBy: yusuf, saidBy: n % 8 === 3 ? ('paper' as const) : ('phone' as const) }
    : {}

/** People of the demo town with the numbers they drew. */
function pool() {
  const { below } = numbersOf('the demo town')
  const numbers = new Set<number>()
  const people = SAID.flatMap(([count, area, since]) =>
    Array.from({ length: count }, () => ({ [AREA]: area, [SINCE]: since })),
  )
  while (numbers.size < people.length) numbers.add(1000 + below(9000))
  return people.map((features, n) => ({ features, number: [...numbers][n] ?? 0 }))
}

/** A group that found its people by draw, a fortnight ago: everything on its page can be checked (CD7). */
export async function loadDraw(tx: Database, placeId: string, asked: Ids, persons: Ids) {
  const challengeId = idOf(asked, 'respite')
  const people = { challengeId, facilitatorId: idOf(persons, 'yusuf') }
  const [group] = await tx
    .insert(groups)
    .values({ ...GROUP, placeId, ...people, facilitatorPhone: '020 7946 0120' })
    .returning({ id: groups.id })
  if (!group) return
  await tx
    .update(challenges)
    .set({ groupsCount: sql`${challenges.groupsCount} + 1` })
    .where(eq(challenges.id, challengeId))
  const targets = targetsOf(CATEGORIES)
  const applicants = pool()
  const plan = await prepare({ seats: GROUP.places, targets, applicants })
  if (plan.way !== 'lottery') return
  const tables = [sql`recruitments`, sql`recruitment_names`, sql`group_members`]
  for (const table of tables) await tx.execute(sql`alter table ${table} disable trigger user`)
  await writeDraw(tx, { placeId, groupId: group.id, plan, applicants, persons })
  for (const table of tables) await tx.execute(sql`alter table ${table} enable trigger user`)
}

interface Drawing {
  placeId: string
  groupId: string
  plan: Extract<Plan, { way: 'lottery' }>
  applicants: ReturnType<typeof pool>
  persons: Ids
}

async function writeDraw(tx: Database, { placeId, groupId, plan, applicants, persons }: Drawing) {
  const secret = sha256('a secret of the demo town')
  const seed = seedOf(secret, FIGURE)
  const numbers = drawn(plan.box, seed)
  const targets = targetsOf(CATEGORIES)
  const came = applicants.filter(({ number }) => numbers.includes(number))
  const [row] = await tx
    .insert(recruitments)
    .values({
      ...{ placeId, groupId, state: 'confirmed', way: 'lottery', seats: GROUP.places },
      categories: CATEGORIES,
      ...{ closesAt: noonIn(-19), publicAt: noonIn(-17), closedAt: noonIn(-19) },
      publicSource: 'The six main numbers of the lottery, on the Saturday after names close',
      ...{ commitment: commitmentTo(secret), secret, seed, publicValue: FIGURE },
      ...{ box: textOfBox(plan.box), boxHash: plan.hash, sheets: plan.box.sheets.length },
      kept: keptOf(plan, targets, applicants),
      sheet: sheetOf(seed, plan.box.sheets.length),
      result: { drawn: came.length, counts: targets.map((one) => appliedFor(one, came)) },
      ...{ typedValue: FIGURE, typedBy: idOf(persons, 'yusuf'), drawnBy: idOf(persons, 'ines') },
      ...{ drawnAt: noonIn(-16), confirmedBy: idOf(persons, 'yusuf'), confirmedAt: noonIn(-15) },
      openedBy: idOf(persons, 'yusuf'),
    })
    .returning({ id: recruitments.id })
  if (!row) return
  for (const [n, { number, features }] of applicants.entries()) {
    const firstName = FIRST_NAMES[n] ?? 'Kit'
    const person = {
      ...{ placeId, firstName, contactBy: 'someone' as const, contact: `Library desk, slip ${n}` },
      ...{ language: 'en', consentVersion: '2026-11', contactHash: randomBytes(32) },
      ways: ['in-the-room' as const],
    }
    const isIn = numbers.includes(number)
    const [member] = isIn
      ? await tx
          .insert(groupMembers)
          .values({
            ...person,
            ...{ groupId, reference: `OTTER-${200 + n}`, manageHash: randomBytes(32) },
            ...{ state: 'contacted', joinedAt: noonIn(-15), contactedAt: noonIn(-14) },
          })
          .returning({ id: groupMembers.id })
      : []
    await tx.insert(recruitmentNames).values({
      ...person,
      ...{ recruitmentId: row.id, number, reference: `PLUM-${200 + n}`, answers: features },
      ...{ state: isIn ? 'drawn' : 'not-drawn', memberId: member?.id },
      ...writtenDown(n, idOf(persons, 'yusuf')),
    })
  }
  await tx.update(groups).set({ taken: came.length }).where(eq(groups.id, groupId))
}
