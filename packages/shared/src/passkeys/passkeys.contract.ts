import * as z from 'zod/mini'
import { endpoint, id, nothing } from '../http/index.ts'
import { sixDigits } from '../identity/index.ts'
import {
  asking,
  creation,
  made,
  passkey,
  passkeyName,
  RESET_REASONS,
  recoveryCode,
  signed,
} from './passkeys.schemas.ts'

const codes = z.array(z.string())
const passkeyId = z.object({ passkeyId: id })

/** Passkeys of one's own, kept under My details. */
const mine = {
  list: endpoint({
    method: 'GET',
    path: '/me/passkeys',
    summary: 'My passkeys, how many recovery codes are left, and whether a role of mine needs one',
    access: 'signed-in',
    response: z.object({
      items: z.array(passkey),
      recoveryCodesLeft: z.number(),
      needed: z.boolean(),
    }),
  }),
  begin: endpoint({
    method: 'POST',
    path: '/me/passkeys/options',
    summary: 'What the browser needs to make a passkey; the challenge in it lasts five minutes',
    access: 'signed-in',
    body: z.strictObject({}),
    response: creation,
    errors: ['passkeys.too_many'],
    limit: { perMinute: 20 },
  }),
  add: endpoint({
    method: 'POST',
    path: '/me/passkeys',
    summary: 'Keep a passkey; with the first one come recovery codes, shown this once',
    access: 'signed-in',
    body: z.strictObject({ credential: made, name: z.optional(passkeyName) }),
    status: 201,
    response: z.object({ passkey, recoveryCodes: z.nullable(codes) }),
    errors: ['passkeys.not_made', 'passkeys.known_already', 'passkeys.too_many'],
    limit: { perMinute: 20 },
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/me/passkeys/:passkeyId',
    summary: 'Remove a passkey of mine',
    access: 'signed-in',
    params: passkeyId,
    stepUp: true,
    status: 204,
    response: nothing,
    errors: ['passkeys.not_found', 'passkeys.last_one'],
  }),
  newRecoveryCodes: endpoint({
    method: 'POST',
    path: '/me/recovery-codes',
    summary: 'Eight new recovery codes; the old ones no longer work',
    access: 'signed-in',
    stepUp: true,
    body: z.strictObject({}),
    status: 201,
    response: z.object({ recoveryCodes: codes }),
    errors: ['passkeys.none'],
    limit: { perMinute: 10 },
  }),
} as const

/** Showing once more who one is, in the session that is there already. */
const confirm = {
  ways: endpoint({
    method: 'POST',
    path: '/auth/confirm/options',
    summary: 'How I can show that it is me: my passkey with its challenge, or six digits',
    access: 'signed-in',
    body: z.strictObject({}),
    response: z.object({
      /** Null for whoever has none. */
      passkey: z.nullable(asking),
      recoveryCodesLeft: z.number(),
      /** Where six digits would go; null where a passkey is asked for, or nothing is known. */
      digits: z.nullable(z.enum(['email', 'sms'])),
    }),
    limit: { perMinute: 20 },
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/auth/confirm',
    summary: 'Show with a passkey that it is me; what slept in this session wakes',
    access: 'signed-in',
    body: z.strictObject({ credential: signed }),
    status: 204,
    response: nothing,
    errors: ['passkeys.not_confirmed'],
    limit: { perMinute: 20 },
  }),
  recover: endpoint({
    method: 'POST',
    path: '/auth/confirm/recovery',
    summary: 'Show it with a recovery code, which is used up; says how many are left',
    access: 'signed-in',
    body: z.strictObject({ code: recoveryCode }),
    response: z.object({ left: z.number() }),
    errors: ['passkeys.recovery_wrong', 'passkeys.recovery_wait'],
    limit: { perMinute: 10 },
  }),
  askDigits: endpoint({
    method: 'POST',
    path: '/auth/confirm/code/ask',
    summary: 'Send six digits to my own address or number; for people without a passkey',
    access: 'signed-in',
    body: z.strictObject({}),
    response: z.object({ requestId: id, minutes: z.number() }),
    errors: [
      'identity.too_many_requests',
      'identity.too_many_texts',
      'passkeys.passkey_needed',
      'passkeys.nowhere_to_send',
    ],
    limit: { perMinute: 10 },
  }),
  digits: endpoint({
    method: 'POST',
    path: '/auth/confirm/code',
    summary: 'Show it with the six digits; wakes no powerful role',
    access: 'signed-in',
    body: z.strictObject({ requestId: id, code: sixDigits }),
    status: 204,
    response: nothing,
    errors: ['identity.code_wrong', 'identity.code_over', 'passkeys.passkey_needed'],
    limit: { perMinute: 20 },
  }),
} as const

export const passkeysContract = {
  ...mine,
  ...confirm,
  reset: endpoint({
    method: 'POST',
    path: '/desk/people/:personId/passkeys/reset',
    summary:
      'Take away all passkeys of a colleague who has lost them, and sign them out everywhere',
    access: ['steward'],
    params: z.object({ personId: id }),
    stepUp: true,
    body: z.strictObject({ reason: z.enum(RESET_REASONS) }),
    status: 204,
    response: nothing,
    errors: ['passkeys.person_unknown', 'passkeys.not_oneself', 'passkeys.reset_by_operator'],
    limit: { perMinute: 10 },
  }),
} as const
