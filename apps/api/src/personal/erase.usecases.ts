import type { Erasure } from '@howcanwe/shared/identity'
import { type Database, inTransaction } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { refuse as refuseRequest } from '../http/app-error.ts'
import { record } from '../modules/audit/index.ts'
import { leaveAs, placesUnder } from '../modules/codesign/index.ts'
import { endConsents } from '../modules/consents/index.ts'
import {
  erasedLetter,
  type Here,
  lockPerson,
  person,
  refuseIdentity,
} from '../modules/identity/index.ts'
import { enqueue, wordsIn } from '../modules/notifications/index.ts'
import { destroy } from '../modules/vault/index.ts'
import * as q from './erase.queries.ts'
import { NOBODY } from './personal.rules.ts'

const REFUSED = {
  challenge: 'identity.still_commissioner',
  organisation: 'identity.still_lead',
  group: 'identity.still_facilitator',
} as const

/** What erasing would end, and what stands in its way: read before anybody types the word. */
export async function erasureOf(db: Database, personId: string): Promise<Erasure> {
  const row = await person(db, personId)
  if (!row) throw refuseRequest('auth.required')
  const groups = row.email ? await placesUnder(db, row.email) : []
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
 * @throws identity.still_commissioner · identity.still_lead · identity.still_facilitator
 */
export async function erase(deps: Deps, asked: Asked): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const row = await lockPerson(tx, asked.personId)
    if (!row) throw refuseRequest('auth.required')
    const [blocker] = await q.blockersOf(tx, row.id)
    if (blocker) throw refuseIdentity(REFUSED[blocker.kind])
    const email = row.email ?? ''
    const who = { id: row.id, email, language: row.language }
    const places = email ? await placesUnder(tx, email) : []
    // Without the number of this request: it stands beside their id below, and would say whose places these were.
    for (const { memberId } of places) await leaveAs(deps, tx, memberId)
    const ending = (await q.onlyMine(tx, row.id)).map((o) => o.id)
    await q.endOrganisations(tx, ending)
    await q.handOnOrganisations(tx, who)
    await q.dropVoice(tx, row.id)
    await q.dropLinks(tx, who)
    await destroy(tx, row.id)
    await endConsents(tx, { kind: 'person', id: row.id })
    if (email) await q.dropLetters(tx, email)
    await q.blankPerson(tx, row.id, NOBODY[row.language === 'nl' ? 'nl' : 'en'])
    await tell(tx, { ...asked, email, language: row.language })
    await record(tx, {
      placeId: null,
      actorId: row.id,
      action: 'identity.erased',
      subject: { kind: 'person', id: row.id },
      after: { organisationsEnded: ending.length, groupsLeft: places.length },
      requestId: asked.requestId,
    })
  })
}

/** One last email, so that whoever did not ask for this hears of it. */
async function tell(tx: Database, to: Asked & { email: string; language: string }): Promise<void> {
  if (!to.email) return
  const { here } = to
  await enqueue(tx, {
    placeId: here.id,
    to: to.email,
    template: 'identity.erased',
    letter: wordsIn(erasedLetter, to.language, { place: here.name, contact: here.contact }),
  })
}
