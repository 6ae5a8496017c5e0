import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import {
  capacityQuery,
  organisationQuery,
} from '../../features/organisations/organisations.queries.ts'
import { StillSo } from '../../features/organisations/still-so.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** The one screen of the quarterly question (J-08, FR-12). */
export function CapacityRefreshPage() {
  const { organisationId = '' } = useParams()
  return (
    <SignedIn>
      <Refresh organisationId={organisationId} />
    </SignedIn>
  )
}

function Refresh({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation('organisations')
  const place = usePlace()
  const organisation = useQuery(organisationQuery(organisationId))
  const capacity = useQuery(capacityQuery(organisationId))
  const aside = place ? (
    <SideNote title={t('register.help')}>
      <Contact contact={place.contact} />
    </SideNote>
  ) : undefined
  return (
    <>
      <PageHeading title={t('refresh.title')} caption={organisation.data?.name} />
      <Columns aside={aside} asideLabel={t('register.help')}>
        <Loaded query={capacity} lines={6}>
          {(said) => (
            <StillSo
              capacity={said}
              changeAt={paths.capacity({}, { o: organisationId })}
              todayAt={paths.today({}, { o: organisationId })}
            />
          )}
        </Loaded>
      </Columns>
    </>
  )
}
