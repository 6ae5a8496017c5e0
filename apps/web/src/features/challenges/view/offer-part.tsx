import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../lib/format.ts'
import { SummaryList } from '../../../ui/index.ts'
import { offerOf, USES } from './offer.ts'
import { Section } from './section.tsx'
import type { Shown } from './shown.ts'

/** Money by what it is for, and its sum. */
function Ledger({ challenge, total }: { challenge: Shown; total: number }) {
  const { t } = useTranslation('challenges')
  const { money } = useFormats()
  return (
    <dl className="hcw-ledger">
      {USES.filter((use) => challenge[use] > 0).map((use) => (
        <div key={use} className="hcw-ledger__line">
          <dt>{t(`use.${use}`)}</dt>
          <dd>{money(challenge[use])}</dd>
        </div>
      ))}
      <div className="hcw-ledger__line hcw-ledger__line--total">
        <dt>{t('use.total')}</dt>
        <dd>{money(total)}</dd>
      </div>
    </dl>
  )
}

/** Money, officer time, pay for residents' time, and which way money is handed over. */
export function OfferPart({ challenge }: { challenge: Shown }) {
  const { t } = useTranslation('challenges')
  const { money } = useFormats()
  const { officerHours, otherOffer, payHourlyPence, payWhen, route } = challenge
  const total = offerOf(challenge)
  const row = (key: 'pay' | 'officers' | 'also' | 'route', value: string | null) =>
    value ? [{ key, label: t(`offer.${key}`), value }] : []
  const pay = payHourlyPence
    ? [t('offer.payHour', { money: money(payHourlyPence) }), payWhen].filter(Boolean).join('. ')
    : null
  return (
    <Section title={t('part.offer')}>
      {total > 0 ? (
        <Ledger challenge={challenge} total={total} />
      ) : (
        <p className="govuk-body">{t('offer.noMoney')}</p>
      )}
      <SummaryList
        rows={[
          ...row('pay', pay),
          ...row(
            'officers',
            officerHours ? t('offer.officerHours', { count: officerHours }) : null,
          ),
          ...row('also', otherOffer),
          ...row('route', t(`route.${route}`)),
        ]}
      />
    </Section>
  )
}
