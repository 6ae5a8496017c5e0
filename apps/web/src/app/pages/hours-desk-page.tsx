import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { stretchedQuery } from '../../features/organisations/hours.queries.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { EmptyState, Link, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'
import { TakeAlong } from '../take-along.tsx'

/** For a broker: who has promised a lot, and who rests (OR3, J-09, M15). */
export function HoursDeskPage() {
  return (
    <SignedIn roles={['broker']}>
      <Here />
    </SignedIn>
  )
}

function Here() {
  const { t } = useTranslation('hours')
  const { day } = useFormats()
  const place = usePlace()
  const query = useQuery({ ...stretchedQuery(place?.id ?? ''), enabled: place !== undefined })
  return (
    <>
      <PageHeading title={t('desk.title')} lead={t('desk.lead')} />
      <Loaded query={query} lines={5}>
        {({ over, paused, figure }) => (
          <>
            <h2 className="govuk-heading-m">{t('desk.over')}</h2>
            <p className="govuk-body">
              {t('desk.figure', { over: figure.over, count: figure.committed })}
            </p>
            {over.length === 0 ? (
              <EmptyState>{t('desk.nobodyOver')}</EmptyState>
            ) : (
              <ul className="govuk-list govuk-list--bullet">
                {over.map(({ id, name, spare, committed }) => (
                  <li key={id}>
                    <Link to={further.mapOne({ actorId: id })}>{name}</Link>:{' '}
                    {t('desk.one', { spare: spare ?? 0, committed })}
                  </li>
                ))}
              </ul>
            )}
            <p className="govuk-body">
              {t('desk.backfill')} <Link to={further.supportDesk()}>{t('desk.toSupport')}</Link>
            </p>
            <h2 className="govuk-heading-m">{t('desk.paused')}</h2>
            {paused.length === 0 ? (
              <EmptyState>{t('desk.nobodyPaused')}</EmptyState>
            ) : (
              <ul className="govuk-list govuk-list--bullet">
                {paused.map(({ id, name, until }) => (
                  <li key={id}>
                    <Link to={further.mapOne({ actorId: id })}>{name}</Link>
                    {until ? `, ${t('desk.until', { day: day(until) })}` : null}
                  </li>
                ))}
              </ul>
            )}
            {place && over.length + paused.length > 0 ? (
              <TakeAlong list="hours" about={place.id} />
            ) : null}
          </>
        )}
      </Loaded>
    </>
  )
}
