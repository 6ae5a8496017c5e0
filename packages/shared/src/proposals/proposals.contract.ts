import * as z from 'zod/mini'
import { endpoint, id, instant, text } from '../http/index.ts'
import { ownProposal, similar } from './proposals.own.schemas.ts'
import {
  proposal,
  proposalSettings,
  proposalWords,
  putProposal,
  SHOWN_AS,
  supportProposal,
} from './proposals.schemas.ts'

const proposalId = z.object({ proposalId: id })
const token = z.string().check(z.minLength(20), z.maxLength(100))
/** Into one's own question: with the slip, or signed in with an address or number that is proven one's own. */
const door = z.union([z.strictObject({ token }), z.strictObject({ proposalId: id })])
const GONE = ['proposals.own_not_found'] as const

export const proposalsContract = {
  list: endpoint({
    method: 'GET',
    path: '/proposals',
    summary:
      'Questions residents have put on the table: those that wait for support or an answer, or those answered',
    access: 'anyone',
    query: z.strictObject({
      placeId: z.optional(id),
      which: z.optional(z.enum(['open', 'answered'])),
    }),
    response: z.object({ items: z.array(proposal), settings: proposalSettings }),
    errors: ['places.none_yet', 'places.not_found'],
    cache: 'public',
  }),
  read: endpoint({
    method: 'GET',
    path: '/proposals/:proposalId',
    summary:
      'One question from a resident: what is happening, who stands behind it, who answers by when',
    access: 'anyone',
    params: proposalId,
    response: proposal,
    errors: ['proposals.not_found'],
    cache: 'public',
  }),
  similar: endpoint({
    method: 'GET',
    path: '/places/:placeId/similar-proposals',
    summary: 'Questions that may be about the same, while one is being typed',
    access: 'anyone',
    params: z.object({ placeId: id }),
    query: z.strictObject({ q: text({ max: 300 }) }),
    response: z.object({ items: z.array(similar) }),
    limit: { perMinute: 60 },
  }),
  put: endpoint({
    method: 'POST',
    path: '/proposals',
    summary: 'Put a question on the table with a first name and one way to be reached, no account',
    access: 'anyone',
    body: putProposal,
    status: 201,
    response: z.object({
      /** To say on the telephone: "PLUM-47". */
      reference: z.string(),
      /** For reading and changing it later; shown once, never in an address. */
      manageToken: z.string(),
      /** The same in words, to print and to type: "PLUM-4721-OTTER". */
      slipCode: z.string(),
      /** Somebody reads it by then (three working days). */
      readBy: instant,
    }),
    errors: ['places.not_found', 'proposals.contact_invalid', 'proposals.area_unknown'],
    limit: { perMinute: 10 },
  }),
  support: endpoint({
    method: 'POST',
    path: '/proposals/:proposalId/supports',
    summary: 'Stand behind a question; it counts once the link we send is confirmed',
    access: 'anyone',
    params: proposalId,
    body: supportProposal,
    status: 201,
    /** The same whether or not this address or number stands behind it already (decision 10). */
    response: z.object({ sent: z.literal(true) }),
    errors: [
      'proposals.not_found',
      'proposals.contact_invalid',
      'proposals.over',
      'identity.texts_off',
      'identity.number_not_texted',
      'identity.too_many_texts',
    ],
    limit: { perMinute: 10 },
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/proposal-supports/confirm',
    summary: 'Confirm that you stand behind a question, with the link we sent',
    access: 'anyone',
    body: z.strictObject({ token }),
    response: proposal,
    errors: ['proposals.link_unknown', 'proposals.over'],
    limit: { perMinute: 30 },
  }),
  stopSupporting: endpoint({
    method: 'POST',
    path: '/proposal-supports/withdraw',
    summary: 'No longer stand behind a question; first name and contact are deleted',
    access: 'anyone',
    body: z.strictObject({ token }),
    response: z.object({ gone: z.literal(true) }),
    errors: ['proposals.link_unknown'],
    limit: { perMinute: 30 },
  }),
  coAuthors: endpoint({
    method: 'GET',
    path: '/challenges/:challengeId/co-authors',
    summary: 'Residents who put this question on the table and stay its co-authors',
    access: 'anyone',
    params: z.object({ challengeId: id }),
    response: z.object({
      items: z.array(
        z.object({
          proposalId: id,
          name: z.nullable(z.string()),
          question: z.string(),
          since: instant,
        }),
      ),
    }),
    cache: 'public',
  }),
  mine: endpoint({
    method: 'GET',
    path: '/me/proposals',
    summary: 'Questions I have put on the table, under an address or number that is proven mine',
    access: 'signed-in',
    response: z.object({ items: z.array(ownProposal) }),
  }),
  slip: endpoint({
    method: 'POST',
    path: '/own-proposal/slip',
    summary:
      'The reference and the words on a slip, for the link they stand for; five wrong tries a day',
    access: 'anyone',
    body: z.strictObject({
      reference: z.string().check(z.minLength(4), z.maxLength(40)),
      code: z.string().check(z.minLength(6), z.maxLength(60)),
    }),
    response: z.object({ manageToken: z.string() }),
    errors: ['proposals.slip_unknown', 'proposals.too_many_tries'],
    limit: { perMinute: 10 },
  }),
  own: endpoint({
    method: 'POST',
    path: '/own-proposal/read',
    summary: 'Read one’s own question with the slip',
    access: 'anyone',
    body: z.strictObject({ door }),
    response: ownProposal,
    errors: GONE,
    limit: { perMinute: 30 },
  }),
  change: endpoint({
    method: 'POST',
    path: '/own-proposal/words',
    summary: 'Write it again after it came back, and send it to be read',
    access: 'anyone',
    body: z.strictObject({ door, words: proposalWords }),
    response: ownProposal,
    errors: [...GONE, 'proposals.words_stand', 'proposals.area_unknown'],
    limit: { perMinute: 10 },
  }),
  showAs: endpoint({
    method: 'POST',
    path: '/own-proposal/name',
    summary: 'Be named by first name, or as a resident',
    access: 'anyone',
    body: z.strictObject({ door, shownAs: z.enum(SHOWN_AS) }),
    response: ownProposal,
    errors: GONE,
    limit: { perMinute: 10 },
  }),
  comment: endpoint({
    method: 'POST',
    path: '/own-proposal/comments',
    summary: 'Say something about the draft your question became, or give another wording',
    access: 'anyone',
    body: z.strictObject({
      door,
      text: text({ min: 3, max: 1000 }),
      wording: z.nullable(text({ min: 12, max: 160 })),
    }),
    response: ownProposal,
    errors: [...GONE, 'proposals.no_draft'],
    limit: { perMinute: 10 },
  }),
  leave: endpoint({
    method: 'POST',
    path: '/own-proposal/leave',
    summary: 'Take it back before it is public; afterwards, take your name and contact off it',
    access: 'anyone',
    body: z.strictObject({ door }),
    response: z.object({ gone: z.literal(true) }),
    errors: GONE,
    limit: { perMinute: 10 },
  }),
  settings: endpoint({
    method: 'GET',
    path: '/places/:placeId/proposal-settings',
    summary: 'How many people make a question one that must be answered here, since when and why',
    access: 'anyone',
    params: z.object({ placeId: id }),
    response: proposalSettings,
    cache: 'public',
  }),
} as const
