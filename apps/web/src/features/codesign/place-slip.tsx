import type { placeSlip } from '@howcanwe/shared/codesign'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { Button } from '../../ui/index.ts'
import './codesign.scss'

/** What opens somebody's place, to print or to read out: shown this once. */
export function PlaceSlip({
  slip,
  name,
  group,
}: {
  slip: z.output<typeof placeSlip>
  name: string
  group: string
}) {
  const { t } = useTranslation('codesign')
  return (
    <section className="hcw-slip" aria-label={t('give.title', { name })}>
      <h2 className="govuk-heading-m">{t('give.title', { name })}</h2>
      <p className="govuk-body">{t('give.group', { group })}</p>
      <dl className="hcw-slip__reference">
        <dt>{t('place.reference')}</dt>
        <dd>
          <strong>{slip.reference}</strong>
        </dd>
        <dt>{t('place.words')}</dt>
        <dd>
          <strong>{slip.words}</strong>
        </dd>
      </dl>
      <p className="govuk-body">
        {t('give.go', { address: slip.address.replace(/^https?:\/\//, '') })}
      </p>
      <p className="govuk-body">{t('give.keep')}</p>
      <p className="govuk-body hcw-no-print hcw-soft">{t('give.once')}</p>
      <div className="hcw-no-print">
        <Button kind="secondary" onClick={() => window.print()}>
          {t('slip.print')}
        </Button>
      </div>
    </section>
  )
}
