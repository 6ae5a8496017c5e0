import { useTranslation } from 'react-i18next'
import { ImportContacts } from '../../features/contacts/import-contacts.tsx'
import { Link, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** Brings a list of contacts in, after a look at what it would do. */
export function ContactsImportPage() {
  const { t } = useTranslation('contacts')
  const place = usePlace()
  const back = (
    <p className="govuk-body">
      <Link to={further.contacts()}>{t('toBook')}</Link>
    </p>
  )
  return (
    <SignedIn roles={['broker']}>
      <PageHeading title={t('import.title')} lead={t('import.lead')} />
      {place ? <ImportContacts placeId={place.id} after={back} /> : null}
    </SignedIn>
  )
}
