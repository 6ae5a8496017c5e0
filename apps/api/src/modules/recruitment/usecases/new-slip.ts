import type { EnteredName, lostSlip } from '@howcanwe/shared/recruitment'
import type * as z from 'zod/mini'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { newSlipCode } from '../../codesign/index.ts'
import { refuse } from '../recruitment.errors.ts'
import { wordsHash } from '../recruitment.keys.ts'
import { tellNewSlip } from '../recruitment.letters.ts'
import * as q from '../recruitment.queries.ts'
import { keepWords, renewSlip } from '../recruitment.words.queries.ts'
import { contactIn } from './names.ts'
import { requireDrawn, requireRow } from './view.ts'

interface Lost {
  actor: Actor
  groupId: string
  said: z.output<typeof lostSlip>
  requestId: string
}

/** Words are shown this once; only what they come to is kept. */
export async function slipFor(deps: Deps, tx: Database, name: q.NameRow): Promise<EnteredName> {
  const { firstName, reference } = name
  const words = newSlipCode(name.language)
  await keepWords(tx, name.id, wordsHash(deps.config, name.id, words))
  return { firstName, slip: { reference, words, address: `${deps.config.origin}/draw-slip` } }
}

/**
 * A slip with new words for who rings and lost theirs (PE3). Found by what they say of themselves, since nobody reads a
 * list of names before the draw; only where the name was written down, because whoever put theirs in has a link that is
 * nobody else's to make. The record has it, and the person is told where they can be written to.
 *
 * @throws recruitment.group_unknown · recruitment.none · recruitment.wrong_state once everybody was told ·
 *   recruitment.contact_invalid · recruitment.name_unknown
 */
export async function newSlip(
  deps: Deps,
  { actor, groupId, said, requestId }: Lost,
): Promise<EnteredName> {
  return inTransaction(deps.db, async (tx) => {
    const group = await requireDrawn(tx, actor, groupId)
    const row = await requireRow(tx, groupId, 'update')
    if (row.state === 'confirmed' || row.state === 'called-off')
      throw refuse('recruitment.wrong_state')
    const { contactHash } = contactIn(deps, row, said)
    const found = await q.nameByContact(tx, row.id, contactHash)
    if (!found?.enteredBy || !isCalled(found, said.firstName))
      throw refuse('recruitment.name_unknown')
    const name = await renewSlip(tx, found.id)
    await record(tx, {
      placeId: name.placeId,
      actorId: actor.personId,
      action: 'recruitment.slip-made',
      subject: { kind: 'draw-name', id: name.id },
      after: { groupId },
      requestId,
    })
    await tellNewSlip(deps, tx, group, row, name)
    return slipFor(deps, tx, name)
  })
}

const isCalled = ({ firstName }: q.NameRow, said: string): boolean =>
  firstName.trim().toLowerCase() === said.trim().toLowerCase()
