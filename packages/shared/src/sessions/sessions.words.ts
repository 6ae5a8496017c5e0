/** What an item on an agenda is for. */
export const PURPOSES = ['hear', 'talk', 'decide'] as const
export type Purpose = (typeof PURPOSES)[number]
/** What somebody says about coming; `waiting` only where the room is full. */
export const REPLIES = ['yes', 'no', 'maybe', 'waiting'] as const
export type Reply = (typeof REPLIES)[number]
/** When somebody wants to be reminded; `never` too. */
export const REMIND = ['week', 'two-days', 'morning', 'never'] as const
export type Remind = (typeof REMIND)[number]
/** The course of one need in one session (§2.11 AccessNeed). */
export const NEED_STATES = [
  'stated',
  'arranged',
  'confirmed',
  'explained',
  'met',
  'not-met',
] as const
export type NeedState = (typeof NEED_STATES)[number]
/** The adjustment, never the diagnosis. */
export const NEED_KINDS = [
  'hearing',
  'seeing',
  'reading',
  'moving',
  'quiet',
  'interpreter',
  'childcare',
  'transport',
  'food',
  'somebody-with-me',
  'other',
] as const
export type NeedKind = (typeof NEED_KINDS)[number]
/** What a session led to (CD9). */
export const OUTCOMES = ['action', 'test', 'decision'] as const
export type Outcome = (typeof OUTCOMES)[number]
/** Why a person without a written channel is rung. */
export const RING_ABOUT = [
  'announced',
  'changed',
  'cancelled',
  'moved-up',
  'reminder',
  'notes',
] as const
export type RingAbout = (typeof RING_ABOUT)[number]
