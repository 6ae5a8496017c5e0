import type { Received } from '@howcanwe/shared/http'
import { identityContract as contract, type Me } from '@howcanwe/shared/identity'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { refuse as refuseRequest } from '../../http/app-error.ts'
import { callerOf } from '../../http/caller.ts'
import { serve } from '../../http/serve.ts'
import { placeHere } from '../places/index.ts'
import { askToSignIn, type Way } from './identity.ask.usecases.ts'
import { accessToken } from './identity.authenticate.ts'
import {
  askForNewEmail,
  askForPhoneProof,
  type Here,
  proveNewEmail,
  provePhone,
} from './identity.contact.usecases.ts'
import * as cookies from './identity.cookies.ts'
import { devicesOf, endDevice, endOtherDevices } from './identity.devices.usecases.ts'
import { refuse } from './identity.errors.ts'
import { changeMe, type PhoneChanged } from './identity.me.usecases.ts'
import { person } from './identity.queries.ts'
import { ACCESS_SECONDS, SIGN_IN_MINUTES } from './identity.rules.ts'
import { textable } from './identity.texts.ts'
import * as usecases from './identity.usecases.ts'

/** Names of the organisations somebody belongs to; that noun lives further right. */
export type OrganisationsOf = (db: Deps['db'], personId: string) => Promise<Me['organisations']>

/** What lives further right in the line of modules; the app hands it in. */
export interface IdentityHands {
  organisationsOf: OrganisationsOf
  phoneChanged: PhoneChanged
}

/** The place a request stands in, as letters about oneself name it. */
export async function hereOf(db: Deps['db'], request: FastifyRequest): Promise<Here> {
  const { id, name, timeZone, contact } = await placeHere(db, request.hostname)
  return { id, name, timeZone, contact: [contact.name, contact.phone].filter(Boolean).join(', ') }
}

export function identityRoutes(app: FastifyInstance, deps: Deps, hands: IdentityHands): void {
  signInRoutes(app, deps)
  meRoutes(app, deps, hands)
}

/** Where the link and the digits go. @throws identity.texts_off · identity.number_not_texted · request.invalid */
function wayOf(config: Deps['config'], body: Typed, timeZone: string): Way {
  if (body.email !== undefined) return { email: body.email, phone: null }
  return { email: null, phone: textable(config, body.phone ?? '', timeZone) }
}
type Typed = Received<typeof contract.askToSignIn>['body']

function signInRoutes(app: FastifyInstance, deps: Deps): void {
  const { config, db } = deps

  const welcome = (reply: FastifyReply, signedIn: usecases.SignedIn) => {
    cookies.setRefresh(reply, config, signedIn.refreshToken, signedIn.sharedComputer)
    return {
      accessToken: accessToken(app, signedIn),
      expiresInSeconds: ACCESS_SECONDS,
      sharedComputer: signedIn.sharedComputer,
    }
  }

  serve(app, contract.askToSignIn, async ({ body, request, reply }) => {
    const here = await placeHere(db, request.hostname)
    const place = {
      id: here.id,
      name: here.name,
      contactName: here.contact.name,
      contactPhone: here.contact.phone,
    }
    const asked = await askToSignIn(deps, {
      way: wayOf(config, body, here.timeZone),
      language: body.language ?? 'en',
      sharedComputer: body.sharedComputer ?? false,
      place,
      browserToken: cookies.readBrowser(request, config),
      caller: callerOf(request),
    })
    cookies.setBrowser(reply, config, asked.browserToken)
    return { requestId: asked.requestId, minutes: SIGN_IN_MINUTES }
  })
  serve(app, contract.useCode, async ({ body, request, reply }) =>
    welcome(
      reply,
      await usecases.useCode(deps, { ...body, userAgent: request.headers['user-agent'] }),
    ),
  )
  serve(app, contract.useLink, async ({ body, request, reply }) =>
    welcome(
      reply,
      await usecases.useLink(deps, {
        token: body.token,
        browserToken: cookies.readBrowser(request, config),
        userAgent: request.headers['user-agent'],
      }),
    ),
  )
  serve(app, contract.refresh, async ({ request, reply }) => {
    if (!cookies.isOurOwn(request, config)) throw refuse('identity.foreign_origin')
    const token = cookies.readRefresh(request, config)
    if (!token) throw refuse('identity.session_over')
    return welcome(reply, await usecases.refresh(deps, token))
  })
  serve(app, contract.signOut, async ({ request, reply }) => {
    if (!cookies.isOurOwn(request, config)) throw refuse('identity.foreign_origin')
    const token = cookies.readRefresh(request, config)
    if (token) await usecases.signOut(deps, token)
    cookies.clearRefresh(reply, config)
    return undefined
  })
}

/** Whoever acts for somebody in groups alone does not read which organisations they belong to. */
const speaksFor = ({ supporter }: Actor): boolean =>
  supporter === null || supporter.scopes.includes('answers')

/** What joining a group needs of somebody; whoever answers for them alone does not read how to reach them. */
const reachShown = (actor: Actor, row: PersonRow) =>
  actor.supporter === null || actor.supporter.scopes.includes('groups')
    ? {
        email: row.email,
        phone: row.phone,
        phoneProven: row.phoneVerifiedAt !== null,
        preferredChannel: row.preferredChannel,
      }
    : { email: null, phone: null, phoneProven: false, preferredChannel: 'email' as const }
type PersonRow = NonNullable<Awaited<ReturnType<typeof person>>>

function meRoutes(app: FastifyInstance, deps: Deps, hands: IdentityHands): void {
  const { db } = deps
  const shown = async (actor: Actor): Promise<Me> => {
    const row = await person(db, actor.personId)
    if (!row) throw refuseRequest('auth.required')
    const { id, displayName, version } = row
    const language = row.language === 'nl' ? 'nl' : 'en'
    return {
      id,
      displayName,
      ...reachShown(actor, row),
      language,
      version,
      roles: [...actor.roles],
      scoped: actor.scoped.map(({ placeId, role, scope }) => ({ placeId, role, ...scope })),
      asleep: [...actor.asleep],
      organisations: speaksFor(actor) ? await hands.organisationsOf(db, id) : [],
    }
  }
  serve(app, contract.me, ({ actor }) => shown(actor))
  serve(app, contract.changeMe, async ({ actor, body, version, request }) => {
    const here = await hereOf(db, request)
    const { phoneChanged } = hands
    await changeMe(deps, actor, { version, body, here, phoneChanged })
    return shown(actor)
  })
  serve(app, contract.askForNewEmail, async ({ actor, body, request }) =>
    askForNewEmail(deps, actor, { email: body.email, here: await hereOf(db, request) }),
  )
  serve(app, contract.proveNewEmail, async ({ actor, body, request }) => {
    await proveNewEmail(deps, actor, { ...body, here: await hereOf(db, request) })
    return shown(actor)
  })
  serve(app, contract.askForPhoneProof, async ({ actor, request }) =>
    askForPhoneProof(deps, actor, await hereOf(db, request)),
  )
  serve(app, contract.provePhone, async ({ actor, body, request }) => {
    await provePhone(deps, actor, { ...body, here: await hereOf(db, request) })
    return shown(actor)
  })
  serve(app, contract.devices, async ({ actor }) => ({ items: await devicesOf(db, actor) }))
  serve(app, contract.endDevice, async ({ actor, params }) => {
    await endDevice(deps, actor, params.sessionId)
    return undefined
  })
  serve(app, contract.endOtherDevices, async ({ actor }) => ({
    ended: await endOtherDevices(deps, actor),
  }))
}
