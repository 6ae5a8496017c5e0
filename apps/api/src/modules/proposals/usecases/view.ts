import type { DeskProposal, Proposal, Similar } from '@howcanwe/shared/proposals'
import { type Database, inTurn } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { checkFraming } from '../../framing/index.ts'
import { refuse } from '../proposals.errors.ts'
import { answersHere, brokersHere, electedHere } from '../proposals.policy.ts'
import { isOpen, isPublic, shownPeople } from '../proposals.rules.ts'
import * as q from '../queries/proposals.queries.ts'

/** As they wish to be named, or null for "a resident", which everybody becomes who is forgotten. */
export const nameOf = (of: Pick<q.Row, 'firstName' | 'shownAs' | 'erasedAt'>): string | null =>
  of.erasedAt || of.shownAs === 'a-resident' || of.firstName === '' ? null : of.firstName

export const shownSimilar = (row: { people: number } & Omit<Similar, 'people'>): Similar => ({
  ...row,
  people: shownPeople(row.people),
})

const answerOf = (row: q.Row): Proposal['answer'] =>
  row.answeredAt && (row.state === 'adopted' || row.state === 'no' || row.state === 'not-now')
    ? {
        kind: row.state,
        by: row.answererName ?? '',
        organisation: row.answererBody ?? '',
        reasons: row.reasons ?? '',
        nextStep: row.nextStep ?? '',
        at: row.answeredAt,
        challengeSlug: row.challengeSlug,
      }
    : null

/** Rows of public questions as everybody reads them, in the order given. */
export async function shownAll(db: Database, rows: readonly q.Row[]): Promise<Proposal[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const askers = await q.askersOf(db, ids)
  const sheets = await q.sheetsOf(db, ids)
  const sponsors = await q.sponsorsOf(db, ids)
  const into = await joinedTo(db, rows)
  return rows.flatMap((row) => {
    if (!isPublic(row.state) || !row.publishedAt) return []
    const own = <T extends { rootId: string }>(all: readonly T[]) =>
      all.filter((one) => one.rootId === row.id)
    return [
      {
        ...row,
        state: row.state,
        publishedAt: row.publishedAt,
        askedBy: own(askers).map(nameOf),
        support: {
          people: shownPeople(row.people),
          needed: row.needed,
          sheets: own(sheets).map((s) => ({ people: shownPeople(s.people), heldBy: s.heldBy })),
        },
        sponsors: own(sponsors).map(({ rootId: _, name, ...s }) => ({ ...s, name: name ?? '' })),
        answer: answerOf(row),
        joinedInto: into.get(row.joinedInto ?? '') ?? null,
      },
    ]
  })
}

async function joinedTo(db: Database, rows: readonly q.Row[]) {
  const ids = rows.flatMap((row) => row.joinedInto ?? [])
  const all = await inTurn(ids, (id) => q.byId(db, id))
  return new Map(
    all.flatMap((r) => (r ? [[r.id, { id: r.id, question: r.question }] as const] : [])),
  )
}

/** @throws proposals.not_found also for one nobody has read yet */
export async function shownOne(db: Database, id: string): Promise<Proposal> {
  const row = await q.byId(db, id)
  const [shown] = row ? await shownAll(db, [row]) : []
  if (!shown) throw refuse('proposals.not_found')
  return shown
}

function mayDo(actor: Actor, row: q.Row): DeskProposal['can'] {
  const isBroker = brokersHere(actor, row.placeId)
  const open = isOpen(row.state)
  return {
    read: isBroker && row.state === 'to-read',
    join: isBroker && open,
    addSupport: isBroker && open,
    sponsor: open && electedHere(actor, row.placeId),
    answer: open && answersHere(actor, row.placeId),
  }
}

/** One as its desk reads it: contacts for brokers, who ring; for nobody else. */
export async function onDesk(db: Database, actor: Actor, row: q.Row): Promise<DeskProposal> {
  const isBroker = brokersHere(actor, row.placeId)
  const sponsors = await q.sponsorsOf(db, [row.id])
  const near =
    row.state === 'to-read' || isOpen(row.state)
      ? await q.nearTo(db, { ...row, except: row.id, hidden: isBroker })
      : []
  return {
    ...row,
    askedAt: row.createdAt,
    asker:
      isBroker && !row.erasedAt
        ? { firstName: row.firstName, contactBy: row.contactBy, contact: row.contact }
        : null,
    typedBy: row.typistName,
    sponsors: sponsors.map((s) => [s.name, s.organisation].filter(Boolean).join(', ')),
    answeredBy: row.answererName,
    notes: checkFraming({
      question: row.question,
      language: row.language === 'nl' ? 'nl' : 'en',
    }),
    similar: near.map(shownSimilar),
    can: mayDo(actor, row),
  }
}
