import type { PlacePage } from '@howcanwe/shared/places/page'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Notice, SummaryList } from '../../ui/index.ts'
import { Reach } from './reach.tsx'

interface Props {
  place: PlacePage
}

/** Why nothing new is asked here, where that is so; nothing for an active place. */
export function Standing({ place: { state } }: Props) {
  const { t } = useTranslation('places')
  if (state === 'active') return null
  return (
    <Notice heading={t(`page.state.${state}`)}>
      <p className="govuk-body">{t(`page.state.${state}Text`)}</p>
    </Notice>
  )
}

/** Where it is, what it speaks and what it pays. */
export function AboutPlace({ place }: Props) {
  const { t } = useTranslation('places')
  const { list, money, date } = useFormats()
  const { pay, areas, languages } = place
  const rows = [
    { key: 'areas', label: t('page.areas'), value: list(areas) },
    {
      key: 'languages',
      label: t('page.languages'),
      value: list(languages.map((code) => t(`page.language.${code}`, { defaultValue: code }))),
    },
    {
      key: 'pay',
      label: t('page.pay'),
      value: pay
        ? t('page.payText', {
            money: money(pay.hourlyPence),
            source: pay.source,
            on: date(pay.asOf),
          })
        : t('page.noPay'),
    },
  ]
  return <SummaryList rows={rows} />
}

/** Who may put a question here, each with a person to ask. */
export function WhoAsks({ place }: Props) {
  const { t } = useTranslation('places')
  if (place.publicBodies.length === 0) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('page.asks')}</h2>
      <p className="govuk-body">{t('page.asksText')}</p>
      <ul className="govuk-list">
        {place.publicBodies.map(({ id, name, contactName, phone, email }) => (
          <li key={id}>
            <strong>{name}</strong>
            <br />
            {t('page.ask', { name: contactName })} <Reach phone={phone} email={email} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who hears complaints (PL1). */
export function Complaints({ place: { complaints } }: Props) {
  const { t } = useTranslation('places')
  if (!complaints) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('page.complaints')}</h2>
      <p className="govuk-body">
        {t('page.complaintsText', { name: complaints.name })}{' '}
        <Reach phone={complaints.phone} email={complaints.email} />
      </p>
    </section>
  )
}

/** What the place has promised in public, and who answers for it. */
export function Pledges({ place: { pledges } }: Props) {
  const { t } = useTranslation('places')
  const { date } = useFormats()
  if (pledges.length === 0) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('page.pledges')}</h2>
      <ul className="govuk-list">
        {pledges.map(({ id, framework, statement, owner, reviewOn, due }) => (
          <li key={id}>
            <strong>{statement}</strong>
            <br />
            {t(`page.framework.${framework}`)}
            <br />
            {t('page.pledgeOwner', { owner })}
            <br />
            {t(due ? 'page.pledgeDue' : 'page.pledgeReview', { day: date(reviewOn) })}
          </li>
        ))}
      </ul>
    </section>
  )
}
