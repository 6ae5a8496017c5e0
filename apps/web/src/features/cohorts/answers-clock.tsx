import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Tag } from '../../ui/index.ts'
import { useAnswersClock } from './cohorts.queries.ts'
import { lastMomentOf } from './last-day.ts'

/**
 * By when everybody who answered hears, and since when that is late: for the public page of a challenge that has
 * closed (FR-10). Draws nothing before. Needs the catalogue `cohorts`.
 */
export function AnswersClock({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation('cohorts')
  const { day } = useFormats()
  const { data: clock } = useAnswersClock(challengeId)
  if (!clock?.dueAt || clock.state === 'not-yet') return null
  if (clock.state === 'late')
    return (
      <p className="govuk-body">
        <Tag tone="caution">{t('clock.lateTag')}</Tag> {t('clock.late', { day: day(clock.dueAt) })}
      </p>
    )
  const words = { running: 'clock.running', kept: 'clock.kept', 'kept-late': 'clock.keptLate' }
  return (
    <p className="govuk-body">{t(words[clock.state], { day: day(lastMomentOf(clock.dueAt)) })}</p>
  )
}
