import { useTranslation } from 'react-i18next'

/**
 * For a feed reader and for a calendar: both go on by themselves. The feed is named in the head of the page too (React
 * puts a `link` there), where a reader looks that is given the page's own address.
 */
export function FeedLinks({ placeId }: { placeId: string }) {
  const { t } = useTranslation('alerts')
  const base = `/api/v1/places/${placeId}`
  const atom = { href: `${base}/challenges.atom`, type: 'application/atom+xml' }
  return (
    <ul className="govuk-list govuk-list--spaced">
      <li>
        <a className="govuk-link" href={`${base}/deadlines.ics`}>
          {t('feeds.calendar')}
        </a>
      </li>
      <li>
        <link rel="alternate" title={t('feeds.atom')} {...atom} />
        <a className="govuk-link" {...atom}>
          {t('feeds.atom')}
        </a>
      </li>
    </ul>
  )
}
