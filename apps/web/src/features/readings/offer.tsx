import type { Reading } from '@howcanwe/shared/readings'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { SummaryList, type SummaryRow } from '../../ui/index.ts'

const MONEY = ['participationPence', 'backfillPence', 'testsPence', 'accessPence'] as const
const DAYS = ['resultsBy', 'startsOn', 'endsOn'] as const

/** Money, time and dates as they stand now. Words about them go under the whole. */
export function Offer({ facts }: { facts: Reading['facts'] }) {
  const { t } = useTranslation('readings')
  const { money, moment, day, list, number } = useFormats()
  const { areas, payHourlyPence, officerHours, hoursPerMonth, cohortSize, closesAt } = facts
  const said: [string, string | null][] = [
    ['areas', areas.length > 0 ? list(areas) : null],
    ...MONEY.map((one): [string, string | null] => [
      one,
      facts[one] > 0 ? money(facts[one]) : null,
    ]),
    ['payHourlyPence', payHourlyPence === null ? null : money(payHourlyPence)],
    ['officerHours', officerHours === null ? null : number(officerHours)],
    ['hoursPerMonth', hoursPerMonth === null ? null : number(hoursPerMonth)],
    ['cohortSize', number(cohortSize)],
    ['route', t(`route.${facts.route}`)],
    ['closesAt', closesAt ? moment(closesAt) : null],
    ...DAYS.map((one): [string, string | null] => [one, facts[one] ? day(facts[one]) : null]),
  ]
  const rows: SummaryRow[] = said.flatMap(([key, value]) =>
    value === null ? [] : [{ key, label: t(`fact.${key}`), value }],
  )
  return (
    <section className="hcw-part" aria-labelledby="part-facts">
      <h2 id="part-facts" className="hcw-part__title">
        {t('fact.title')}
      </h2>
      <SummaryList rows={rows} />
    </section>
  )
}
