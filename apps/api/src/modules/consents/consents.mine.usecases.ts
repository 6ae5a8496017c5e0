import type { Consent, Look, Purpose } from '@howcanwe/shared/consents'
import { type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { record } from '../audit/index.ts'
import { dropFormats, dropPhone } from '../identity/index.ts'
import { destroy } from '../vault/index.ts'
import { refuse } from './consents.errors.ts'
import * as q from './consents.queries.ts'
import { effectOf, languageOf } from './consents.rules.ts'

/** A place in a group under an address that the person has proven theirs. */
export interface PlaceTaken {
  memberId: string
  group: { id: string; name: string }
}

/** What lives further right in the line of modules; the app hands it in. */
export interface ConsentHands {
  placesUnder(db: Database, personId: string): Promise<PlaceTaken[]>
  organisationsOf(db: Database, personId: string): Promise<{ id: string; name: string }[]>
  /** What they said aloud, which lies in the vault under a row of its own. */
  voicesOf(db: Database, personId: string): Promise<{ id: string; about: string }[]>
  /** Leaves as its slip would, and ends the consents of the place. */
  leaveGroup(tx: Database, memberId: string, requestId: string): Promise<void>
  /** Nobody acts for the person by this any more. */
  endSupport(
    tx: Database,
    which: { supportId: string; personId: string; requestId: string },
  ): Promise<void>
}

/** The person and their places without an account: everything that is theirs in the ledger and the vault. */
async function subjectsOf(db: Database, hands: ConsentHands, personId: string) {
  const places = await hands.placesUnder(db, personId)
  const voices = await hands.voicesOf(db, personId)
  return {
    ids: [personId, ...places.map((p) => p.memberId)],
    voiceIds: voices.map((v) => v.id),
    aboutOf: new Map([
      ...places.map(({ memberId, group }): [string, string] => [memberId, group.name]),
      ...voices.map(({ id, about }): [string, string] => [id, about]),
    ]),
  }
}

async function namesFor(db: Database, hands: ConsentHands, personId: string) {
  const own = await subjectsOf(db, hands, personId)
  const organisations = await hands.organisationsOf(db, personId)
  return { ...own, organisation: new Map(organisations.map((o) => [o.id, o.name])) }
}
type Names = Awaited<ReturnType<typeof namesFor>>

const shown = (row: q.ConsentRow, names: Names, language: string): Consent => ({
  id: row.id,
  purpose: row.purpose,
  about: names.aboutOf.get(row.subjectId) ?? names.organisation.get(row.aboutId ?? '') ?? null,
  wording: row.wording,
  version: row.wordingVersion,
  language: row.language,
  givenAt: row.givenAt,
  withdrawnAt: row.withdrawnAt,
  withdrawing: effectOf(row, languageOf(language)),
})

/** What a person agreed to, and who opened what they said in confidence: when, who, what kind; never what it says. */
export async function ledgerOf(
  db: Database,
  hands: ConsentHands,
  actor: Actor,
): Promise<{ consents: Consent[]; looks: Look[] }> {
  const names = await namesFor(db, hands, actor.personId)
  const [rows, looks] = await Promise.all([
    q.consentsOf(db, names.ids),
    q.looksAt(db, [...names.ids, ...names.voiceIds]),
  ])
  return {
    consents: rows.map((row) => shown(row, names, actor.language)),
    looks: looks.map(({ readerId, subjectId, ...look }) => ({
      ...look,
      byMe: readerId === actor.personId,
      about: names.aboutOf.get(subjectId) ?? null,
    })),
  }
}

/** What follows from taking back a consent (PE5): done in the same transaction, not promised. */
const EFFECTS: Record<
  Purpose,
  ((tx: Database, row: q.ConsentRow, given: Given) => Promise<void>) | undefined
> = {
  'take-part': (tx, row, { hands, requestId }) => hands.leaveGroup(tx, row.subjectId, requestId),
  // Where money goes is no need, and stays as it was.
  'access-needs': (tx, row) => destroy(tx, row.subjectId, 'payments.way'),
  phone: (tx, row) => dropPhone(tx, row.subjectId),
  formats: (tx, row) => dropFormats(tx, row.subjectId),
  supporter: async (tx, row, { hands, requestId }) => {
    const which = { supportId: row.aboutId ?? '', personId: row.subjectId, requestId }
    if (row.aboutId) await hands.endSupport(tx, which)
  },
  declaration: undefined,
  // The database deletes these answers with the consent (HW170).
  'draw-special': async () => undefined,
}

interface Given {
  consentId: string
  requestId: string
  hands: ConsentHands
}

/**
 * Takes one consent back and does what that means. Twice is fine.
 *
 * @throws consents.not_found · consents.nothing_to_withdraw
 */
export async function withdraw(deps: Deps, actor: Actor, given: Given): Promise<Consent> {
  return inTransaction(deps.db, async (tx) => {
    const names = await namesFor(tx, given.hands, actor.personId)
    const row = await q.consentById(tx, given.consentId, names.ids)
    if (!row) throw refuse('consents.not_found')
    const effect = EFFECTS[row.purpose]
    if (!effect) throw refuse('consents.nothing_to_withdraw')
    if (row.withdrawnAt) return shown(row, names, actor.language)
    const subject = { kind: row.subjectKind, id: row.subjectId }
    await q.markWithdrawn(tx, subject, row.purpose, row.aboutId ?? undefined)
    await effect(tx, row, given)
    await record(tx, {
      placeId: row.placeId,
      // A place taken without an account stays without one, in the trail too.
      actorId: row.subjectKind === 'person' ? actor.personId : null,
      action: 'consents.withdrawn',
      subject: { kind: 'consent', id: row.id },
      after: { purpose: row.purpose },
      requestId: given.requestId,
    })
    const after = await q.consentById(tx, row.id, [row.subjectId])
    return shown(after ?? row, names, actor.language)
  })
}
