import type { Place } from '@howcanwe/shared/places'
import { useTranslation } from 'react-i18next'
import { usePlaceWeights } from '../../features/matching/place-weights.queries.ts'
import { PlaceWeightsShown } from '../../features/matching/place-weights.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { usePlace, useRoles } from '../place.ts'

/** How a place finds organisations for a question: for anybody to read (§2.6). */
export function MatchingHerePage() {
  const place = usePlace()
  return place ? <Here key={place.id} place={place} /> : null
}

function Here({ place }: { place: Place }) {
  const { t } = useTranslation(['match-weights', 'matching'])
  const maySet = useRoles().includes('steward')
  return (
    <>
      <PageHeading title={t('here.title')} lead={t('here.lead', { place: place.name })} />
      <Loaded query={usePlaceWeights(place.id)} lines={8}>
        {(found) => <PlaceWeightsShown found={found} />}
      </Loaded>
      <ul className="govuk-list">
        {maySet ? (
          <li>
            <Link to={further.setWeights()}>{t('here.change')}</Link>
          </li>
        ) : null}
        <li>
          <Link to={paths.decisions()}>{t('matching:how.more')}</Link>
        </li>
      </ul>
    </>
  )
}
