import { createHash } from 'node:crypto'
import { type Database, inTransaction, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { keyedHash, same } from '../../identity/index.ts'
import * as q from '../queries/texts.queries.ts'
import { refuse } from '../texts.errors.ts'
import { MOST_A_DAY, numberOf, readText } from '../texts.rules.ts'
import { answerSession } from './answer.ts'
import type { Came } from './came.ts'
import { keepForPerson } from './keep.ts'
import { fromStranger } from './stranger.ts'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Lets the gateway in and nobody else. @throws texts.not_here · texts.not_the_gateway */
export function requireGateway(
  { config }: Pick<Deps, 'config'>,
  authorization: string | undefined,
) {
  const token = config.textBack?.token
  if (!token) throw refuse('texts.not_here')
  if (!same(digest(authorization ?? ''), digest(`Bearer ${token}`)))
    throw refuse('texts.not_the_gateway')
}

interface Arrived {
  /** The gateway's name for it. */
  id: string
  from: string
  text: string
}

/**
 * Takes a text somebody sent us (CD2, J-17). Yes, no and maybe answer the next session of the sender's group; what only a
 * person can read waits for whoever runs it. What we say back goes to the number on file, so that whoever pretends to
 * have a number learns nothing. One that is handed in twice is taken once.
 */
export async function receive(deps: Deps, { id, from, text }: Arrived): Promise<undefined> {
  const number = numberOf(from)
  if (!number) return undefined
  const { vaultKey } = deps.config
  const gatewayHash = keyedHash(vaultKey, 'text-taken', id)
  const numberHash = keyedHash(vaultKey, 'text-number', number)
  await inTransaction(deps.db, async (tx) => {
    if (!(await q.takeOnce(tx, { gatewayHash, numberHash }))) return
    const today = await q.takenToday(tx, numberHash)
    if (today <= MOST_A_DAY) await actOn(deps, tx, { number, numberHash, text, today })
  })
  return undefined
}

async function actOn(deps: Deps, tx: Database, came: Came): Promise<void> {
  const places = await q.placesOf(tx, came.number)
  const said = readText(came.text)
  if (said === 'stop' || said === 'start') return setTexts(tx, places, came, said)
  const [place] = places
  if (!place) return fromStranger(deps, tx, came)
  const meant = { number: came.number, places }
  if (said !== 'words' && (await answerSession(deps, tx, meant, said))) return
  return keepForPerson(deps, tx, { ...came, groupId: place.groupId, member: place })
}

type Place = Awaited<ReturnType<typeof q.placesOf>>[number]

/** No text goes to that number any more, or again; whoever only sent two words is not rung. Nothing is said back. */
async function setTexts(
  tx: Database,
  places: readonly Place[],
  { numberHash }: Came,
  said: 'stop' | 'start',
): Promise<void> {
  if (said === 'stop') await q.takeBack(tx, numberHash)
  await inTurn(places, async ({ id, placeId, groupId }) => {
    if (!(await q.setTexts(tx, id, said === 'stop' ? 'stopped' : 'wanted'))) return
    await record(tx, {
      placeId,
      actorId: null,
      action: said === 'stop' ? 'texts.stopped' : 'texts.wanted',
      subject: { kind: 'group_member', id },
      after: { groupId },
    })
  })
}
