import * as z from 'zod/mini'
import { cursorPage, endpoint, id, instant, pageOf, text } from '../http/index.ts'
import * as s from './conversations.schemas.ts'

const groupId = z.object({ groupId: id })
const threadId = z.object({ groupId: id, threadId: id })
const messageId = z.object({ groupId: id, messageId: id })
const IN_GROUP = ['codesign.group_not_found', 'codesign.no_place_here'] as const
const MODERATES = [
  ...IN_GROUP,
  'conversations.not_moderator',
  'conversations.message_not_found',
  'conversations.as_it_is',
] as const

export const REPORT_OUTCOMES = ['hidden', 'spoken', 'stays'] as const

/** That a text is against the group's rules: for who runs the group and its moderators, never for others. */
export const contentReport = z.object({
  id,
  messageId: id,
  threadId: id,
  threadTitle: z.string(),
  words: z.string(),
  reason: z.enum(s.HIDE_REASONS),
  said: z.string(),
  /** Who reported it: for whoever runs the group alone. */
  reporter: z.nullable(z.string()),
  answerBy: instant,
  late: z.boolean(),
  at: instant,
  answer: z.nullable(
    z.object({ outcome: z.enum(REPORT_OUTCOMES), words: z.string(), at: instant }),
  ),
})
export type ContentReport = z.output<typeof contentReport>

/** Who looks after a conversation, in view of everybody in it. */
export const moderationContract = {
  hide: endpoint({
    method: 'POST',
    path: '/groups/:groupId/messages/:messageId/hide',
    summary:
      'Hide a message, with a reason and a sentence; its writer is told, the group reads that it was done',
    access: 'anyone',
    params: messageId,
    body: z.strictObject({ reason: z.enum(s.HIDE_REASONS), sentence: s.sentence }),
    response: s.message,
    errors: [...MODERATES],
  }),
  decideAgain: endpoint({
    method: 'POST',
    path: '/groups/:groupId/messages/:messageId/decide-again',
    summary: 'Show a hidden message again, or say why it stays hidden',
    access: 'anyone',
    params: messageId,
    body: z.strictObject({ show: z.boolean(), sentence: s.sentence }),
    response: s.message,
    errors: [...MODERATES, 'conversations.own_message'],
  }),
  askBack: endpoint({
    method: 'POST',
    path: '/groups/:groupId/messages/:messageId/ask-back',
    summary: 'Ask, once, that a hidden message of one’s own be looked at again',
    access: 'anyone',
    supporter: 'groups',
    params: messageId,
    body: z.strictObject({ sentence: s.sentence }),
    response: s.message,
    errors: [
      ...IN_GROUP,
      'conversations.message_not_found',
      'conversations.not_yours',
      'conversations.as_it_is',
    ],
  }),
  setClosed: endpoint({
    method: 'POST',
    path: '/groups/:groupId/threads/:threadId/closed',
    summary: 'Close a conversation or open it again, with a sentence',
    access: 'anyone',
    params: threadId,
    body: z.strictObject({ closed: z.boolean(), sentence: s.sentence }),
    response: s.thread,
    errors: [
      ...IN_GROUP,
      'conversations.not_moderator',
      'conversations.thread_not_found',
      'conversations.as_it_is',
    ],
  }),
  setModerator: endpoint({
    method: 'POST',
    path: '/groups/:groupId/moderators',
    summary:
      'Write down whom the group named as moderator, two at most, or that they no longer are',
    access: ['facilitator'],
    params: groupId,
    body: z.strictObject({ memberId: id, moderates: z.boolean(), sentence: s.sentence }),
    response: s.aboutMe,
    errors: [
      'codesign.group_not_found',
      'codesign.no_place_here',
      'codesign.member_not_found',
      'conversations.two_moderators',
      'conversations.as_it_is',
    ],
  }),
  log: endpoint({
    method: 'GET',
    path: '/groups/:groupId/moderation',
    summary: 'What was hidden, shown again and closed, by whom and why: for everybody in the group',
    access: 'anyone',
    supporter: 'groups',
    params: groupId,
    query: z.strictObject(cursorPage),
    response: pageOf(s.logLine),
    errors: [...IN_GROUP],
  }),
  report: endpoint({
    method: 'POST',
    path: '/groups/:groupId/messages/:messageId/report',
    summary: 'Say that a message is against the group’s rules; answered within three working days',
    access: 'anyone',
    supporter: 'groups',
    params: messageId,
    body: z.strictObject({ reason: z.enum(s.HIDE_REASONS), said: text({ min: 0, max: 1_000 }) }),
    status: 201,
    response: z.object({ answerBy: z.string() }),
    errors: [...IN_GROUP, 'conversations.message_not_found', 'conversations.reported_already'],
    limit: { perMinute: 10 },
  }),
  reports: endpoint({
    method: 'GET',
    path: '/groups/:groupId/reports',
    summary: 'What was reported, for whoever runs the group and its moderators',
    access: 'anyone',
    params: groupId,
    response: z.object({ items: z.array(contentReport) }),
    errors: [...IN_GROUP, 'conversations.not_moderator'],
  }),
  answerReport: endpoint({
    method: 'POST',
    path: '/groups/:groupId/reports/:reportId/answer',
    summary: 'Answer whoever reported a message',
    access: 'anyone',
    params: z.object({ groupId: id, reportId: id }),
    body: z.strictObject({ outcome: z.enum(REPORT_OUTCOMES), words: s.sentence }),
    response: contentReport,
    errors: [
      ...IN_GROUP,
      'conversations.not_moderator',
      'conversations.report_not_found',
      'conversations.own_message',
      'conversations.as_it_is',
    ],
  }),
} as const
