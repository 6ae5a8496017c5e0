import type { Place } from '@howcanwe/shared/places'
import { useTranslation } from 'react-i18next'
import { OrganisationList } from '../../features/organisations/organisation-list.tsx'
import { useOwnOrganisations } from '../../features/organisations/organisations.queries.ts'
import { Link, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'
import { TakeAlong } from '../take-along.tsx'

/** For a broker, whether or not they belong to a group themselves: every organisation of the place (OR1). */
export function OrganisationsDeskPage() {
  const place = usePlace()
  return <SignedIn roles={['broker']}>{place ? <Everyone place={place} /> : null}</SignedIn>
}

function Everyone({ place }: { place: Place }) {
  const { t } = useTranslation('organisations')
  return (
    <>
      <PageHeading title={t('list.title', { place: place.name })} lead={t('list.lead')} />
      <Yours placeId={place.id} />
      <OrganisationList place={place} entry={(actorId) => further.mapOne({ actorId })} />
      <TakeAlong list="organisations" about={place.id} />
    </>
  )
}

/** Their own: the second row leads a broker here, so the way to it stands here. */
function Yours({ placeId }: { placeId: string }) {
  const { t } = useTranslation('organisations')
  const own = useOwnOrganisations(placeId)
  if (own.length === 0) return null
  return (
    <>
      <p className="govuk-body">{t('list.yours')}</p>
      <ul className="govuk-list">
        {own.map(({ id, name }) => (
          <li key={id}>
            <Link to={paths.organisation({}, { o: id })}>{name}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}
