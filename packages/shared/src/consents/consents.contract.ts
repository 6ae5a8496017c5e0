import * as z from 'zod/mini'
import { endpoint, id } from '../http/index.ts'
import { LANGUAGES } from '../identity/index.ts'
import { consent, ledger, wording } from './consents.schemas.ts'

export const consentsContract = {
  wordings: endpoint({
    method: 'GET',
    path: '/consent-wordings',
    summary: 'What people are asked to agree to, word for word, as it is shown and kept',
    access: 'anyone',
    query: z.strictObject({ language: z.optional(z.enum(LANGUAGES)) }),
    response: z.object({ items: z.array(wording) }),
    cache: 'public',
  }),
  mine: endpoint({
    method: 'GET',
    path: '/me/consents',
    summary: 'What I have agreed to, and who opened what I said in confidence',
    access: 'signed-in',
    response: ledger,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/me/consents/:consentId/withdrawal',
    summary: 'Take back something I agreed to; what follows from it is done at once',
    access: 'signed-in',
    params: z.object({ consentId: id }),
    body: z.strictObject({}),
    response: consent,
    errors: ['consents.not_found', 'consents.nothing_to_withdraw', 'identity.last_address'],
  }),
} as const
