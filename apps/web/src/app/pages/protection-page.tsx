import type { Protection } from '@howcanwe/shared/protections'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { DecisionHead, DecisionText } from '../../features/protections/decision-view.tsx'
import { useProtection } from '../../features/protections/protections.queries.ts'
import { isProblem } from '../../lib/errors.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, Link, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { paths } from '../paths.ts'

/** One decision to keep something, for anyone to read, print and pass on. */
export function ProtectionPage() {
  const { slug = '' } = useParams()
  return (
    <Loaded
      query={useProtection(slug)}
      lines={6}
      refused={(error) => (isProblem(error, 'protections.not_found') ? <Gone /> : null)}
    >
      {(decision) => <Published decision={decision} />}
    </Loaded>
  )
}

function Published({ decision }: { decision: Protection }) {
  const { t } = useTranslation('protections')
  const { person, organisation, phone, email } = decision.decidedBy
  const who = { name: person, role: organisation, phone, email, hours: null }
  return (
    <>
      <DecisionHead decision={decision} />
      <Columns
        asideLabel={t('view.who')}
        aside={
          <SideNote title={t('view.who')}>
            <Contact contact={who} />
          </SideNote>
        }
      >
        <DecisionText decision={decision} />
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.kept()}>
            {t('view.all')}
          </Link>
        </p>
      </Columns>
    </>
  )
}

function Gone() {
  const { t } = useTranslation('protections')
  return (
    <>
      <PageHeading title={t('view.goneTitle')} lead={t('view.goneText')} />
      <p className="govuk-body">
        <Link to={paths.kept()}>{t('view.all')}</Link>
      </p>
    </>
  )
}
