import type { Received } from '@howcanwe/shared/http'
import type { Act, Supporter, supportersContract } from '@howcanwe/shared/supporters'
import { constraintOf, type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { give } from '../../consents/index.ts'
import { type Here, lockPerson, refuseIdentity, spendText, textable } from '../../identity/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { refuse } from '../supporters.errors.ts'
import { calledInLetters } from '../supporters.letters.ts'
import * as q from '../supporters.queries.ts'
import { askedEnough, endsAfter, textedEnough } from '../supporters.rules.ts'
import { askLetter } from '../supporters.words.ts'
import { shownToPerson } from './view.ts'

type Body = Received<typeof supportersContract.ask>['body']

interface Wish {
  body: Body
  here: Here
  requestId: string
}

/** Who acts for somebody, whom they asked, and who did before. */
export const supportersOf = async (db: Database, actor: Actor): Promise<Supporter[]> =>
  (await q.byPerson(db, actor.personId)).map(shownToPerson)

/**
 * Asks somebody at an address or a number to act for a person (`product-spec.md` §2.2). Whether they are known here
 * makes no difference; they say yes or no when they sign in with that very address.
 *
 * @throws supporters.oneself · supporters.until_wrong · supporters.asked_already · supporters.enough ·
 *   consents.wording_unknown · identity.texts_off · identity.number_not_texted · identity.too_many_texts
 */
export async function ask(deps: Deps, actor: Actor, wish: Wish): Promise<Supporter> {
  const { body, here } = wish
  const until = endsAfter(here.timeZone, body.until, deps.clock())
  if (!until)
    throw refuse('supporters.until_wrong', {
      fields: [{ pointer: '#/body/until', code: 'invalid' }],
    })
  const contact = body.email ?? textable(deps.config, body.phone ?? '', here.timeZone)
  const once = inTransaction(deps.db, (tx) => write(deps, tx, actor, { ...wish, contact, until }))
  return once.catch((error: unknown) => {
    throw constraintOf(error) === 'supports_asked_once' ? refuse('supporters.asked_already') : error
  })
}

type Whole = Wish & { contact: string; until: Date }

async function write(deps: Deps, tx: Database, actor: Actor, wish: Whole): Promise<Supporter> {
  const { body, contact, here, until } = wish
  const me = await lockPerson(tx, actor.personId)
  if (!me) throw refuseRequest('auth.required')
  if (contact === me.email || contact === me.phone) throw refuse('supporters.oneself')
  const lately = await q.asked(tx, me.id)
  if (askedEnough(lately)) throw refuse('supporters.enough')
  if (body.phone !== undefined && textedEnough(lately))
    throw refuseIdentity('identity.too_many_texts')
  const scopes = [...new Set(body.scopes)]
  const id = await q.addSupport(tx, {
    placeId: here.id,
    personId: me.id,
    contact,
    calledName: body.name,
    byText: body.phone !== undefined,
    scopes,
    until,
  })
  await give(tx, {
    placeId: null,
    subject: { kind: 'person', id: me.id },
    aboutId: id,
    purpose: 'supporter',
    version: body.consentVersion,
    language: me.language,
    name: body.name,
  })
  await record(tx, {
    placeId: null,
    actorId: me.id,
    action: 'supporters.asked',
    subject: { kind: 'support', id },
    after: { state: 'asked', scopes, until: until.toISOString() },
    requestId: wish.requestId,
  })
  await post(deps, tx, { ...wish, who: calledInLetters(me, me.language), language: me.language })
  const row = await q.ofPerson(tx, id, me.id)
  if (!row) throw new Error('support was gone in its own transaction')
  return shownToPerson(row)
}

async function post(
  deps: Deps,
  tx: Database,
  given: Whole & { who: string; language: string },
): Promise<void> {
  const { body, contact, here, until, who } = given
  if (body.phone !== undefined) await spendText(tx, deps.config)
  const letter = wordsIn(askLetter, given.language, {
    place: here.name,
    zone: here.timeZone,
    who,
    scopes: body.scopes,
    until,
    page: `${deps.config.origin}/me/helping`,
    contact: here.contact,
  })
  await enqueue(tx, { placeId: here.id, to: contact, template: 'supporters.asked', letter })
}

/** What was done for somebody by one who helps them. @throws supporters.not_found */
export async function actsFor(db: Database, actor: Actor, supportId: string): Promise<Act[]> {
  const row = await q.ofPerson(db, supportId, actor.personId)
  if (!row) throw refuse('supporters.not_found')
  return row.support.supporterId ? q.actsFor(db, row.support) : []
}
