import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { hoursQuery } from '../../features/organisations/hours.queries.ts'
import { organisationQuery } from '../../features/organisations/organisations.queries.ts'
import { PauseForm } from '../../features/organisations/pause-form.tsx'
import { SetAside } from '../../features/organisations/set-aside.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { OwnOrganisation } from '../own-organisation.tsx'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** What our hours are for, and a rest from being asked (OR3, J-09). */
export function HoursPage() {
  const { t } = useTranslation('hours')
  return (
    <SignedIn>
      <OwnOrganisation page={further.hours} title={t('page.title')}>
        {(own, _, hats) => <Ours key={own.id} id={own.id} name={own.name} hats={hats} />}
      </OwnOrganisation>
    </SignedIn>
  )
}

function Ours({ id, name, hats }: { id: string; name: string; hats: ReactNode }) {
  const { t } = useTranslation('hours')
  const place = usePlace()
  const organisation = useQuery(organisationQuery(id))
  const hours = useQuery(hoursQuery(id))
  const aside = place ? (
    <SideNote title={t('page.help')}>
      <Contact contact={place.contact} />
    </SideNote>
  ) : undefined
  return (
    <>
      <PageHeading title={t('page.title')} caption={name} lead={t('page.lead')} />
      {hats}
      <Columns aside={aside} asideLabel={t('page.help')}>
        <Loaded query={organisation} lines={4}>
          {(one) => <PauseForm organisation={one} />}
        </Loaded>
        <Loaded query={hours} lines={4}>
          {(said) => <SetAside hours={said} />}
        </Loaded>
      </Columns>
    </>
  )
}
