import { EMERGENCY_NUMBERS } from '@howcanwe/shared/conversations'
import { useTranslation } from 'react-i18next'
import { useHelp } from './concerns.queries.ts'
import './concerns.scss'

const tel = (number: string): string => `tel:${number.replace(/[^+\d]/g, '')}`

/** Numbers first: for immediate danger, and whom to ring in the place. */
export function Emergency({ placeId }: { placeId: string }) {
  const { t } = useTranslation('concerns')
  const { data: help } = useHelp(placeId)
  return (
    <section className="hcw-emergency" aria-labelledby="now">
      <h2 id="now" className="govuk-heading-m">
        {t('now.title')}
      </h2>
      <p className="hcw-emergency__numbers">
        {EMERGENCY_NUMBERS.map((number) => (
          <a key={number} className="govuk-link" href={tel(number)}>
            {number}
          </a>
        ))}
      </p>
      <p className="govuk-body">{t('now.text')}</p>
      {help?.lead?.phone ? (
        <p className="govuk-body">
          {t('now.lead', { name: help.lead.name })}{' '}
          <a className="govuk-link" href={tel(help.lead.phone)}>
            {help.lead.phone}
          </a>
          {help.lead.hours ? ` (${help.lead.hours})` : ''}
        </p>
      ) : help?.place.phone ? (
        <p className="govuk-body">
          {t('now.place', { name: help.place.name })}{' '}
          <a className="govuk-link" href={tel(help.place.phone)}>
            {help.place.phone}
          </a>
        </p>
      ) : null}
    </section>
  )
}
