import { ROUTES } from '@howcanwe/shared/challenges'
import type { Place } from '@howcanwe/shared/places'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../lib/format.ts'
import { Radios } from '../../../ui/index.ts'
import { USES } from '../view/offer.ts'
import { penceOf } from './body.ts'
import { Line } from './fields.tsx'
import type { Composer } from './use-composer.ts'
import type { Values } from './values.ts'

/** All money typed so far, in pence; boxes that hold no amount count as nothing. */
export const offerTyped = (values: Values): number =>
  USES.reduce((total, use) => total + (penceOf(values[use]) ?? 0), 0)

/** Money by what it is for with its running total, time, pay and the way it is handed over. */
export function OfferSection({ composer, pay }: { composer: Composer; pay: Place['pay'] }) {
  const { t } = useTranslation('challenges')
  const { money, date } = useFormats()
  const { values, set } = composer
  const symbol = money(0).replace(/[\d.,\s]/g, '')
  return (
    <>
      {USES.map((use) => (
        <Line
          key={use}
          composer={composer}
          name={use}
          prefix={symbol}
          width={10}
          numeric
          optional
        />
      ))}
      <p className="hcw-total" role="status">
        {t('total.offer', { money: money(offerTyped(values)) })}
      </p>
      <Line
        composer={composer}
        name="officerHours"
        suffix={t('hours')}
        width={5}
        numeric
        optional
      />
      <Line composer={composer} name="otherOffer" optional />
      <Line
        composer={composer}
        name="payHourlyPence"
        prefix={symbol}
        suffix={t('perHour')}
        width={5}
        numeric
      />
      {pay ? (
        <p className="govuk-hint hcw-under-field">
          {t('field.payHourlyPence.advice', {
            money: money(pay.hourlyPence),
            source: pay.source,
            on: date(pay.asOf),
          })}
        </p>
      ) : null}
      <Line composer={composer} name="payWhen" />
      <Radios
        name="route"
        legend={t('field.route.label')}
        hint={t('field.route.hint')}
        value={values.route}
        onChange={(event) => set({ route: event.target.value as Values['route'] })}
        choices={ROUTES.map((value) => ({ value, label: t(`routeChoice.${value}`) }))}
      />
    </>
  )
}
