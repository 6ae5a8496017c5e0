import * as z from 'zod/mini'
import { endpoint, id } from '../http/index.ts'
import { namesContract } from './recruitment.names.ts'
import {
  callOff,
  moveDates,
  openRecruitment,
  recruitment,
  recruitmentDesk,
} from './recruitment.schemas.ts'

const ofGroup = z.object({ groupId: id })
const runs = ['facilitator', 'broker'] as const

export const recruitmentContract = {
  ...namesContract,
  read: endpoint({
    method: 'GET',
    path: '/groups/:groupId/recruitment',
    summary:
      'How a group finds its people: targets, promise, chances, seed and result, without a name',
    access: 'anyone',
    params: ofGroup,
    response: recruitment,
    errors: ['recruitment.none'],
    cache: 'public',
  }),
  box: endpoint({
    method: 'GET',
    path: '/groups/:groupId/recruitment/box',
    summary: 'The file with which anybody can draw again: pool numbers and sheets, without a name',
    access: 'anyone',
    params: ofGroup,
    response: z.object({
      /** The very text whose SHA-256 is the published fingerprint. */
      box: z.string(),
      hash: z.string(),
      commitment: z.string(),
      secret: z.nullable(z.string()),
      publicValue: z.nullable(z.string()),
      seed: z.nullable(z.string()),
      sheet: z.nullable(z.number()),
    }),
    errors: ['recruitment.none', 'recruitment.no_box'],
    cache: 'public',
  }),
  open: endpoint({
    method: 'POST',
    path: '/groups/:groupId/recruitment',
    summary: 'Begin to look for people: seats, targets, last day, and the figure that decides',
    access: runs,
    params: ofGroup,
    body: openRecruitment,
    status: 201,
    response: recruitmentDesk,
    errors: [
      'recruitment.group_unknown',
      'recruitment.runs_already',
      'recruitment.dates_out_of_order',
      'recruitment.targets_impossible',
      'recruitment.never_asked',
      'recruitment.sensitive',
      'recruitment.too_many_seats',
    ],
  }),
  desk: endpoint({
    method: 'GET',
    path: '/groups/:groupId/recruitment/desk',
    summary: 'What those who run it see besides: lacks, targets that gave way, reach',
    access: runs,
    params: ofGroup,
    response: recruitmentDesk,
    errors: ['recruitment.group_unknown', 'recruitment.none'],
  }),
  moveDates: endpoint({
    method: 'POST',
    path: '/groups/:groupId/recruitment/dates',
    summary: 'More time for names; only before the figure is known',
    access: runs,
    params: ofGroup,
    body: moveDates,
    response: recruitmentDesk,
    errors: [
      'recruitment.group_unknown',
      'recruitment.none',
      'recruitment.wrong_state',
      'recruitment.dates_out_of_order',
      'recruitment.figure_known',
    ],
  }),
  draw: endpoint({
    method: 'POST',
    path: '/groups/:groupId/recruitment/draw',
    summary: 'Type the figure that was announced; the second person who types the same draws',
    access: runs,
    params: ofGroup,
    body: z.strictObject({
      publicValue: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
    }),
    response: recruitmentDesk,
    errors: [
      'recruitment.group_unknown',
      'recruitment.none',
      'recruitment.wrong_state',
      'recruitment.figure_not_yet',
      'recruitment.figures_differ',
    ],
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/groups/:groupId/recruitment/confirm',
    summary: 'A person has looked at who came up: they get their places, and everybody is told',
    access: runs,
    params: ofGroup,
    body: z.strictObject({}),
    response: recruitmentDesk,
    errors: [
      'recruitment.group_unknown',
      'recruitment.none',
      'recruitment.wrong_state',
      'codesign.group_full',
    ],
  }),
  callOff: endpoint({
    method: 'POST',
    path: '/groups/:groupId/recruitment/call-off',
    summary:
      'Call it off before it is drawn: everybody in the pool is told why, and nothing is drawn',
    access: runs,
    params: ofGroup,
    body: callOff,
    response: recruitmentDesk,
    errors: ['recruitment.group_unknown', 'recruitment.none', 'recruitment.wrong_state'],
  }),
} as const
