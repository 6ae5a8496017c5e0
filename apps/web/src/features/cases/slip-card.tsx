import type { Slip } from '@howcanwe/shared/cases'
import { useTranslation } from 'react-i18next'
import './cases.scss'
import { useFormats } from '../../lib/format.ts'
import { Button } from '../../ui/index.ts'

/** The slip itself, to print or to read out: shown this once. */
export function SlipCard({ slip, ring }: { slip: Slip; ring: string }) {
  const { t } = useTranslation('typed')
  const { date } = useFormats()
  return (
    <section className="hcw-slip" aria-label={t('slip.title')}>
      <h2 className="govuk-heading-m">{slip.organisation}</h2>
      <p className="govuk-body">{t('slip.what')}</p>
      <p className="hcw-slip__code">{slip.code}</p>
      <ol className="govuk-list govuk-list--number">
        <li>{t('slip.go', { address: slip.address.replace(/^https?:\/\//, '') })}</li>
        <li>{t('slip.signIn')}</li>
        <li>{t('slip.type')}</li>
      </ol>
      <p className="govuk-body">{t('slip.until', { day: date(slip.expiresAt) })}</p>
      {ring ? <p className="govuk-body">{t('slip.ring', { ring })}</p> : null}
      <Button kind="secondary" onClick={() => window.print()}>
        {t('slip.print')}
      </Button>
    </section>
  )
}
