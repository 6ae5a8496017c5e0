import { type Everything, HELD_SECTIONS, type HeldRow } from '@howcanwe/shared/identity'
import { type Database, inTransaction } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { refuse as refuseRequest } from '../http/app-error.ts'
import { lockPerson } from '../modules/identity/index.ts'
import { open } from '../modules/vault/index.ts'
import { boxesOf, heldRows } from './held.queries.ts'
import { type Who, whoOf } from './held.who.ts'

/** What a box is about, without the number it carries: a need at one session is a need. */
const kindOf = (field: string): string => field.replace(/^(sessions\.(?:need|arranged))-.*$/, '$1')

/** Bank details are sealed as they are paid from; their owner reads them in a row. */
const readable = (field: string, text: string): string =>
  field === 'payments.way' ? Object.values(JSON.parse(text)).filter(Boolean).join(' · ') : text

/** Opened for the person themselves, and written into their own list of who looked like any other opening. */
async function needsOf(deps: Deps, tx: Database, who: Who, requestId: string): Promise<HeldRow[]> {
  const rows: HeldRow[] = []
  for (const context of await boxesOf(tx, who)) {
    const box = await open(tx, deps.config.vaultKey, context, { personId: who.id, requestId })
    if (!box) continue
    const text = readable(context.field, box.text)
    rows.push({ kind: kindOf(context.field), text, at: box.putAwayAt.toISOString() })
  }
  return rows
}

/**
 * Everything held about somebody, in full and at one moment (issue line 10). Other people's words are not in it, nor
 * are six digits that still work.
 */
export async function everythingOf(
  deps: Deps,
  asked: { personId: string; requestId: string },
): Promise<Everything> {
  return inTransaction(deps.db, async (tx) => {
    const row = await lockPerson(tx, asked.personId)
    if (!row) throw refuseRequest('auth.required')
    const who = whoOf(row)
    const sections: Everything['sections'] = []
    for (const section of HELD_SECTIONS) {
      const rows =
        section === 'needs'
          ? await needsOf(deps, tx, who, asked.requestId)
          : await heldRows(tx, section, who)
      sections.push({ section, rows })
    }
    return { madeAt: deps.clock(), sections }
  })
}
