import type { Place } from '@howcanwe/shared/places'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { OpenOnes } from '../../features/support-exchange/open-ones.tsx'
import { roomQuery } from '../../features/support-exchange/support-exchange.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { PageHeading } from '../../ui/index.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'
import { TakeAlong } from '../take-along.tsx'

/** For a broker: all that stands open in the place, their own group's among it (OR5). */
export function SupportDeskPage() {
  const place = usePlace()
  return <SignedIn roles={['broker']}>{place ? <Open place={place} /> : null}</SignedIn>
}

function Open({ place }: { place: Place }) {
  const { t } = useTranslation('support-exchange')
  return (
    <>
      <PageHeading title={t('desk.title', { place: place.name })} lead={t('desk.lead')} />
      <Loaded query={useQuery(roomQuery(place.id))} lines={6}>
        {({ asks, offers, more }) => (
          <>
            <OpenOnes heading={t('desk.asks')} empty={t('noAsks')} list={asks} />
            <OpenOnes heading={t('desk.offers')} empty={t('desk.noOffers')} list={offers} />
            {more ? <p className="govuk-body">{t('desk.cut')}</p> : null}
          </>
        )}
      </Loaded>
      <TakeAlong list="support" about={place.id} />
    </>
  )
}
