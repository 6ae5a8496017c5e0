import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { AgreementView } from '../../features/agreements/agreement-view.tsx'
import { useAgreement } from '../../features/agreements/agreements.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { SignedIn } from '../signed-in.tsx'

/** One agreement between organisations (BR5). */
export function AgreementPage() {
  return (
    <SignedIn>
      <Agreement />
    </SignedIn>
  )
}

function Agreement() {
  const { t } = useTranslation('agreements')
  const { agreementId = '' } = useParams()
  const query = useAgreement(agreementId)
  return (
    <Loaded query={query} lines={8}>
      {(agreement) => (
        <>
          <PageHeading
            title={agreement.title}
            caption={
              <Link to={further.agreements()} className="govuk-link">
                {t('list.title')}
              </Link>
            }
          />
          <AgreementView agreement={agreement} />
        </>
      )}
    </Loaded>
  )
}
