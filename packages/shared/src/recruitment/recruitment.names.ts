import * as z from 'zod/mini'
import { endpoint, id } from '../http/index.ts'
import { drawSlip, enteredName, enterName, lostSlip, putNameIn } from './recruitment.schemas.ts'

const ofGroup = z.object({ groupId: id })
const withLink = z.strictObject({ token: z.string().check(z.minLength(20), z.maxLength(200)) })

/** A first name in a draw: put in by oneself, by a supporter, or written down; and the slip with which it is seen again. */
export const namesContract = {
  putIn: endpoint({
    method: 'POST',
    path: '/groups/:groupId/recruitment/names',
    summary: 'Put a first name in for the draw, with one way to be reached; no account',
    access: 'anyone',
    supporter: 'groups',
    params: ofGroup,
    body: putNameIn,
    status: 201,
    response: z.object({ reference: z.string(), token: z.string() }),
    errors: [
      'recruitment.none',
      'recruitment.closed',
      'recruitment.contact_invalid',
      'recruitment.answer_unknown',
      'recruitment.consent_needed',
      'codesign.not_their_contact',
      'supporters.own_place',
      'consents.wording_unknown',
    ],
    limit: { perMinute: 10 },
  }),
  enterName: endpoint({
    method: 'POST',
    path: '/groups/:groupId/recruitment/names/entered',
    summary:
      'Write down the name of somebody who rang, wrote or sat at the table; the slip is theirs',
    access: ['facilitator', 'broker'],
    params: ofGroup,
    body: enterName,
    status: 201,
    response: enteredName,
    errors: [
      'recruitment.group_unknown',
      'recruitment.none',
      'recruitment.closed',
      'recruitment.contact_invalid',
      'recruitment.contact_in',
      'recruitment.answer_unknown',
      'recruitment.consent_needed',
      'supporters.own_place',
      'consents.wording_unknown',
    ],
  }),
  newSlip: endpoint({
    method: 'POST',
    path: '/groups/:groupId/recruitment/names/slip',
    summary:
      'Make a slip with new words for who rings and lost theirs; slips and links from before stop working',
    access: ['facilitator', 'broker'],
    params: ofGroup,
    body: lostSlip,
    status: 201,
    response: enteredName,
    errors: [
      'recruitment.group_unknown',
      'recruitment.none',
      'recruitment.wrong_state',
      'recruitment.contact_invalid',
      'recruitment.name_unknown',
    ],
    limit: { perMinute: 10 },
  }),
  openSlip: endpoint({
    method: 'POST',
    path: '/draw-slips/open',
    summary: 'Open a slip with its reference and words; five wrong tries a day',
    access: 'anyone',
    body: z.strictObject({
      reference: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
      words: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
    }),
    response: z.object({ token: z.string() }),
    errors: ['recruitment.words_unknown', 'recruitment.too_many_tries'],
    limit: { perMinute: 20 },
  }),
  slip: endpoint({
    method: 'POST',
    path: '/draw-slips/read',
    summary: 'My own number, my chance, and whether I came up',
    access: 'anyone',
    body: withLink,
    response: drawSlip,
    errors: ['recruitment.slip_unknown'],
    limit: { perMinute: 20 },
  }),
  takeBack: endpoint({
    method: 'POST',
    path: '/draw-slips/special-answers/take-back',
    summary: 'Delete what I said with a consent of its own; my name stays in',
    access: 'anyone',
    body: withLink,
    response: drawSlip,
    errors: ['recruitment.slip_unknown'],
    limit: { perMinute: 10 },
  }),
  takeOut: endpoint({
    method: 'POST',
    path: '/draw-slips/take-out',
    summary: 'Take my name out; what I said is deleted',
    access: 'anyone',
    body: withLink,
    response: z.object({ out: z.literal(true) }),
    errors: ['recruitment.slip_unknown', 'recruitment.wrong_state'],
    limit: { perMinute: 10 },
  }),
} as const
