import * as z from 'zod/mini'
import { endpoint, id, nothing } from '../http/index.ts'
import { changeMe, me, session, signInInput } from './identity.schemas.ts'

export const identityContract = {
  askToSignIn: endpoint({
    method: 'POST',
    path: '/auth/sign-in',
    summary:
      'Send a link and a six-digit code; the same answer whether or not the address is known',
    access: 'anyone',
    body: signInInput,
    response: z.object({ requestId: id, minutes: z.number() }),
    errors: ['identity.too_many_requests'],
    limit: { perMinute: 10 },
  }),
  useCode: endpoint({
    method: 'POST',
    path: '/auth/code',
    summary: 'Sign in with the six digits',
    access: 'anyone',
    body: z.strictObject({
      requestId: id,
      code: z.string().check(z.regex(/^\s*\d{3}\s?\d{3}\s*$/)),
    }),
    response: session,
    errors: ['identity.code_wrong', 'identity.code_over'],
    limit: { perMinute: 20 },
  }),
  useLink: endpoint({
    method: 'POST',
    path: '/auth/link',
    summary:
      'Sign in with the link of the mail, after a press; opening the link alone does nothing',
    access: 'anyone',
    body: z.strictObject({ token: z.string().check(z.minLength(20), z.maxLength(200)) }),
    response: session,
    errors: ['identity.link_over', 'identity.other_browser'],
    limit: { perMinute: 20 },
  }),
  refresh: endpoint({
    method: 'POST',
    path: '/auth/refresh',
    summary: 'A new access token for the refresh cookie, which is replaced',
    access: 'anyone',
    body: z.strictObject({}),
    response: session,
    errors: ['identity.session_over', 'identity.foreign_origin'],
  }),
  signOut: endpoint({
    method: 'POST',
    path: '/auth/sign-out',
    summary: 'End this session on this device',
    access: 'anyone',
    body: z.strictObject({}),
    status: 204,
    response: nothing,
    errors: ['identity.foreign_origin'],
  }),
  me: endpoint({
    method: 'GET',
    path: '/me',
    summary: 'Who I am here: name, roles, organisations',
    access: 'signed-in',
    response: me,
  }),
  changeMe: endpoint({
    method: 'PATCH',
    path: '/me',
    summary: 'Change my name or language',
    access: 'signed-in',
    ifMatch: true,
    body: changeMe,
    response: me,
  }),
} as const
