import * as z from 'zod/mini'
import { endpoint, id } from '../http/index.ts'
import { act, askSupporter, supported, supporter } from './supporters.schemas.ts'

const supportId = z.object({ supportId: id })

export const supportersContract = {
  mine: endpoint({
    method: 'GET',
    path: '/me/supporters',
    summary: 'Who acts for me, and whom I have asked to',
    access: 'signed-in',
    response: z.object({ items: z.array(supporter) }),
  }),
  ask: endpoint({
    method: 'POST',
    path: '/me/supporters',
    summary: 'Ask somebody to act for me; the same answer whether or not they are known here',
    access: 'signed-in',
    body: askSupporter,
    status: 201,
    response: supporter,
    errors: [
      'supporters.contact_invalid',
      'supporters.oneself',
      'supporters.until_wrong',
      'supporters.asked_already',
      'supporters.enough',
      'consents.wording_unknown',
    ],
    limit: { perMinute: 10 },
  }),
  dismiss: endpoint({
    method: 'POST',
    path: '/me/supporters/:supportId/end',
    summary: 'Nobody acts for me by this any more, from now on',
    access: 'signed-in',
    params: supportId,
    body: z.strictObject({}),
    response: supporter,
    errors: ['supporters.not_found'],
  }),
  acts: endpoint({
    method: 'GET',
    path: '/me/supporters/:supportId/acts',
    summary: 'What was done for me: what kind of thing, and when',
    access: 'signed-in',
    params: supportId,
    response: z.object({ items: z.array(act) }),
    errors: ['supporters.not_found'],
  }),
  supporting: endpoint({
    method: 'GET',
    path: '/me/supporting',
    summary: 'Whom I act for, and who has asked me to',
    access: 'signed-in',
    response: z.object({ items: z.array(supported) }),
  }),
  accept: endpoint({
    method: 'POST',
    path: '/me/supporting/:supportId/accept',
    summary: 'Say yes to acting for somebody',
    access: 'signed-in',
    params: supportId,
    body: z.strictObject({}),
    response: supported,
    errors: [
      'supporters.not_found',
      'supporters.over',
      'supporters.own_place',
      'supporters.has_power',
    ],
  }),
  decline: endpoint({
    method: 'POST',
    path: '/me/supporting/:supportId/decline',
    summary: 'Say no, no reason asked',
    access: 'signed-in',
    params: supportId,
    body: z.strictObject({}),
    response: z.object({ declined: z.literal(true) }),
    errors: ['supporters.not_found'],
  }),
  stop: endpoint({
    method: 'POST',
    path: '/me/supporting/:supportId/end',
    summary: 'Stop acting for somebody, from now on',
    access: 'signed-in',
    params: supportId,
    body: z.strictObject({}),
    response: z.object({ ended: z.literal(true) }),
    errors: ['supporters.not_found'],
  }),
} as const
