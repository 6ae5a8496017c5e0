import type { Homework } from '@howcanwe/shared/suggestions'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Notice } from '../../ui/index.ts'
import { lastDayOf } from './last-day.ts'

/** When the homework is or was marked. */
export function HomeworkLine({ homework }: { homework: Homework }) {
  const { t } = useTranslation('suggestions')
  const { day, moment } = useFormats()
  const { dueAt, meeting, heldAt, closedAt, late } = homework
  const due = day(lastDayOf(dueAt))
  if (late) return <Notice kind="warning" heading={t('homework.late', { day: due })} />
  if (heldAt)
    return (
      <p className="govuk-body">
        {t(closedAt ? 'homework.closed' : 'homework.held', {
          day: day(meeting?.startsAt ?? heldAt),
        })}
      </p>
    )
  return (
    <p className="govuk-body">
      {meeting
        ? t('homework.planned', { moment: moment(meeting.startsAt), venue: meeting.venue })
        : t('homework.due', { day: due })}
    </p>
  )
}
