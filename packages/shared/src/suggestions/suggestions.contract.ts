import * as z from 'zod/mini'
import { LADDER } from '../codesign/codesign.ladder.ts'
import { startSession } from '../codesign/codesign.schemas.ts'
import { endpoint, id } from '../http/index.ts'
import { influence, ratio } from './suggestions.influence.ts'
import {
  acknowledgeSuggestion,
  answerSuggestion,
  GROUP_STEPS,
  homework,
  inside,
  insideSuggestion,
  owed,
  saySuggestion,
  typeHomework,
  typeSuggestion,
  youSaid,
} from './suggestions.schemas.ts'
import { MARKS, NAMED_AS } from './suggestions.words.ts'

const inGroup = z.object({ groupId: id })
const one = z.object({ suggestionId: id })
const byMember = { access: 'anyone', supporter: 'groups' } as const
const byFacilitator = { access: ['facilitator'] } as const
const byWhoAnswers = { access: ['facilitator', 'commissioner'] } as const
const within = ['codesign.group_not_found', 'codesign.no_place_here'] as const
const ofOne = ['suggestions.not_found', 'codesign.no_place_here'] as const
const ofGroup = ['codesign.group_not_found'] as const

export const suggestionsContract = {
  published: endpoint({
    method: 'GET',
    path: '/groups/:groupId/you-said',
    summary: 'You said, we did: every suggestion of a group and what became of it',
    access: 'anyone',
    params: inGroup,
    response: youSaid,
    errors: ofGroup,
    cache: 'public',
  }),
  list: endpoint({
    ...byMember,
    method: 'GET',
    path: '/groups/:groupId/suggestions',
    summary: 'Suggestions of a group from within, with my own marks',
    params: inGroup,
    response: inside,
    errors: within,
  }),
  say: endpoint({
    ...byMember,
    method: 'POST',
    path: '/groups/:groupId/suggestions',
    summary: 'Suggest something, in my own words',
    params: inGroup,
    body: saySuggestion,
    status: 201,
    response: insideSuggestion,
    errors: [...within, 'suggestions.group_over'],
    limit: { perMinute: 30 },
  }),
  typeIn: endpoint({
    ...byFacilitator,
    method: 'POST',
    path: '/groups/:groupId/suggestions/typed',
    summary:
      'Write down what somebody said, read back to them, or what stands in the notes of a session',
    params: inGroup,
    body: typeSuggestion,
    status: 201,
    response: insideSuggestion,
    errors: [...ofGroup, 'codesign.member_not_found', 'suggestions.group_over'],
  }),
  nameAs: endpoint({
    ...byMember,
    method: 'PUT',
    path: '/suggestions/:suggestionId/named-as',
    summary: 'Choose whether my first name stands with what I suggested',
    params: one,
    body: z.strictObject({ namedAs: z.enum(NAMED_AS) }),
    response: z.object({ namedAs: z.enum(NAMED_AS) }),
    errors: ofOne,
  }),
  acknowledge: endpoint({
    ...byWhoAnswers,
    method: 'POST',
    path: '/suggestions/:suggestionId/acknowledge',
    summary: 'Say that it was heard, what happens now and when it is decided',
    params: one,
    body: acknowledgeSuggestion,
    response: insideSuggestion,
    errors: ['suggestions.not_found', 'suggestions.wrong_state', 'suggestions.dates'],
  }),
  answer: endpoint({
    ...byWhoAnswers,
    method: 'POST',
    path: '/suggestions/:suggestionId/answer',
    summary: 'Say what became of it, by name; a no or a part comes with its reason',
    params: one,
    body: answerSuggestion,
    response: insideSuggestion,
    errors: [
      'suggestions.not_found',
      'suggestions.wrong_state',
      'suggestions.reason_needed',
      'suggestions.dates',
    ],
  }),
  mark: endpoint({
    ...byMember,
    method: 'PUT',
    path: '/suggestions/:suggestionId/mark',
    summary: 'Mark the homework: satisfied, not, or unsure; changeable until the meeting is closed',
    params: one,
    body: z.strictObject({ mark: z.enum(MARKS) }),
    response: z.object({ mark: z.enum(MARKS) }),
    errors: [...ofOne, 'suggestions.marking_closed'],
  }),
  rate: endpoint({
    ...byMember,
    method: 'PUT',
    path: '/groups/:groupId/ladder',
    summary: 'Say where on the ladder this group really stood',
    params: inGroup,
    body: z.strictObject({ rung: z.enum(LADDER) }),
    response: z.object({ rung: z.enum(LADDER) }),
    errors: [...within, 'suggestions.ladder_closed'],
  }),
  typeHomework: endpoint({
    ...byFacilitator,
    method: 'POST',
    path: '/groups/:groupId/homework/typed',
    summary: 'Type in how somebody marked the homework by telephone or on paper, read back to them',
    params: inGroup,
    body: typeHomework,
    response: z.object({ typed: z.number(), ownStand: z.number() }),
    errors: [
      ...ofGroup,
      'codesign.member_not_found',
      'suggestions.not_found',
      'suggestions.marking_closed',
      'suggestions.ladder_closed',
    ],
  }),
  announceHomework: endpoint({
    ...byFacilitator,
    method: 'POST',
    path: '/groups/:groupId/homework',
    summary: 'Announce the session at which the group marks the homework',
    params: inGroup,
    body: startSession,
    status: 201,
    response: homework,
    errors: [
      ...ofGroup,
      'suggestions.step_too_early',
      'suggestions.meeting_stands',
      'codesign.session_in_past',
    ],
  }),
  marksAt: endpoint({
    ...byMember,
    method: 'GET',
    path: '/groups/:groupId/inside/sessions/:sessionId/homework',
    summary: 'Whether a session is the one at which the group marks the homework',
    params: z.object({ groupId: id, sessionId: id }),
    response: z.object({ isHomework: z.boolean() }),
    errors: within,
  }),
  moveOn: endpoint({
    ...byFacilitator,
    method: 'POST',
    path: '/groups/:groupId/steps',
    summary: 'Take a group one step further: active, reporting back, homework marked, closed',
    params: inGroup,
    body: z.strictObject({ to: z.enum(GROUP_STEPS) }),
    response: inside,
    errors: [...ofGroup, 'suggestions.step_too_early'],
  }),
  influence: endpoint({
    ...byMember,
    method: 'GET',
    path: '/groups/:groupId/influence',
    summary: 'How much each voice counted, each figure with its rule and counts',
    params: inGroup,
    response: influence,
    errors: [...ofGroup, 'suggestions.influence_inside'],
  }),
  shareInfluence: endpoint({
    ...byFacilitator,
    method: 'POST',
    path: '/groups/:groupId/influence/share',
    summary: 'Let everybody read it before the group is closed, because the group says so',
    params: inGroup,
    body: z.strictObject({ groupAgreed: z.literal(true) }),
    response: z.object({ isPublic: z.literal(true) }),
    errors: [...ofGroup, 'suggestions.step_too_early'],
  }),
  owed: endpoint({
    method: 'GET',
    path: '/places/:placeId/answers-owed',
    summary: 'Answers we owe residents, the most pressing first, and meetings held of those due',
    access: ['facilitator', 'commissioner', 'broker'],
    params: z.object({ placeId: id }),
    response: z.object({
      items: z.array(owed),
      /** M22, second half: meetings to mark the homework, of twelve months; null for who holds none of the roles here. */
      meetings: z.nullable(ratio),
    }),
  }),
} as const
