import * as z from 'zod/mini'
import { endpoint, id, nothing } from '../http/index.ts'
import { arrived, CAME_OF, textRead, tried, waitingText } from './texts.schemas.ts'

const inGroup = z.object({ groupId: id })
const one = z.object({ groupId: id, textId: id })
const access = ['facilitator'] as const
const NOT_FOUND = ['codesign.group_not_found', 'texts.not_found']

/** Texts that people send us: an answer they can give from any phone (CD2, J-17). */
export const textsContract = {
  receive: endpoint({
    method: 'POST',
    path: '/texts',
    summary:
      'For the text gateway, with its token as bearer: a text that came in. Yes, no or maybe answers the next session; everything else waits for a person',
    access: 'anyone',
    anonymous: true,
    limit: { perMinute: 600 },
    body: arrived,
    status: 204,
    response: nothing,
    errors: ['texts.not_here', 'texts.not_the_gateway'],
  }),
  tryOut: endpoint({
    method: 'POST',
    path: '/dev/texts',
    summary: 'Sends a text as a phone would. Only where texts stay here: development, tests, demo',
    access: 'anyone',
    anonymous: true,
    limit: { perMinute: 30 },
    body: tried,
    status: 204,
    response: nothing,
  }),
  list: endpoint({
    method: 'GET',
    path: '/groups/:groupId/texts',
    summary: 'Texts that wait for whoever runs the group',
    access,
    params: inGroup,
    response: z.object({
      group: z.object({ id, name: z.string() }),
      items: z.array(waitingText),
    }),
    errors: ['codesign.group_not_found'],
  }),
  read: endpoint({
    method: 'POST',
    path: '/groups/:groupId/texts/:textId/read',
    summary: 'The words of a text; that they were read is written down',
    access,
    params: one,
    response: textRead,
    errors: NOT_FOUND,
  }),
  finish: endpoint({
    method: 'POST',
    path: '/groups/:groupId/texts/:textId/done',
    summary: 'Says what came of it. Its words and the number are deleted',
    access,
    params: one,
    body: z.strictObject({ cameOf: z.enum(CAME_OF) }),
    status: 204,
    response: nothing,
    errors: NOT_FOUND,
  }),
} as const
