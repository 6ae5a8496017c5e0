import type { SavedSearch } from '@howcanwe/shared/alerts'
import { useTranslation } from 'react-i18next'
import { useHearing } from '../../features/alerts/alerts.queries.ts'
import { FeedLinks } from '../../features/alerts/feed-links.tsx'
import { HearingForm } from '../../features/alerts/hearing-form.tsx'
import { SearchList } from '../../features/alerts/search-list.tsx'
import { searchOf } from '../../features/challenges/list-query.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, Loading } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'

const listOf = ({ q, themes, areaIds }: SavedSearch): string =>
  paths.challenges() +
  searchOf({ q, theme: themes, areaId: areaIds, closesWithin: null, which: 'open' })

/** What somebody hears about: how often, when not, their saved searches, and what goes on without us. */
export function MyHearing() {
  const place = usePlace()
  return place ? <Here placeId={place.id} /> : <Loading lines={4} />
}

function Here({ placeId }: { placeId: string }) {
  const { t } = useTranslation('alerts')
  const hearing = useHearing(placeId)
  return (
    <Loaded query={hearing} lines={6}>
      {(mine) => (
        <>
          <p className="govuk-body">{t('always')}</p>
          <p className="govuk-body">
            {t(`where.${mine.channel === 'sms' ? 'sms' : 'email'}`)}{' '}
            <Link className="govuk-link" to={paths.myPart({ part: 'contact' })}>
              {t('where.change')}
            </Link>
          </p>
          <HearingForm mine={mine} placeId={placeId} />
          <h2 className="govuk-heading-m">{t('searches.title')}</h2>
          <SearchList searches={mine.searches} placeId={placeId} to={listOf} />
          <p className="govuk-body">
            <Link className="govuk-link" to={paths.challenges()}>
              {t('searches.add')}
            </Link>
          </p>
          <h2 className="govuk-heading-m">{t('feeds.title')}</h2>
          <FeedLinks placeId={placeId} />
        </>
      )}
    </Loaded>
  )
}
