import { useTranslation } from 'react-i18next'
import { Link, Notice } from '../ui/index.ts'
import { paths } from './paths.ts'

/** Nobody brokers for an organisation they belong to (§2.2): they say it on its own pages. Needs `typed`. */
export function OwnPages({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation('typed')
  return (
    <Notice heading={t('start.own')}>
      <p className="govuk-body">
        <Link to={paths.organisation({}, { o: organisationId })}>{t('start.ownGo')}</Link>
      </p>
    </Notice>
  )
}
