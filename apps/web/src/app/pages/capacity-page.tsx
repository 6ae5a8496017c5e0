import type { Place } from '@howcanwe/shared/places'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { CapacityForm } from '../../features/organisations/capacity-form.tsx'
import { capacityQuery } from '../../features/organisations/organisations.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, Link, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { OwnOrganisation } from '../own-organisation.tsx'
import { paths } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'

/** What an organisation could share, saved while it is said (OR2, J-08). */
export function CapacityPage() {
  const { t } = useTranslation('organisations')
  return (
    <SignedIn>
      <OwnOrganisation page={paths.capacity} title={t('capacity.title')}>
        {(own, place, hats) => (
          <>
            <PageHeading
              title={t('capacity.title')}
              caption={own.name}
              lead={`${t('capacity.lead')} ${t('capacity.saves')}`}
            />
            {hats}
            <Profile key={own.id} organisationId={own.id} place={place} />
          </>
        )}
      </OwnOrganisation>
    </SignedIn>
  )
}

function Profile({ organisationId, place }: { organisationId: string; place: Place }) {
  const { t } = useTranslation('organisations')
  const capacity = useQuery(capacityQuery(organisationId))
  const aside = (
    <>
      <SideNote title={t('capacity.seenTitle')}>
        <p>{t('capacity.seenBy', { place: place.name })}</p>
      </SideNote>
      <SideNote title={t('register.help')}>
        <Contact contact={place.contact} />
      </SideNote>
    </>
  )
  return (
    <Columns aside={aside} asideLabel={t('register.help')}>
      <Loaded query={capacity} lines={8}>
        {(one) => <CapacityForm capacity={one} place={place} />}
      </Loaded>
      <p className="govuk-body">
        <Link to={paths.organisation({}, { o: organisationId })}>{t('capacity.back')}</Link>
      </p>
    </Columns>
  )
}
