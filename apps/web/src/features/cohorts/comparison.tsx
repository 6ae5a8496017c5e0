import type { Interest } from '@howcanwe/shared/interests'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Table } from '../../ui/index.ts'
import { type Choices, choiceOf } from './choices.ts'
import { OrganisationSector } from './sector.tsx'

/** All answers side by side, in an order drawn by lot; made to be printed and passed round a table. */
export function Comparison({
  interests,
  choices,
}: {
  interests: readonly Interest[]
  choices: Choices
}) {
  const { t } = useTranslation(['cohorts', 'organisations'])
  const { shortDate } = useFormats()
  return (
    <Table
      caption={t('cohorts:table.caption')}
      rowKey={(i) => i.id}
      rows={interests}
      columns={[
        {
          key: 'name',
          heading: t('cohorts:table.name'),
          cell: (i) => <a href={`#answer-${i.id}`}>{i.organisation.name}</a>,
        },
        {
          key: 'sector',
          heading: t('cohorts:table.sector'),
          cell: (i) => <OrganisationSector sector={i.organisation.sector} />,
        },
        {
          key: 'income',
          heading: t('cohorts:table.income'),
          cell: (i) => t(`cohorts:bands.${i.organisation.incomeBand}`),
        },
        {
          key: 'hours',
          heading: t('cohorts:table.hours'),
          numeric: true,
          cell: (i) => i.hoursPerMonth,
        },
        {
          key: 'from',
          heading: t('cohorts:table.from'),
          cell: (i) => (i.fromWhen ? shortDate(i.fromWhen) : t('cohorts:table.atOnce')),
        },
        {
          key: 'decision',
          heading: t('cohorts:table.decision'),
          cell: (i) =>
            t(
              `cohorts:outcomes.${i.decision?.outcome ?? choiceOf(choices, i.id).outcome ?? 'open'}`,
            ),
        },
      ]}
    />
  )
}
