import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { EmptyState, Table } from '../../ui/index.ts'
import { useFigures } from './cases.queries.ts'

/** My own work month by month, to show when a contract is up for renewal. Nobody else sees it. */
export function Figures({ placeId }: { placeId: string | undefined }) {
  const { t, i18n } = useTranslation('cases')
  const { minutes, number } = useFormats()
  const month = new Intl.DateTimeFormat(i18n.language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return (
    <Loaded query={useFigures(placeId)}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState>{t('figures.none')}</EmptyState>
        ) : (
          <Table
            caption={t('figures.title')}
            rowKey={(one) => one.month}
            rows={items}
            columns={[
              {
                key: 'month',
                heading: t('figures.month'),
                cell: (one) => month.format(new Date(`${one.month}-01T00:00:00Z`)),
              },
              { key: 'minutes', heading: t('figures.time'), cell: (one) => minutes(one.minutes) },
              {
                key: 'introductions',
                heading: t('figures.introductions'),
                cell: (one) => number(one.introductions),
              },
              {
                key: 'invitations',
                heading: t('figures.invitations'),
                cell: (one) => number(one.invitations),
              },
              {
                key: 'typed',
                heading: t('figures.typedFor'),
                cell: (one) => number(one.typedFor),
              },
              { key: 'all', heading: t('figures.actions'), cell: (one) => number(one.actions) },
            ]}
          />
        )
      }
    </Loaded>
  )
}
