import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, PageHeading } from '../ui/index.ts'
import { further } from './further-paths.ts'
import { usePlace } from './place.ts'
import { SignedIn } from './signed-in.tsx'
import { useBrokersAll } from './whole-desk.ts'

/**
 * Typing for somebody, for brokers of the whole place. Whoever stands in for one challenge cannot look organisations up:
 * they read so at once, and what to do instead. Needs `typed`.
 */
export function TypingDesk({ children }: { children: ReactNode }) {
  const isWhole = useBrokersAll()
  return <SignedIn roles={['broker']}>{isWhole ? children : <StandIn />}</SignedIn>
}

function StandIn() {
  const { t } = useTranslation('typed')
  const place = usePlace()
  const ring = [place?.contact?.name, place?.contact?.phone].filter(Boolean).join(', ')
  return (
    <>
      <PageHeading title={t('standIn.title')} lead={t('standIn.text')} />
      {ring ? <p className="govuk-body">{t('standIn.ring', { ring })}</p> : null}
      <p className="govuk-body">{t('standIn.paper')}</p>
      <p className="govuk-body">
        <Link to={further.paperOrganisation()}>{t('start.newPaper')}</Link>
      </p>
      <p className="govuk-body">
        <Link to={further.cases()}>{t('standIn.back')}</Link>
      </p>
    </>
  )
}
