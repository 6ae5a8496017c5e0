import * as z from 'zod/mini'
import { endpoint, id, instant, text } from '../http/index.ts'
import { comment, deskProposal } from './proposals.own.schemas.ts'
import {
  proposalSettings,
  RETURN_REASONS,
  setProposalSettings,
  supportProposal,
  typeProposal,
} from './proposals.schemas.ts'

const proposalId = z.object({ proposalId: id })
const NOT_FOUND = 'proposals.not_found'

/** What a place does with questions from residents: read, join, support on paper, sponsor, answer by name. */
export const proposalsDeskContract = {
  desk: endpoint({
    method: 'GET',
    path: '/places/:placeId/desk/proposals',
    summary:
      'Questions from residents that wait for somebody of the place, soonest due first, then the others',
    access: ['broker', 'commissioner', 'elected-member'],
    params: z.object({ placeId: id }),
    response: z.object({ items: z.array(deskProposal) }),
  }),
  type: endpoint({
    method: 'POST',
    path: '/desk/proposals',
    summary: 'Type a question for somebody who says it, read it back, and hand out a slip',
    access: ['broker'],
    body: typeProposal,
    status: 201,
    response: z.object({
      reference: z.string(),
      /** Of the slip they take along; null where it went to their own email address. */
      manageToken: z.nullable(z.string()),
      slipCode: z.nullable(z.string()),
      readBy: instant,
    }),
    errors: ['places.not_found', 'proposals.contact_invalid', 'proposals.area_unknown'],
  }),
  publish: endpoint({
    method: 'POST',
    path: '/proposals/:proposalId/publish',
    summary:
      'Read for safety: no names of others, nothing that hurts. From now on everybody may read it',
    access: ['broker'],
    params: proposalId,
    body: z.strictObject({}),
    response: deskProposal,
    errors: [NOT_FOUND, 'proposals.wrong_state'],
  }),
  giveBack: endpoint({
    method: 'POST',
    path: '/proposals/:proposalId/return',
    summary: 'Read for safety: goes back to whoever asked, with a named reason and what would help',
    access: ['broker'],
    params: proposalId,
    body: z.strictObject({ reason: z.enum(RETURN_REASONS), note: text({ min: 20, max: 600 }) }),
    response: deskProposal,
    errors: [NOT_FOUND, 'proposals.wrong_state'],
  }),
  typeSupport: endpoint({
    method: 'POST',
    path: '/proposals/:proposalId/typed-supports',
    summary: 'Somebody said to a broker that they stand behind it; one a person, as online',
    access: ['broker'],
    params: proposalId,
    body: z.strictObject({
      firstName: supportProposal.shape.firstName,
      contactBy: supportProposal.shape.contactBy,
      contact: supportProposal.shape.contact,
      language: supportProposal.shape.language,
    }),
    status: 201,
    response: deskProposal,
    errors: [NOT_FOUND, 'proposals.contact_invalid', 'proposals.over'],
  }),
  addSheet: endpoint({
    method: 'POST',
    path: '/proposals/:proposalId/sheets',
    summary: 'Signatures on a sheet of paper: how many, and who keeps the sheet; counted apart',
    access: ['broker'],
    params: proposalId,
    body: z.strictObject({
      people: z.int().check(z.gte(1), z.lte(500)),
      heldBy: text({ min: 3, max: 120 }),
    }),
    status: 201,
    response: deskProposal,
    errors: [NOT_FOUND, 'proposals.over'],
  }),
  join: endpoint({
    method: 'POST',
    path: '/proposals/:proposalId/join',
    summary:
      'Join it into another about the same: both who asked are told and both stay co-authors',
    access: ['broker'],
    params: proposalId,
    body: z.strictObject({ into: id }),
    response: deskProposal,
    errors: [NOT_FOUND, 'proposals.cannot_join'],
  }),
  sponsor: endpoint({
    method: 'POST',
    path: '/proposals/:proposalId/sponsors',
    summary:
      'Sponsor a question in public, by name: an elected member, or for an organisation of the place',
    access: ['elected-member', 'member'],
    params: proposalId,
    body: z.strictObject({
      /** For which organisation; null for an elected member. */
      organisationId: z.nullable(id),
      because: text({ min: 10, max: 300 }),
    }),
    status: 201,
    response: z.object({ sponsored: z.literal(true), answerBy: z.nullable(instant) }),
    errors: [NOT_FOUND, 'proposals.over', 'proposals.name_needed', 'proposals.sponsored_already'],
  }),
  adopt: endpoint({
    method: 'POST',
    path: '/proposals/:proposalId/adopt',
    summary: 'Take the question over: it becomes a draft of which whoever asked stays co-author',
    access: ['commissioner'],
    params: proposalId,
    body: z.strictObject({}),
    status: 201,
    response: z.object({ challengeId: id }),
    errors: [
      NOT_FOUND,
      'proposals.answered',
      'proposals.name_needed',
      'places.not_found',
      'challenges.no_public_body',
    ],
  }),
  answer: endpoint({
    method: 'POST',
    path: '/proposals/:proposalId/answer',
    summary: 'Answer no, or not now: by name, in public, with reasons and a next step',
    access: ['commissioner'],
    params: proposalId,
    body: z.strictObject({
      kind: z.enum(['no', 'not-now']),
      reasons: text({ min: 30, max: 2000 }),
      nextStep: text({ min: 10, max: 600 }),
    }),
    response: deskProposal,
    errors: [
      NOT_FOUND,
      'proposals.answered',
      'proposals.name_needed',
      'proposals.too_short',
      'challenges.no_public_body',
    ],
  }),
  comments: endpoint({
    method: 'GET',
    path: '/challenges/:challengeId/co-author-comments',
    summary: 'What the co-authors of this draft say, in their order, with what was answered',
    access: ['commissioner'],
    params: z.object({ challengeId: id }),
    response: z.object({ items: z.array(comment) }),
    errors: ['challenges.not_found'],
  }),
  answerComment: endpoint({
    method: 'POST',
    path: '/co-author-comments/:commentId/answer',
    summary: 'Say what became of a co-author’s words; the co-author is written to',
    access: ['commissioner'],
    params: z.object({ commentId: id }),
    body: z.strictObject({ taken: z.boolean(), text: text({ min: 3, max: 1000 }) }),
    response: comment,
    errors: ['proposals.comment_not_found', 'proposals.answered', 'proposals.name_needed'],
  }),
  setSettings: endpoint({
    method: 'POST',
    path: '/places/:placeId/proposal-settings',
    summary:
      'Set how many people make a question one that must be answered, with where the number comes from',
    access: ['steward'],
    params: z.object({ placeId: id }),
    body: setProposalSettings,
    status: 201,
    response: proposalSettings,
    errors: ['places.not_found', 'proposals.same_number'],
  }),
} as const
