import type { Recruitment } from '@howcanwe/shared/recruitment'
import { useTranslation } from 'react-i18next'

/** The draw in five sentences. */
export function HowItWorks({ recruitment }: { recruitment: Recruitment }) {
  const { t } = useTranslation('recruitment')
  return (
    <section>
      <h2 className="govuk-heading-m">{t('how.title')}</h2>
      <ol className="govuk-list govuk-list--number govuk-list--spaced">
        <li>{t('how.secret')}</li>
        <li>{t('how.sheets')}</li>
        <li>{t('how.figure', { source: recruitment.publicSource })}</li>
        <li>{t('how.drawn')}</li>
        <li>{t('how.confirm')}</li>
      </ol>
    </section>
  )
}
