/** How far a suggestion has come (§2.11). */
export const SUGGESTION_STATES = [
  'said',
  'acknowledged',
  'doing',
  'done',
  'partly',
  'not-doing',
] as const
export type SuggestionState = (typeof SUGGESTION_STATES)[number]

/** What a named person can say became of it. */
export const OUTCOMES_OF_SUGGESTIONS = ['doing', 'done', 'partly', 'not-doing'] as const
export type SuggestionOutcome = (typeof OUTCOMES_OF_SUGGESTIONS)[number]

/** How it reached us: from their own place, told to the facilitator, or picked out of a session's notes. */
export const SUGGESTED_VIA = ['own-place', 'phone', 'paper', 'in-person', 'notes'] as const
export type SuggestedVia = (typeof SUGGESTED_VIA)[number]

/** How whoever said it is shown to everybody. */
export const NAMED_AS = ['first-name', 'nobody'] as const
export type NamedAs = (typeof NAMED_AS)[number]

/** Marks of the homework. */
export const MARKS = ['satisfied', 'not', 'unsure'] as const
export type Mark = (typeof MARKS)[number]

/** Fewer than five of one voice are not published (k = 5). */
export const LEAST_SHOWN = 5
export const ACKNOWLEDGE_WORKING_DAYS = 3
export const ANSWER_WITHIN_WORKING_DAYS = 20
/** Within this many months of reporting back the group meets once more. */
export const HOMEWORK_MONTHS = 3
