import type { Turn } from '@howcanwe/shared/introductions'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { hashOf, newToken } from '../../identity/index.ts'
import { tellAsked } from '../introductions.letters.ts'
import * as q from '../introductions.queries.ts'

/**
 * Asks one side, in the same words whichever it is: a letter with a link of its own, if we can write to them. A link that
 * is in no letter is none, and says that the broker has to ring.
 */
export async function askSide(
  tx: Database,
  config: Deps['config'],
  whole: q.Whole,
  turn: Turn,
): Promise<void> {
  const token = newToken()
  const { side } = whole.parties[turn === 'first' ? 0 : 1]
  await q.markAsked(tx, side, hashOf(token))
  const asked = await q.wholeById(tx, whole.introduction.id)
  if (asked && !(await tellAsked(tx, config, asked, { turn, token })))
    await q.changeSide(tx, side, { tokenHash: null })
}
