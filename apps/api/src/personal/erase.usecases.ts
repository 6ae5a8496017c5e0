import type { ActionOf } from '@howcanwe/shared/audit'
import type { Erasure } from '@howcanwe/shared/identity'
import type { Config } from '../config.ts'
import { type Database, inTransaction } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { refuse as refuseRequest } from '../http/app-error.ts'
import { record } from '../modules/audit/index.ts'
import { leaveAs, placesUnder } from '../modules/codesign/index.ts'
import { endConsents } from '../modules/consents/index.ts'
import { leaveBook } from '../modules/contacts/index.ts'
import { emptyWordsOf } from '../modules/conversations/index.ts'
import {
  erasedLetter,
  type Here,
  lockPerson,
  person,
  reachOf,
  refuseIdentity,
} from '../modules/identity/index.ts'
import { enqueue, type Letter, wordsIn } from '../modules/notifications/index.ts'
import { endSupportsOf } from '../modules/supporters/index.ts'
import { destroy } from '../modules/vault/index.ts'
import * as q from './erase.queries.ts'
import { type Who, whoOf } from './held.who.ts'
import { NOBODY } from './personal.rules.ts'

const REFUSED = {
  challenge: 'identity.still_commissioner',
  protection: 'identity.still_keeper',
  organisation: 'identity.still_lead',
  group: 'identity.still_facilitator',
  role: 'identity.still_needed',
} as const

/** What erasing would end, and what stands in its way: read before anybody types the word. */
export async function erasureOf(db: Database, personId: string): Promise<Erasure> {
  const row = await person(db, personId)
  if (!row) throw refuseRequest('auth.required')
  const groups = await placesUnder(db, personId)
  return {
    blockers: await q.blockersOf(db, personId),
    organisationsThatEnd: (await q.onlyMine(db, personId)).map((o) => o.name),
    groupsLeft: groups.map((g) => g.group.name),
  }
}

interface Asked {
  personId: string
  requestId: string
  here: Here
}

/**
 * Erases somebody (`product-spec.md` §2.2): name, contact, sessions, places, needs and drafts go; decisions, totals
 * and the trail stay and point at "a resident". All of it or nothing.
 *
 * @throws identity.still_commissioner · identity.still_keeper · identity.still_lead · identity.still_facilitator ·
 *   identity.still_needed
 */
export async function erase(deps: Deps, asked: Asked): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const row = await lockPerson(tx, asked.personId)
    if (!row) throw refuseRequest('auth.required')
    const [blocker] = await q.blockersOf(tx, row.id)
    if (blocker) throw refuseIdentity(REFUSED[blocker.kind])
    const { here } = asked
    await eraseHeld(deps, tx, row, {
      asked: true,
      actorId: row.id,
      action: 'identity.erased',
      placeId: here.id,
      letter: (language) =>
        wordsIn(erasedLetter, language, { place: here.name, contact: here.contact }),
      requestId: asked.requestId,
    })
  })
}

/** What erasing leans on: the address in letters to those who stay, and the key by which books know who asked. */
export interface Needs {
  config: Pick<Config, 'origin' | 'vaultKey'>
}

/** Who or what erases somebody, and what they are told last. */
interface Cause {
  /** They asked for it; of whom the clock lets go, nothing is kept, also not that a book may not have them. */
  asked: boolean
  /** Null where it is the clock, or whoever runs the service for somebody who asked. */
  actorId: string | null
  action: `identity.${ActionOf<'identity'>}`
  /** The place that writes to them. */
  placeId: string | null
  letter: (language: string) => Letter
  requestId?: string
}

/** All that erasing is, of somebody whose row the caller holds and on whom nobody counts. */
export async function eraseHeld(
  deps: Needs,
  tx: Database,
  row: NonNullable<Awaited<ReturnType<typeof lockPerson>>>,
  { asked, actorId, action, placeId, letter, ...request }: Cause,
): Promise<void> {
  const who = whoOf(row)
  const after = await endAll(deps, tx, who, asked)
  await q.blankPerson(tx, row.id, NOBODY[row.language === 'nl' ? 'nl' : 'en'])
  // One last email or text, so that whoever did not ask for this hears of it.
  const to = reachOf(row)
  if (to)
    await enqueue(tx, {
      placeId,
      to,
      template: 'identity.erased',
      letter: letter(row.language),
    })
  await record(tx, {
    placeId: null,
    actorId,
    action,
    subject: { kind: 'person', id: row.id },
    after,
    ...request,
  })
}

/** Places, organisations, links, needs, consents and letters: says how many of the first two. */
async function endAll(deps: Needs, tx: Database, who: Who, asked: boolean) {
  const { id, email } = who
  await q.takeOutOfDraws(tx, id)
  const places = await placesUnder(tx, id)
  await emptyWordsOf(tx, { personId: id, memberIds: places.map(({ memberId }) => memberId) })
  // Without the number of this request: it stands beside their id below, and would say whose places these were.
  for (const { memberId } of places) await leaveAs(deps, tx, memberId)
  const ending = (await q.onlyMine(tx, id)).map((o) => o.id)
  await q.endOrganisations(tx, ending)
  await q.handOnOrganisations(tx, who)
  await q.dropVoice(tx, id)
  await q.dropProposals(tx, who)
  const called = NOBODY[who.language === 'nl' ? 'nl' : 'en']
  await endSupportsOf(deps, tx, { id, ways: [email, who.phone], called })
  await q.dropLinks(tx, who)
  await leaveBooks(deps, tx, who, asked)
  await destroy(tx, id)
  await endConsents(tx, { kind: 'person', id })
  await q.dropLetters(tx, who)
  return { organisationsEnded: ending.length, groupsLeft: places.length }
}

async function leaveBooks(deps: Needs, tx: Database, who: Who, asked: boolean): Promise<void> {
  const entries = await q.dropFromBooks(tx, who)
  if (!asked) return
  const own = { email: who.email || null, phone: who.phone || null }
  for (const { placeId, ...entry } of entries) await leaveBook(deps, tx, placeId, [own, entry])
}
