import { PROPOSAL_WORDING } from '@howcanwe/shared/proposals'
import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Database } from '../db/database.ts'
import { hashOf, newToken } from '../modules/identity/index.ts'
import * as q from '../modules/proposals/queries/proposals.queries.ts'
import * as supports from '../modules/proposals/queries/supports.queries.ts'
import { daysAgo, type Ids, idOf } from './demo.ids.ts'

interface Asked {
  reference: string
  question: string
  story: string
  area: string
  whereAbouts: string
  affected: string
  firstName: string
  shownAs?: 'first-name' | 'a-resident'
  /** Told to Ines on the telephone, who typed it. */
  typed?: boolean
  askedDaysAgo: number
  /** Others who stand behind it. */
  behind: number
  sheet?: [people: number, heldBy: string]
  sponsor?: string
  becomes?: 'adopted' | 'not-now'
}

const DAY_MS = 86_400_000

/** Questions residents put on the table (CH9), at five points of their way. The first is Mr Okafor's (J-05, Annex D). */
const ASKED: readonly Asked[] = [
  {
    reference: 'PLUM-47',
    question: 'How can we wait for medicine without losing half a day?',
    story:
      'I stand at the pharmacy from nine until half past eleven. There is one chair. I lip-read, so I do not hear when they call my name, and then I am at the end again.',
    area: 'Elmside',
    whereAbouts: 'The pharmacy on Mill Street',
    affected: 'Older people, and parents with small children',
    ...{ firstName: 'Samuel', typed: true, askedDaysAgo: 70, behind: 13 },
    sponsor: 'I hear it at every surgery I hold in Elmside.',
    becomes: 'adopted',
  },
  {
    reference: 'WILLOW-63',
    question: 'How can we cross Mill Lane safely when school comes out?',
    story:
      'At ten past three there are two hundred children and vans that want to turn. I have three hands to hold and two hands.',
    area: 'Mill Lane',
    whereAbouts: 'By the bakery',
    affected: 'Children, and whoever fetches them',
    ...{ firstName: 'Kayleigh', askedDaysAgo: 12, behind: 6 },
  },
  {
    reference: 'KETTLE-28',
    question: 'How can we sit down on the way from the bus to the clinic?',
    story:
      'It is six hundred metres uphill and there is not one bench. My mother stays at home when nobody can drive her.',
    area: 'Elmside',
    whereAbouts: 'From the bus stop to the clinic',
    affected: 'People who cannot walk far',
    ...{ firstName: 'Anita', shownAs: 'a-resident', askedDaysAgo: 20, behind: 8 },
    sheet: [11, 'Elmside library'],
  },
  {
    reference: 'ROBIN-91',
    question: 'How can we be warm somewhere on Sundays without buying anything?',
    story:
      'On Sundays the library is shut and the café wants you to order. I sit on the number 12 until it turns round.',
    area: 'Northgate',
    whereAbouts: '',
    affected: 'People who live alone, or in one room',
    ...{ firstName: 'Derek', typed: true, askedDaysAgo: 55, behind: 16 },
    becomes: 'not-now',
  },
  {
    reference: 'OTTER-35',
    question: 'How can we keep the football field dry enough to play on?',
    story:
      'From November to March we play on two Saturdays out of ten. The small ones stop coming.',
    area: 'Northgate',
    whereAbouts: 'Behind the leisure centre',
    affected: 'Children and young people',
    ...{ firstName: 'Lena', askedDaysAgo: 1, behind: 0 },
  },
]

interface Of {
  areas: Ids
  persons: Ids
  bodies: Ids
  asked: Ids
}

/** Through the same guards as in any place; only the days are moved back. */
export async function loadProposals(tx: Database, placeId: string, of: Of): Promise<void> {
  for (const one of ASKED) {
    const id = v7()
    await put(tx, placeId, id, one, of)
    if (one.askedDaysAgo > 1) await bring(tx, placeId, id, one, of)
    await letPass(tx, id, one.askedDaysAgo)
  }
}

async function put(tx: Database, placeId: string, id: string, one: Asked, of: Of): Promise<void> {
  const { reference, question, story, whereAbouts, affected, firstName } = one
  await q.put(tx, {
    ...{ id, placeId, reference, question, story, whereAbouts, affected, firstName },
    ...{ areaId: idOf(of.areas, one.area), language: 'en', shownAs: one.shownAs ?? 'first-name' },
    ...{ contactBy: 'email', contact: `${firstName.toLowerCase()}@residents.example` },
    ...{ contactHash: hashOf(id), manageHash: hashOf(newToken()), wording: PROPOSAL_WORDING },
    typedBy: one.typed ? idOf(of.persons, 'ines') : null,
    readBy: new Date(Date.now() + 3 * DAY_MS),
  })
}

/** Read by Ines, supported, sponsored, answered: as far as it has come. */
async function bring(tx: Database, placeId: string, id: string, one: Asked, of: Of): Promise<void> {
  const ines = idOf(of.persons, 'ines')
  const at = await q.now(tx)
  await q.change(tx, id, {
    ...{ state: 'gathering', readerId: ines, readAt: at, publishedAt: at },
    gatherUntil: new Date(Date.now() + 30 * DAY_MS),
  })
  for (let n = 0; n < one.behind; n++) await standBehind(tx, placeId, id, n)
  if (one.sheet) {
    const [people, heldBy] = one.sheet
    await supports.addSheet(tx, { placeId, proposalId: id, people, heldBy, typedBy: ines })
  }
  if (one.sponsor)
    await supports.addSponsor(tx, {
      ...{ placeId, proposalId: id, personId: idOf(of.persons, 'maya') },
      ...{ organisationId: null, because: one.sponsor },
    })
  const row = await q.byId(tx, id)
  if (row?.isBacked)
    await q.change(tx, id, {
      ...{ state: 'answering', answerBy: new Date(Date.now() + 26 * DAY_MS) },
    })
  if (one.becomes) await answer(tx, id, one.becomes, of)
}

async function standBehind(tx: Database, placeId: string, proposalId: string, n: number) {
  const id = v7()
  await supports.put(tx, {
    ...{ id, placeId, proposalId, firstName: 'Neighbour', contactBy: 'email', language: 'en' },
    ...{ contact: `neighbour-${n}@residents.example`, contactHash: hashOf(`${proposalId} ${n}`) },
    ...{ tokenHash: hashOf(newToken()), wording: PROPOSAL_WORDING },
  })
  await supports.confirm(tx, id)
}

async function answer(tx: Database, id: string, then: 'adopted' | 'not-now', of: Of) {
  if (then === 'adopted') {
    const challengeId = idOf(of.asked, 'medicine')
    await q.change(tx, id, {
      ...{ state: 'adopted', answeredAt: await q.now(tx), challengeId },
      ...{ answeredBy: idOf(of.persons, 'grace'), answeredFor: idOf(of.bodies, 'health') },
    })
    // They were written to about each step while it was a draft.
    await tx.execute(
      sql`update challenge_co_authors set told_state = 'open' where challenge_id = ${challengeId}`,
    )
    return
  }
  await q.change(tx, id, {
    ...{ state: 'not-now', answeredAt: await q.now(tx) },
    ...{ answeredBy: idOf(of.persons, 'ruth'), answeredFor: idOf(of.bodies, 'council') },
    reasons:
      'The library’s hours are set until April, and staff cannot be asked to work a seventh day. There is no budget line for heating another hall this winter.',
    nextStep:
      'Ruth Marsh puts Sunday opening into the library plan of April, and Ines Carvalho asks three churches for a warm room before then.',
  })
}

/** Lets so many days have passed: only whoever owns the tables can, by lifting the guards meanwhile. */
async function letPass(tx: Database, id: string, days: number): Promise<void> {
  const since = daysAgo(days)
  const earlier = (columns: readonly string[], by: number) =>
    sql.raw(columns.map((c) => `${c} = ${c} - interval '${by} days'`).join(', '))
  await tx.execute(sql`alter table proposals disable trigger user`)
  await tx.execute(sql`
    update proposals set created_at = ${since}, ${earlier(['read_by', 'published_at', 'read_at', 'gather_until'], Math.max(0, days - 1))},
      ${earlier(['backed_at', 'answer_by'], Math.max(0, days - 6))}, ${earlier(['answered_at'], Math.max(0, days - 24))}
    where id = ${id}`)
  await tx.execute(sql`alter table proposals enable trigger user`)
}
