import { goesBeyond, type HoursSetAside } from '@howcanwe/shared/organisations'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Notice, SummaryList } from '../../ui/index.ts'

/** Hours a month: to spare, promised, held for answers that wait; and a word when it is a lot (OR3, T7). */
export function SetAside({ hours }: { hours: HoursSetAside }) {
  const { t } = useTranslation('hours')
  const { date } = useFormats()
  const { spare, committed, reserved, items } = hours
  const rows = [
    {
      key: 'spare',
      label: t('spare'),
      value: spare === null ? t('notSaid') : t('hours', { count: spare }),
    },
    { key: 'committed', label: t('committed'), value: t('hours', { count: committed }) },
    { key: 'reserved', label: t('reserved'), value: t('hours', { count: reserved }) },
  ]
  return (
    <section aria-labelledby="hours-title">
      <h2 id="hours-title" className="govuk-heading-m">
        {t('title')}
      </h2>
      {goesBeyond({ spare, committed, adding: 0 }) ? (
        <Notice kind="warning" heading={t('beyond')}>
          <p>{t('beyondText')}</p>
        </Notice>
      ) : null}
      <SummaryList rows={rows} />
      {items.length > 0 ? (
        <ul className="govuk-list govuk-list--bullet">
          {items.map((one) => (
            <li key={`${one.kind}-${one.sourceId}`}>
              {t(`item.${one.state}`, { count: one.hoursPerMonth })}
              {one.until ? ` ${t('item.until', { day: date(one.until) })}` : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
