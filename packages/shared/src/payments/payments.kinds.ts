/** What a rate is for. An hour pays for being there; `preparation-hour` for getting ready, and is the same where a place says nothing. */
export const RATES = ['hour', 'half-day', 'day', 'preparation-hour'] as const
export type Rate = (typeof RATES)[number]

/** How the time of one session is counted. */
export const PAY_AS = ['minutes', 'half-day', 'day'] as const
export type PayAs = (typeof PAY_AS)[number]

/**
 * Two things that are never one sum: money for taking part, which may count as earnings, and money given back for what
 * somebody spent, which does not (§2.11).
 */
export const KINDS = ['involvement', 'expense'] as const
export type Kind = (typeof KINDS)[number]

/** Where an item comes from; `more-hours`: what was put down too low, and was put right (J-19). */
export const INVOLVED = ['held', 'cancelled-late', 'more-hours'] as const
export const SPENT_ON = ['fares', 'care', 'other'] as const
export type SpentOn = (typeof SPENT_ON)[number]
export const WHYS = [...INVOLVED, ...SPENT_ON] as const

/** What somebody may do with what they are owed. `nothing` and the rest of `less` are never paid to anybody. */
export const CHOICES = ['all', 'less', 'nothing', 'charity', 'voucher'] as const
export type Choice = (typeof CHOICES)[number]

/** What somebody who leaves says about all that is owed to them: one answer, as they are no longer asked item by item. */
export const LEAVING_CHOICES = ['all', 'charity', 'nothing'] as const
export type LeavingChoice = (typeof LEAVING_CHOICES)[number]

/** How money reaches somebody. */
export const WAYS_PAID = ['bank', 'cash', 'post'] as const
export type WayPaid = (typeof WAYS_PAID)[number]

export const ITEM_STATES = [
  'due',
  'chosen',
  'approved',
  'paid',
  'failed',
  'settled',
  'declined',
  'refused',
] as const
export type ItemState = (typeof ITEM_STATES)[number]

/** Why money did not arrive: a closed list, so that nobody writes down anything about a person. */
export const FAILED_BECAUSE = ['account-refused', 'not-collected', 'came-back', 'other'] as const
export type FailedBecause = (typeof FAILED_BECAUSE)[number]

/** What became of a line: put aside, nobody knew how the money should reach them when the file was made. */
export const LINE_OUTCOMES = ['paid', 'failed', 'aside'] as const

/** What became of somebody saying that their hours are not right. */
export const HOURS_STATES = ['asked', 'yes', 'no'] as const

/** Nobody gives a session more than this, getting ready included: the database keeps it (HW271). */
export const MOST_MINUTES = 960

/** Working days of the place: from the end of the session to the money, and of that the clerk's yes (M26). */
export const PAY_DAYS = {
  choose: 2,
  approve: 2,
  paid: 5,
  afterChoice: 3,
  attendance: 1,
  hours: 3,
} as const
