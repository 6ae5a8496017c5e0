import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AddContact } from '../../features/contacts/contact-form.tsx'
import { ContactList } from '../../features/contacts/contact-list.tsx'
import { ButtonLink, Details, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'
import { TakeAlong } from '../take-along.tsx'

/** The address book of the place, for its brokers. */
export function ContactsPage() {
  const place = usePlace()
  return <SignedIn roles={['broker']}>{place ? <Book placeId={place.id} /> : null}</SignedIn>
}

function Book({ placeId }: { placeId: string }) {
  const { t } = useTranslation('contacts')
  const [added, setAdded] = useState(0)
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {added > 0 ? <Notice key={added} kind="success" heading={t('form.added')} focus /> : null}
      <ButtonLink to={further.contactsImport()} kind="secondary">
        {t('import.title')}
      </ButtonLink>
      <Details summary={t('form.title')}>
        <AddContact key={added} placeId={placeId} onAdded={() => setAdded(added + 1)} />
      </Details>
      <ContactList placeId={placeId} linkTo={(contactId) => further.contact({ contactId })} />
      <TakeAlong list="contacts" about={placeId} />
    </>
  )
}
