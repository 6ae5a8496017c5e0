import type { Contact } from '@howcanwe/shared/contacts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { ChangeContact } from '../../features/contacts/contact-form.tsx'
import { Reach } from '../../features/contacts/contact-list.tsx'
import { entryQuery } from '../../features/contacts/contacts.queries.ts'
import { RemoveContact } from '../../features/contacts/remove-contact.tsx'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Details, Link, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { SignedIn } from '../signed-in.tsx'

/** One entry of the address book: where we have it from, and how to change it or let it go. */
export function ContactPage() {
  return (
    <SignedIn roles={['broker']}>
      <One />
    </SignedIn>
  )
}

function One() {
  const { contactId = '' } = useParams()
  return (
    <Loaded query={useQuery(entryQuery(contactId))} lines={6}>
      {(contact) => <Shown contact={contact} />}
    </Loaded>
  )
}

function Shown({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts')
  const { date } = useFormats()
  const navigate = useNavigate()
  const [saved, setSaved] = useState(0)
  const { id, source, addedBy, addedAt, toldAt, tellBy, lastUsedAt } = contact
  return (
    <>
      <PageHeading title={contact.organisationName} />
      {saved > 0 ? <Notice key={saved} kind="success" heading={t('form.saved')} focus /> : null}
      <Reach contact={contact} />
      {contact.notes ? <p className="govuk-body">{contact.notes}</p> : null}
      <p className="govuk-body">
        {t('one.from', { source, name: addedBy, day: date(addedAt) })}{' '}
        {toldAt ? t('one.told', { day: date(toldAt) }) : t('one.untold', { day: date(tellBy) })}{' '}
        {t('one.goes', { day: date(lastUsedAt) })}
      </p>
      <Details summary={t('form.change')}>
        <ChangeContact
          key={contact.version}
          contact={contact}
          onSaved={() => setSaved(saved + 1)}
        />
      </Details>
      <Details summary={t('remove.title')}>
        <RemoveContact contactId={id} onRemoved={() => void navigate(further.contacts())} />
      </Details>
      <p className="govuk-body">
        <Link to={further.contacts()}>{t('toBook')}</Link>
      </p>
    </>
  )
}
