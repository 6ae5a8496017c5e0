import type { ChallengeSummary } from '@howcanwe/shared/challenges'
import type { TFunction } from 'i18next'
import type { Formats } from '../../lib/format.ts'

const SOON_DAYS = 45

/** 'in 9 days, Monday 30 November', or the day alone when it is far off; 'closed on 4 March' once it is over. */
export function closingWords(
  t: TFunction<'challenges'>,
  formats: Formats,
  c: Pick<ChallengeSummary, 'state'> & { closesAt: Date | null },
  now: Date,
): string {
  if (!c.closesAt) return t('facts.notSaid')
  const days = formats.daysUntil(c.closesAt, now)
  const date = formats.shortDate(c.closesAt)
  if (c.state !== 'open' || c.closesAt <= now) return date
  if (days > SOON_DAYS) return formats.date(c.closesAt)
  return t('closes.soon', { when: formats.relativeDay(c.closesAt, now), date })
}
