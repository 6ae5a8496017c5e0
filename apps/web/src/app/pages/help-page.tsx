import { useTranslation } from 'react-i18next'
import { Link } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { Prose } from '../prose.tsx'

/** Who to ring, and the few things people ask about most. */
export function HelpPage() {
  const { t } = useTranslation('help')
  const place = usePlace()
  const person = (
    <section>
      <h2 className="govuk-heading-m">{t('help.personTitle')}</h2>
      {place ? (
        <Contact contact={place.contact} />
      ) : (
        <p className="govuk-body">{t('help.personNone')}</p>
      )}
    </section>
  )
  const check = (
    <section>
      <h2 className="govuk-heading-m">{t('help.checkTitle')}</h2>
      <p className="govuk-body">{t('help.checkText')}</p>
      <p className="govuk-body">
        <Link to={paths.checkABrief()}>{t('help.checkLink')}</Link>
      </p>
    </section>
  )
  return (
    <Prose
      page="help"
      sections={['take', 'someone', 'read', 'wrong']}
      before={person}
      after={check}
    />
  )
}
