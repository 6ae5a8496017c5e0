import { useTranslation } from 'react-i18next'
import { Link, PageHeading } from '../../ui/index.ts'
import { paths } from '../paths.ts'

export function NotFoundPage() {
  const { t } = useTranslation('layout')
  return (
    <>
      <PageHeading title={t('notFound.title')} />
      <p className="govuk-body">{t('notFound.text')}</p>
      <ul className="govuk-list govuk-list--spaced">
        <li>
          <Link className="govuk-link" to={paths.home()}>
            {t('notFound.home')}
          </Link>
        </li>
        <li>
          <Link className="govuk-link" to={paths.challenges()}>
            {t('notFound.challenges')}
          </Link>
        </li>
      </ul>
    </>
  )
}
