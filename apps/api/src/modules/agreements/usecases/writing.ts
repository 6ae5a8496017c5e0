import type { Agreement } from '@howcanwe/shared/agreements'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { writeTo } from '../agreements.letters.ts'
import * as q from '../agreements.queries.ts'
import { changedAgreementLetter } from '../agreements.words.ts'
import { hold, ours, requireDraft, requireParty, trail, within } from './holding.ts'
import { belongs, requireOwn, shown } from './view.ts'

/** Those who had confirmed hear once that something changed: after it nobody has. */
async function tellChanged(
  tx: Database,
  deps: Deps,
  { actor, before, after }: { actor: Actor; before: q.Whole; after: q.Whole },
): Promise<void> {
  if (after.row.version === before.row.version) return
  const to = before.parties
    .filter(({ party }) => party.confirmedVersion === before.row.version)
    .map(({ party }) => party.organisationId)
    .filter((id) => !belongs(actor, id))
  const by = ours(after, actor)
  const template = 'agreements.changed'
  const letter = { whole: after, to, by, template, words: changedAgreementLetter } as const
  await writeTo(tx, deps.config.origin, letter)
}

/**
 * What all parties say together; any of them writes it while it is drafted.
 *
 * @throws agreements.not_found · agreements.wrong_state · request.stale
 */
export function write(
  deps: Deps,
  actor: Actor,
  input: {
    agreementId: string
    version: number
    words: Pick<q.AgreementRow, 'title' | 'payDays'> & Partial<q.AgreementRow>
  },
): Promise<Agreement> {
  return within(deps, async (tx) => {
    const before = await hold(tx, actor, input.agreementId)
    requireDraft(before, input.version)
    await q.change(tx, input.agreementId, input.words)
    const after = await requireOwn(tx, actor, input.agreementId)
    await trail(tx, actor, after, 'written')
    await tellChanged(tx, deps, { actor, before, after })
    return shown(after, actor)
  })
}

interface Box {
  interests: string
  role: string
  hoursPerMonth: number
  pence: number
  advance: boolean
}

/**
 * One party's own box, which only it writes, over what its people have in sight: two colleagues do not write over
 * each other.
 *
 * @throws agreements.not_found · agreements.wrong_state · request.stale
 */
export function writeBox(
  deps: Deps,
  actor: Actor,
  input: { agreementId: string; organisationId: string; version: number; box: Box },
): Promise<Agreement> {
  const { box, version, ...of } = input
  return within(deps, async (tx) => {
    const before = await hold(tx, actor, of.agreementId)
    requireParty(before, actor, of.organisationId)
    requireDraft(before, version)
    await q.changeParty(tx, of, box)
    const after = await requireOwn(tx, actor, of.agreementId)
    await trail(tx, actor, after, 'box-written')
    await tellChanged(tx, deps, { actor, before, after })
    return shown(after, actor)
  })
}
