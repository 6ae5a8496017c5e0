import type { ActionOf } from '@howcanwe/shared/audit'
import type { Received, Result } from '@howcanwe/shared/http'
import type { proposalsContract } from '@howcanwe/shared/proposals'
import { v7 } from 'uuid'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { hashOf, newToken, same, spendText, textable } from '../../identity/index.ts'
import { requirePlace } from '../../places/index.ts'
import { refuse } from '../proposals.errors.ts'
import { supportLink, tellAddress } from '../proposals.letters.ts'
import { brokersHere } from '../proposals.policy.ts'
import { idIn, isOpen, isPublic, MOST_LETTERS, tokenFor } from '../proposals.rules.ts'
import { alreadyLetter, confirmLetter } from '../proposals.words.ts'
import * as q from '../queries/proposals.queries.ts'
import * as supports from '../queries/supports.queries.ts'
import { backIfSo } from './backing.ts'
import { contactOf, voiceHash } from './putting.ts'
import { onDesk, shownOne } from './view.ts'

type Wish = Received<typeof proposalsContract.support>['body']

/** The question that gathers support where this one was joined to another. @throws proposals.not_found · proposals.over */
export async function requireOpen(tx: Database, id: string): Promise<q.Row> {
  const row = await q.lockById(tx, id)
  if (!row || !isPublic(row.state)) throw refuse('proposals.not_found')
  if (row.joinedInto) return requireOpen(tx, row.joinedInto)
  if (!isOpen(row.state)) throw refuse('proposals.over')
  return row
}

/** An address as it is; a number only where it can be texted. @throws identity.* · proposals.contact_invalid */
async function addressOf(deps: Deps, tx: Database, wish: Wish, placeId: string): Promise<string> {
  const contact = contactOf(wish.contactBy, wish.contact)
  if (wish.contactBy === 'email') return contact
  const { timeZone } = await requirePlace(tx, placeId)
  const number = textable(deps.config, contact, timeZone)
  await spendText(tx, deps.config)
  return number
}

async function askToConfirm(
  deps: Deps,
  tx: Database,
  row: q.Row,
  support: supports.SupportRow,
  to: string,
) {
  const isConfirmed = support.confirmedAt !== null
  await tellAddress(
    tx,
    {
      ...{ placeId: row.placeId, to, language: support.language, name: support.firstName },
      question: row.question,
      link: supportLink(deps.config, support.id),
    },
    {
      template: isConfirmed ? 'proposals.already' : 'proposals.confirm',
      words: isConfirmed ? alreadyLetter : confirmLetter,
      facts: {},
    },
  )
}

/**
 * Stands behind a question. It counts once the link is confirmed; whether the contact is known already, the answer never
 * tells (decision 10).
 *
 * @throws proposals.not_found · proposals.over · proposals.contact_invalid · identity.*
 */
export async function support(
  deps: Deps,
  id: string,
  { website, ...wish }: Wish,
): Promise<{ sent: true }> {
  if (website) return { sent: true }
  return inTransaction(deps.db, async (tx) => {
    const row = await requireOpen(tx, id)
    const to = await addressOf(deps, tx, wish, row.placeId)
    const contactHash = voiceHash(deps.config, row.placeId, wish)
    const before = await supports.byContact(tx, row.id, contactHash)
    if (before) {
      if (before.letters < MOST_LETTERS) {
        await supports.countLetter(tx, before.id)
        await askToConfirm(deps, tx, row, before, to)
      }
      return { sent: true as const }
    }
    const supportId = v7()
    const made = await supports.put(tx, {
      ...{
        ...wish,
        id: supportId,
        placeId: row.placeId,
        proposalId: row.id,
        contact: to,
        contactHash,
      },
      tokenHash: hashOf(tokenFor(deps.config, 'support', supportId)),
    })
    if (made) await askToConfirm(deps, tx, row, made, to)
    return { sent: true as const }
  })
}

/** @throws proposals.link_unknown */
async function byToken(deps: Deps, tx: Database, token: string): Promise<supports.SupportRow> {
  const id = idIn(deps.config, 'support', token)
  const row = id && (await supports.byId(tx, id))
  if (!row || !same(row.tokenHash, hashOf(token))) throw refuse('proposals.link_unknown')
  return row
}

/** @throws proposals.link_unknown · proposals.over */
export async function confirm(
  deps: Deps,
  token: string,
): Promise<Result<typeof proposalsContract.confirm>> {
  return inTransaction(deps.db, async (tx) => {
    const mine = await byToken(deps, tx, token)
    if (mine.confirmedAt === null) {
      const row = await requireOpen(tx, mine.proposalId)
      await supports.confirm(tx, mine.id)
      await record(tx, {
        placeId: row.placeId,
        actorId: null,
        action: 'proposals.supported',
        subject: { kind: 'proposal', id: row.id },
      })
      await backIfSo(tx, deps.config, row.id)
    }
    const whole = await q.byId(tx, mine.proposalId)
    return shownOne(tx, whole?.joinedInto ?? mine.proposalId)
  })
}

/** Takes support back: nothing of it is kept. @throws proposals.link_unknown */
export async function stopSupporting(deps: Deps, token: string): Promise<{ gone: true }> {
  return inTransaction(deps.db, async (tx) => {
    const mine = await byToken(deps, tx, token)
    await supports.remove(tx, mine.id)
    await record(tx, {
      placeId: mine.placeId,
      actorId: null,
      action: 'proposals.support-taken-back',
      subject: { kind: 'proposal', id: mine.proposalId },
    })
    return { gone: true as const }
  })
}

/** One that a broker of its place may add support to. @throws proposals.not_found · proposals.over */
async function requireBrokered(tx: Database, actor: Actor, id: string): Promise<q.Row> {
  const row = await q.lockById(tx, id)
  if (!row || !brokersHere(actor, row.placeId)) throw refuse('proposals.not_found')
  return requireOpen(tx, id)
}

/**
 * Somebody said to a broker that they stand behind it: counted once, as if they had pressed the button.
 *
 * @throws proposals.not_found · proposals.over · proposals.contact_invalid
 */
export async function typeSupport(
  deps: Deps,
  actor: Actor,
  id: string,
  said: Received<typeof proposalsContract.typeSupport>['body'],
): Promise<Result<typeof proposalsContract.typeSupport>> {
  return inTransaction(deps.db, async (tx) => {
    const row = await requireBrokered(tx, actor, id)
    const contact = contactOf(said.contactBy, said.contact)
    const contactHash = voiceHash(deps.config, row.placeId, { ...said, contact })
    const supportId = v7()
    const before = await supports.byContact(tx, row.id, contactHash)
    if (before && before.confirmedAt === null) await supports.confirm(tx, before.id)
    if (!before)
      await supports.put(tx, {
        ...{
          ...said,
          id: supportId,
          placeId: row.placeId,
          proposalId: row.id,
          contact,
          contactHash,
        },
        ...{ typedBy: actor.personId, confirmedAt: await q.now(tx), wording: 'said' },
        tokenHash: hashOf(newToken()),
      })
    await noted(tx, actor, row, 'proposals.support-typed')
    return after(deps, tx, actor, row.id)
  })
}

/** @throws proposals.not_found · proposals.over */
export async function addSheet(
  deps: Deps,
  actor: Actor,
  id: string,
  sheet: Received<typeof proposalsContract.addSheet>['body'],
): Promise<Result<typeof proposalsContract.addSheet>> {
  return inTransaction(deps.db, async (tx) => {
    const row = await requireBrokered(tx, actor, id)
    await supports.addSheet(tx, {
      ...{ ...sheet, placeId: row.placeId, proposalId: row.id, typedBy: actor.personId },
    })
    await noted(tx, actor, row, 'proposals.sheet-typed', { people: sheet.people })
    return after(deps, tx, actor, row.id)
  })
}

const noted = (
  tx: Database,
  actor: Actor,
  row: q.Row,
  action: `proposals.${ActionOf<'proposals'>}`,
  what: Record<string, unknown> = {},
) =>
  record(tx, {
    placeId: row.placeId,
    actorId: actor.personId,
    action,
    subject: { kind: 'proposal', id: row.id },
    after: what,
  })

async function after(deps: Deps, tx: Database, actor: Actor, id: string) {
  await backIfSo(tx, deps.config, id)
  const fresh = await q.byId(tx, id)
  if (!fresh) throw refuse('proposals.not_found')
  return onDesk(tx, actor, fresh)
}
