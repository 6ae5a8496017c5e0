import type { Turn } from '@howcanwe/shared/introductions'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { hashOf, newToken } from '../../identity/index.ts'
import { tellAsked } from '../introductions.letters.ts'
import * as q from '../introductions.queries.ts'

/** Asks one side, in the same words whichever it is: a letter with a link of its own, if we can write to them. */
export async function askSide(
  tx: Database,
  config: Deps['config'],
  whole: q.Whole,
  turn: Turn,
): Promise<void> {
  const token = newToken()
  await q.markAsked(tx, whole.parties[turn === 'first' ? 0 : 1].side, hashOf(token))
  const asked = await q.wholeById(tx, whole.introduction.id)
  if (asked) await tellAsked(tx, config, asked, { turn, token })
}
