import { useTranslation } from 'react-i18next'

/** Both said yes: whom to ring or write to. */
export function Reach({
  contact,
}: {
  contact: { name: string; email: string | null; phone: string | null }
}) {
  const { t } = useTranslation('support-exchange')
  return (
    <p className="govuk-body">
      {t('reach', { name: contact.name })} {contact.phone}{' '}
      {contact.email ? <a href={`mailto:${contact.email}`}>{contact.email}</a> : null}
    </p>
  )
}
