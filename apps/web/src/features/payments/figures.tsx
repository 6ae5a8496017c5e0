import type { PayFigures } from '@howcanwe/shared/payments'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { SideNote } from '../../ui/index.ts'
import './payments.scss'

/** M26 and M30 beside the counts they come from. */
export function Figures({ figures }: { figures: PayFigures }) {
  const { t } = useTranslation('payments')
  const { minutes, number } = useFormats()
  const of = (part: number, whole: number) =>
    t('figures.of', { part: number(part), whole: number(whole) })
  const unpaid = (one: PayFigures['hours'][number]) => {
    const text = t('figures.unpaid', {
      unpaid: minutes(one.unpaidMinutes),
      all: minutes(one.minutes),
    })
    const own = one.byChoiceMinutes
    return own > 0 ? `${text}; ${t('figures.byChoice', { own: minutes(own) })}` : text
  }
  const paid =
    figures.medianDays === null
      ? []
      : [
          {
            key: 'median',
            label: t('figures.median', { count: figures.paid }),
            value: t('figures.days', { count: figures.medianDays }),
          },
          { key: 'inTime', label: t('figures.inTime'), value: of(figures.inTime, figures.paid) },
        ]
  const prepaid =
    figures.expensesPaid === 0
      ? []
      : [
          {
            key: 'prepaid',
            label: t('figures.prepaid'),
            value: of(figures.prepaid, figures.expensesPaid),
          },
        ]
  const hours = figures.hours.map((one) => ({
    key: one.bloc,
    label: `${t('figures.hours')}: ${t(`figures.bloc.${one.bloc}`)}`,
    value: unpaid(one),
  }))
  const rows = [...paid, ...prepaid, ...hours]
  return (
    <SideNote title={t('figures.title')}>
      {rows.length === 0 ? <p className="govuk-body">{t('figures.none')}</p> : null}
      <dl className="hcw-figures">
        {rows.map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </SideNote>
  )
}
