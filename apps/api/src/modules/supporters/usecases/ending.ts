import type { Supporter } from '@howcanwe/shared/supporters'
import type { SQL } from 'drizzle-orm'
import type { Config } from '../../../config.ts'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { endConsents } from '../../consents/index.ts'
import { person } from '../../identity/index.ts'
import { refuse } from '../supporters.errors.ts'
import { type News, tell } from '../supporters.letters.ts'
import * as q from '../supporters.queries.ts'
import { endedLetter } from '../supporters.words.ts'
import { shownToPerson } from './view.ts'

interface Ending {
  /** Who ends it; null where nobody pressed. */
  by: string | null
  requestId?: string | undefined
}

interface Needs {
  config: Pick<Config, 'origin'>
}

/** What ending means, whoever ends it: the consent is taken back and the record says so. */
export async function endThese(
  tx: Database,
  which: SQL | undefined,
  { by, requestId }: Ending,
): Promise<q.SupportRow[]> {
  const rows = await q.end(tx, which, by)
  for (const row of rows) {
    await endConsents(tx, { kind: 'person', id: row.personId }, 'supporter', row.id)
    await record(tx, {
      placeId: null,
      actorId: by,
      action: 'supporters.ended',
      subject: { kind: 'support', id: row.id },
      before: { state: row.supporterId ? 'active' : 'asked' },
      after: { state: 'ended' },
      ...(requestId ? { requestId } : {}),
    })
  }
  return rows
}

/** Tells whoever of the two is not `one`; a question that nobody answered concerns nobody else. */
async function tellOther(
  deps: Needs,
  tx: Database,
  row: q.SupportRow,
  one: { id: string; called: News['who'] },
): Promise<void> {
  if (!row.supporterId) return
  const to = row.personId === one.id ? row.supporterId : row.personId
  await tell(tx, deps.config, row, { to, who: one.called, kind: 'ended', words: endedLetter })
}

async function endAndTell(
  deps: Needs,
  tx: Database,
  which: SQL | undefined,
  ending: { by: string; requestId: string },
): Promise<number> {
  const rows = await endThese(tx, which, ending)
  const called = await person(tx, ending.by)
  for (const row of rows) await tellOther(deps, tx, row, { id: ending.by, called })
  return rows.length
}

interface One {
  supportId: string
  requestId: string
}

/** Ends the help somebody gets, or takes their question back. @throws supporters.not_found */
export async function dismiss(deps: Deps, actor: Actor, one: One): Promise<Supporter> {
  const { personId } = actor
  return inTransaction(deps.db, async (tx) => {
    await endForPerson(deps, tx, { ...one, personId })
    const row = await q.ofPerson(tx, one.supportId, personId)
    if (!row) throw refuse('supporters.not_found')
    return shownToPerson(row)
  })
}

/** The same in somebody else's transaction: whoever takes their consent back ends it. Twice is fine. */
export async function endForPerson(
  deps: Needs,
  tx: Database,
  { supportId, personId, requestId }: One & { personId: string },
): Promise<void> {
  const which = q.oneOf(supportId, { personId })
  await endAndTell(deps, tx, which, { by: personId, requestId })
}

/** Somebody else ends all help a person asked for, because it may not have been them who asked. */
export async function endSupportGivenBy(
  deps: Needs,
  tx: Database,
  { personId, by }: { personId: string; by: string },
): Promise<void> {
  const called = await person(tx, personId)
  for (const row of await endThese(tx, q.givenBy(personId), { by }))
    await tellOther(deps, tx, row, { id: personId, called })
}

/** Stops helping. @throws supporters.not_found */
export async function stop(deps: Deps, actor: Actor, one: One): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const which = q.oneOf(one.supportId, { supporterId: actor.personId })
    const ending = { by: actor.personId, requestId: one.requestId }
    if ((await endAndTell(deps, tx, which, ending)) === 0) throw refuse('supporters.not_found')
  })
}

/**
 * Somebody goes for good: nobody acts for them, they act for nobody, and what was asked of them is forgotten. The
 * record names nobody here.
 *
 * @param gone.ways their address and number, where they have one
 * @param gone.called what stands where their name was
 */
export async function endSupportsOf(
  deps: Needs,
  tx: Database,
  gone: { id: string; ways: readonly string[]; called: string },
): Promise<void> {
  const which = q.about(
    gone.id,
    gone.ways.filter((way) => way !== ''),
  )
  for (const row of await endThese(tx, which, { by: null })) await tellOther(deps, tx, row, gone)
}

/**
 * Ends one support whose time is over, or forgets a question nobody answered. Both knew the day, so nobody is written to.
 *
 * @returns whether there was one
 */
export const endOverdueSupport = (db: Database): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const row = await q.oneOver(tx)
    if (!row) return false
    await q.lapse(tx, row)
    await endConsents(tx, { kind: 'person', id: row.personId }, 'supporter', row.id)
    await record(tx, {
      placeId: null,
      actorId: null,
      action: 'supporters.over',
      subject: { kind: 'support', id: row.id },
      before: { state: row.state },
      after: { state: row.state === 'asked' ? 'lapsed' : 'ended' },
    })
    return true
  })
