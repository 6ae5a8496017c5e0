import type { ActionOf } from '@howcanwe/shared/audit'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { hashOf, newToken } from '../../identity/index.ts'
import * as clocks from '../introductions.clocks.queries.ts'
import { askWhatCame, tellNot } from '../introductions.letters.ts'
import * as q from '../introductions.queries.ts'
import { askSide } from './asking.ts'

type Needs = Pick<Deps, 'db' | 'config'>
type Step = (tx: Database, config: Deps['config'], whole: q.Whole) => Promise<void>

const by = (
  tx: Database,
  { introduction: { id, placeId } }: q.Whole,
  action: ActionOf<'introductions'>,
) =>
  record(tx, {
    placeId,
    actorId: null,
    action: `introductions.${action}`,
    subject: { kind: 'introduction', id },
  })

/** By the worker a day after the first's yes, which stands by then, whether the other can be asked or not. */
const askSecond: Step = async (tx, config, whole) => {
  await askSide(tx, config, whole, 'second')
  await q.change(tx, whole.introduction.id, { state: 'asked-second' })
  await by(tx, whole, 'asked-second')
}

/** The same words at the same moment, whether the other said no, never answered or was never asked. */
const tell: Step = async (tx, config, whole) => {
  const now = await q.databaseNow(tx)
  for (const { side } of whole.parties) {
    if (side.toldAt || !side.tellAt || side.tellAt > now) continue
    await q.markTold(tx, side)
    if (side.answer === 'yes') await tellNot(tx, config, whole, side.turn)
  }
}

const end: Step = async (tx, _, whole) => {
  await q.end(tx, whole.introduction.id)
  await q.forgetLinks(tx, whole.introduction.id)
  await by(tx, whole, 'ended')
}

const followUp: Step = async (tx, config, whole) => {
  for (const { side } of whole.parties) {
    const token = newToken()
    await q.changeSide(tx, side, { tokenHash: hashOf(token) })
    await askWhatCame(tx, config, whole, { turn: side.turn, token })
  }
  await q.change(tx, whole.introduction.id, { whatCameAskedAt: await q.databaseNow(tx) })
  await by(tx, whole, 'asked-what-came')
}

const STEPS: readonly [(tx: Database) => Promise<string | undefined>, Step][] = [
  [clocks.takeToAsk, askSecond],
  [clocks.takeToTell, tell],
  [clocks.takeToEnd, end],
  [clocks.takeToAskWhatCame, followUp],
]

/**
 * Does the next thing that an introduction's clock calls for: asks the second side, tells who waited, ends what is
 * over, asks what came of it.
 *
 * @returns whether there was one
 */
export async function keepIntroductions({ db, config }: Needs): Promise<boolean> {
  for (const [take, step] of STEPS) {
    const done = await inTransaction(db, async (tx) => {
      const id = await take(tx)
      const whole = id && (await q.wholeById(tx, id))
      if (whole) await step(tx, config, whole)
      return Boolean(whole)
    })
    if (done) return true
  }
  return false
}
