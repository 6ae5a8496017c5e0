import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './codesign.scss'

/** What pressing the button means: the sentences as the service keeps them, and which wording they are. */
export function Consent({ version, sentences }: { version: string; sentences: ReactNode }) {
  const { t } = useTranslation('codesign')
  return (
    <section aria-labelledby="consent" className="hcw-consent">
      <h2 id="consent" className="govuk-heading-s">
        {t('join.consent.title')}
      </h2>
      {sentences}
      <p className="hcw-soft">{t('join.consent.version', { version })}</p>
    </section>
  )
}
