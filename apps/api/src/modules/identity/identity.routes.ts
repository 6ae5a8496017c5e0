import { identityContract as contract, type Me } from '@howcanwe/shared/identity'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { refuse as refuseRequest } from '../../http/app-error.ts'
import { callerOf } from '../../http/caller.ts'
import { serve } from '../../http/serve.ts'
import { placeHere } from '../places/index.ts'
import { askToSignIn } from './identity.ask.usecases.ts'
import { accessToken } from './identity.authenticate.ts'
import * as cookies from './identity.cookies.ts'
import { refuse } from './identity.errors.ts'
import { person } from './identity.queries.ts'
import { ACCESS_SECONDS, SIGN_IN_MINUTES } from './identity.rules.ts'
import * as usecases from './identity.usecases.ts'

/** Names of the organisations somebody belongs to; that noun lives further right. */
export type OrganisationsOf = (db: Deps['db'], personId: string) => Promise<Me['organisations']>

export function identityRoutes(
  app: FastifyInstance,
  deps: Deps,
  organisationsOf: OrganisationsOf,
): void {
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
      email: body.email,
      language: body.language ?? 'en',
      sharedComputer: body.sharedComputer ?? false,
      place,
      browserToken: cookies.readBrowser(request, config),
      caller: callerOf(request),
    })
    cookies.setBrowser(reply, config, asked.browserToken)
    return { requestId: asked.requestId, minutes: SIGN_IN_MINUTES }
  })
  serve(app, contract.useCode, async ({ body, reply }) =>
    welcome(reply, await usecases.useCode(deps, body)),
  )
  serve(app, contract.useLink, async ({ body, request, reply }) =>
    welcome(
      reply,
      await usecases.useLink(deps, {
        token: body.token,
        browserToken: cookies.readBrowser(request, config),
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

  const shown = async (actor: Actor): Promise<Me> => {
    const row = await person(db, actor.personId)
    if (!row) throw refuseRequest('auth.required')
    const { id, displayName, email, phone, preferredChannel, version } = row
    const language = row.language === 'nl' ? 'nl' : 'en'
    return {
      id,
      displayName,
      email,
      phone,
      preferredChannel,
      language,
      version,
      roles: [...actor.roles],
      organisations: await organisationsOf(db, id),
    }
  }
  serve(app, contract.me, ({ actor }) => shown(actor))
  serve(app, contract.changeMe, async ({ actor, body, version }) => {
    await usecases.changeMe(deps, actor.personId, { version, body })
    return shown(actor)
  })
}
