import * as z from 'zod/mini'
import { endpoint, id, text } from '../http/index.ts'
import {
  CHARTER_ANSWERS,
  charter,
  charterText,
  openCharter,
  shownCharterText,
} from './charters.schemas.ts'

const groupId = z.object({ groupId: id })
const answer = {
  /** The wording somebody read; a yes to it is a yes to no other. */
  version: z.int().check(z.gte(1), z.lte(999)),
  answer: z.enum(CHARTER_ANSWERS),
  /** With 'not-yet': what must change. */
  words: text({ min: 0, max: 300 }),
}

/** What a group agrees with itself before it decides anything (CD1). */
export const chartersContract = {
  read: endpoint({
    method: 'GET',
    path: '/groups/:groupId/charter',
    summary: 'The charter a group has agreed',
    access: 'anyone',
    params: groupId,
    response: z.object({ agreed: z.nullable(charter) }),
    errors: ['codesign.group_not_found'],
    cache: 'public',
  }),
  open: endpoint({
    method: 'GET',
    path: '/groups/:groupId/charter/open',
    summary: 'The charter being written or answered, for those within',
    access: 'anyone',
    supporter: 'groups',
    params: groupId,
    response: z.object({
      open: z.nullable(openCharter),
      /** What a first one begins with, for whoever runs the group. */
      begin: z.nullable(shownCharterText),
      runs: z.boolean(),
    }),
    errors: ['codesign.group_not_found', 'codesign.no_place_here'],
  }),
  write: endpoint({
    method: 'PUT',
    path: '/groups/:groupId/charter/open',
    summary: 'Write the charter; what was answered to an earlier wording no longer counts',
    access: ['facilitator'],
    params: groupId,
    body: charterText,
    response: openCharter,
    errors: ['codesign.group_not_found', 'charters.rung_lower', 'charters.not_a_codesign_group'],
  }),
  ask: endpoint({
    method: 'POST',
    path: '/groups/:groupId/charter/ask',
    summary: 'Ask everybody in the group whether they can live with it',
    access: ['facilitator'],
    params: groupId,
    body: z.strictObject({}),
    response: openCharter,
    errors: ['codesign.group_not_found', 'charters.nothing_to_ask'],
  }),
  answer: endpoint({
    method: 'POST',
    path: '/groups/:groupId/charter/answer',
    summary: 'Say whether I can live with the charter, or what must change',
    access: 'anyone',
    supporter: 'groups',
    params: groupId,
    body: z.strictObject(answer),
    response: openCharter,
    errors: [
      'codesign.group_not_found',
      'codesign.no_place_here',
      'charters.not_asked',
      'charters.reworded',
      'charters.words_missing',
    ],
  }),
  typeAnswer: endpoint({
    method: 'POST',
    path: '/groups/:groupId/charter/answers/:memberId',
    summary:
      'Write down what somebody said by telephone, on paper or in the room; read back to them',
    access: ['facilitator'],
    params: z.object({ groupId: id, memberId: id }),
    body: z.strictObject({ ...answer, readBack: z.literal(true) }),
    response: openCharter,
    errors: [
      'codesign.group_not_found',
      'codesign.member_not_found',
      'charters.not_asked',
      'charters.reworded',
      'charters.words_missing',
    ],
  }),
  settle: endpoint({
    method: 'POST',
    path: '/groups/:groupId/charter/settle',
    summary: 'The group has agreed: the charter holds, and the group is convened',
    access: ['facilitator'],
    params: groupId,
    body: z.strictObject({}),
    response: charter,
    errors: ['codesign.group_not_found', 'charters.not_asked', 'charters.not_agreed'],
  }),
} as const
