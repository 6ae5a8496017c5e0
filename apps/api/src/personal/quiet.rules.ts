/**
 * Somebody nobody has seen for so long is written to, and erased when they stay away (`product-spec.md` §2.2,
 * `trust.md` §4.6): 17 months, then a letter, 18 months and never sooner than 30 days after it left. A trigger keeps
 * the last two (HW085). Whoever no letter can reach is left alone.
 */
export const TOLD_AFTER_MONTHS = 17
export const ERASED_AFTER_MONTHS = 18
export const NOTICE_DAYS = 30
