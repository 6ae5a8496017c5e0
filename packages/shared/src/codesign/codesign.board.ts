import * as z from 'zod/mini'
import { endpoint, id, instant } from '../http/index.ts'

/** What may be declared of the TLAP ladder, lowest first: nobody sets out to coerce. */
export const RUNGS = [
  'educating',
  'informing',
  'consultation',
  'engagement',
  'co-design',
  'co-production',
] as const
/** Three voices, one third each (§4.2). Firms and universities sit with the bloc that matches their stake. */
export const BLOCS = ['residents', 'organisations', 'public-bodies'] as const
export type Bloc = (typeof BLOCS)[number]

/** How far a group has come (§2.11). Convened: its members have agreed their charter. */
export const GROUP_STATES = [
  'recruiting',
  'convened',
  'active',
  'reporting-back',
  'homework-marked',
  'closed',
] as const
export type GroupState = (typeof GROUP_STATES)[number]

/**
 * How far a session has come (§2.11). It is confirmed once everybody's access is arranged, and paid also when it was
 * cancelled late.
 */
export const SESSION_STATES = [
  'announced',
  'access-check',
  'confirmed',
  'held',
  'notes-shared',
  'paid',
  'closed',
  'cancelled',
] as const
export type SessionState = (typeof SESSION_STATES)[number]

export const groupSession = z.object({
  id,
  startsAt: instant,
  endsAt: instant,
  venue: z.string(),
  address: z.nullable(z.string()),
  gettingThere: z.string(),
  stepFree: z.boolean(),
  state: z.enum(SESSION_STATES),
})
export type GroupSession = z.output<typeof groupSession>

export const group = z.object({
  id,
  placeId: id,
  challenge: z.object({ id, slug: z.string(), question: z.string() }),
  name: z.string(),
  about: z.string(),
  state: z.enum(GROUP_STATES),
  /** Words to join by, as on the poster: 'maple-otter'. */
  joinCode: z.string(),
  rung: z.enum(RUNGS),
  /** The power statement (CD1): what the group decides, shapes, and what is fixed and why. */
  decides: z.string(),
  shapes: z.string(),
  fixed: z.string(),
  answersBy: z.string(),
  youGet: z.string(),
  facilitator: z.object({ name: z.string(), phone: z.nullable(z.string()) }),
  places: z.number(),
  placesLeft: z.number(),
  sessions: z.array(groupSession),
})
export type Group = z.output<typeof group>

/** What the first page of a place reads of groups: apart from the rest, as `challengesBoard` is. */
export const codesignBoard = {
  list: endpoint({
    method: 'GET',
    path: '/groups',
    summary: 'Groups to join, next session first',
    access: 'anyone',
    query: z.strictObject({ placeId: z.optional(id), challengeId: z.optional(id) }),
    response: z.object({ items: z.array(group) }),
    errors: ['places.none_yet'],
    cache: 'public',
  }),
} as const
