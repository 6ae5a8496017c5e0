import type { PublishedService } from '@howcanwe/shared/services'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'

/** What open directories say an organisation runs: how to reach it, and who says so since when. */
export function ServiceList({
  items,
  after,
}: {
  items: readonly PublishedService[]
  /** What stands under one, for example "this is not us". */
  after?: (service: PublishedService) => ReactNode
}) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {items.map((one) => (
        <li key={one.id}>
          <Service one={one} />
          {after?.(one)}
        </li>
      ))}
    </ul>
  )
}

function Service({ one }: { one: PublishedService }) {
  const { t } = useTranslation('organisations+funding')
  const { list } = useFormats()
  const { minimumAge: from, maximumAge: to } = one
  const ages =
    from !== null && to !== null
      ? t('services.ages', { from, to })
      : from !== null
        ? t('services.agesFrom', { from })
        : to !== null
          ? t('services.agesTo', { to })
          : ''
  const where = one.areas.length > 0 ? t('services.where', { areas: list(one.areas) }) : ''
  return (
    <>
      <p className="govuk-body">
        <strong>{one.name}</strong>
        {one.status === 'temporarily closed' ? ` (${t('services.closed')})` : ''}
        {one.description ? <span className="hcw-line">{one.description}</span> : null}
        {ages || where ? (
          <span className="hcw-line">{[ages, where].filter(Boolean).join(' ')}</span>
        ) : null}
      </p>
      <Reach one={one} />
      <Source one={one} />
    </>
  )
}

function Reach({ one: { url, email, phone } }: { one: PublishedService }) {
  const { t } = useTranslation('organisations+funding')
  if (!url && !email && !phone) return null
  return (
    <p className="govuk-body">
      {t('services.reach')} {phone ? <span>{phone} </span> : null}
      {email ? (
        <>
          <a className="govuk-link" href={`mailto:${email}`}>
            {email}
          </a>{' '}
        </>
      ) : null}
      {url ? (
        <a className="govuk-link" href={url} rel="noreferrer">
          {url.replace(/^https?:\/\//, '')}
        </a>
      ) : null}
    </p>
  )
}

function Source({ one: { organisation, source } }: { one: PublishedService }) {
  const { t } = useTranslation('organisations+funding')
  const { date } = useFormats()
  return (
    <p className="govuk-body hcw-soft">
      {t('services.source', { file: source.file, organisation })}{' '}
      {source.changedOn
        ? t('services.changed', { day: date(source.changedOn) })
        : t('services.read', { day: date(source.readAt) })}{' '}
      {source.licence ? t('licence', { licence: source.licence }) : ''}
    </p>
  )
}
