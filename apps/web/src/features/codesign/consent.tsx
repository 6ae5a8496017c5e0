import { useTranslation } from 'react-i18next'
import './codesign.scss'

/** Goes up whenever the words `codesign:join.consent` change what people agree to. */
export const CONSENT_VERSION = '2026-11'

const SENTENCES = ['contact', 'sealed', 'leave'] as const

/** What pressing the button means, in three sentences. */
export function Consent({ name }: { name: string }) {
  const { t } = useTranslation('codesign')
  return (
    <section aria-labelledby="consent" className="hcw-consent">
      <h2 id="consent" className="govuk-heading-s">
        {t('join.consent.title')}
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {SENTENCES.map((sentence) => (
          <li key={sentence}>{t(`join.consent.${sentence}`, { name })}</li>
        ))}
      </ul>
      <p className="hcw-soft">{t('join.consent.version', { version: CONSENT_VERSION })}</p>
    </section>
  )
}
