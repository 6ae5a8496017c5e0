import { useTranslation } from 'react-i18next'

/** For a feed reader and for a calendar: both go on by themselves. */
export function FeedLinks({ placeId }: { placeId: string }) {
  const { t } = useTranslation('alerts')
  const base = `/api/v1/places/${placeId}`
  return (
    <ul className="govuk-list govuk-list--spaced">
      <li>
        <a className="govuk-link" href={`${base}/deadlines.ics`}>
          {t('feeds.calendar')}
        </a>
      </li>
      <li>
        <a className="govuk-link" href={`${base}/challenges.atom`} type="application/atom+xml">
          {t('feeds.atom')}
        </a>
      </li>
    </ul>
  )
}
