import type { Capacity } from '@howcanwe/shared/organisations'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { EmptyState, NoticeList, NoticeListItem } from '../../ui/index.ts'
import { capacityTask, firstThree, type Task } from './tasks.ts'

/** Our own questions wait until other people's deadlines are met. */
const OUR_OWN = 100

/** What the capacity profile asks of its organisation today, if anything. */
export function useCapacityTasks(
  capacity: Capacity | undefined,
  to: { say: string; stillSo: string },
  now: Date,
): readonly Task[] {
  const { t } = useTranslation('organisations')
  const formats = useFormats()
  const what = capacity ? capacityTask(capacity, now) : null
  if (!capacity || !what) return []
  if (what === 'say') {
    return [
      {
        ...{ key: 'say', to: to.say, urgency: OUR_OWN },
        title: t('today.capacity.title'),
        text: t('today.capacity.text'),
        effort: t('today.capacity.effort'),
      },
    ]
  }
  const count = capacity.spareHoursPerMonth
  return [
    {
      ...{ key: 'still-so', to: to.stillSo, urgency: OUR_OWN },
      title: count === null ? t('today.stillSo.titleNone') : t('today.stillSo.title', { count }),
      text: t('today.stillSo.text', { day: formats.date(capacity.confirmedAt ?? now) }),
      effort: t('today.stillSo.effort'),
    },
  ]
}

/** What needs somebody today: three things at most, each with its minutes; nothing is a fine answer. */
export function NeedsYou({ tasks }: { tasks: readonly Task[] }) {
  const { t } = useTranslation('organisations')
  const shown = firstThree(tasks)
  return (
    <section>
      <h2 className="govuk-heading-m">{t('today.needs')}</h2>
      {shown.length === 0 ? (
        <EmptyState>{t('today.nothing')}</EmptyState>
      ) : (
        <NoticeList>
          {shown.map((task) => (
            <NoticeListItem key={task.key} to={task.to} title={task.title} level={3}>
              <p className="govuk-body">
                {task.text} {task.effort}.
              </p>
            </NoticeListItem>
          ))}
        </NoticeList>
      )}
    </section>
  )
}
