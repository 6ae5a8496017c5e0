import type { Capacity, Organisation } from '@howcanwe/shared/organisations'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Link, SummaryList, Tag } from '../../ui/index.ts'
import './organisations.scss'

const TONE = { listed: 'plain', checked: 'pine', paused: 'caution', left: 'quiet' } as const

/** Where an organisation stands, in a word and a sentence; and that nobody heard from it, with the way to say so. */
export function OrganisationState({
  organisation: { state, stale },
  refreshAt,
}: {
  organisation: Pick<Organisation, 'state' | 'stale'>
  /** Where one tap says that it is still so. */
  refreshAt: string
}) {
  const { t } = useTranslation('organisations')
  return (
    <>
      <p className="govuk-body">
        <Tag tone={TONE[state]}>{t(`states.${state}.tag`)}</Tag>
        <span className="hcw-line">{t(`states.${state}.text`)}</span>
      </p>
      {stale ? (
        <p className="govuk-body">
          <Tag tone="caution">{t('stale.tag')}</Tag>
          <span className="hcw-line">
            {t('stale.text')} <Link to={refreshAt}>{t('stale.go')}</Link>
          </span>
        </p>
      ) : null}
    </>
  )
}

/** Hours to spare with the day they were said, or a way to say them. */
function useSpare(capacity: Capacity, sayAt: string): ReactNode {
  const { t } = useTranslation('organisations')
  const formats = useFormats()
  const { spareHoursPerMonth: count, confirmedAt } = capacity
  if (count === null || !confirmedAt) {
    return (
      <>
        {t('page.notSaid')}. <Link to={sayAt}>{t('page.saySo')}</Link>
      </>
    )
  }
  return `${t('page.spareHours', { count })}, ${t('page.asOf', { day: formats.date(confirmedAt) })}`
}

/** What an organisation said of itself: what, where, for whom, how much time (`ux.md` §5.5, 11). */
export function OrganisationView({
  organisation,
  capacity,
  sayAt,
}: {
  organisation: Organisation
  capacity: Capacity
  /** Where the profile is written. */
  sayAt: string
}) {
  const { t } = useTranslation(['organisations', 'places'])
  const formats = useFormats()
  const spare = useSpare(capacity, sayAt)
  const { contact, identifiers, website, parent } = organisation
  const rows = [
    {
      key: 'what',
      label: t('page.what'),
      value: formats.list(organisation.themes.map((one) => t(`places:themes.${one}`))),
    },
    {
      key: 'where',
      label: t('page.where'),
      value: formats.list(organisation.areas.map((a) => a.name)),
    },
    {
      key: 'whom',
      label: t('page.whom'),
      value:
        capacity.reach.length > 0
          ? formats.list(capacity.reach.map((r) => r.community))
          : t('page.notSaid'),
    },
    { key: 'spare', label: t('page.spare'), value: spare },
    { key: 'income', label: t('page.income'), value: t(`bands.${organisation.incomeBand}`) },
    ...(parent
      ? [
          {
            key: 'parent',
            label: t('page.belongs'),
            value: t(parent.ownAccountsAndBoard ? 'page.partOwn' : 'page.part', {
              name: parent.name,
            }),
          },
        ]
      : []),
    ...identifiers.map((i) => ({
      key: i.orgId,
      label: t('page.number'),
      value: `${i.orgId} (${t(`verified.${i.verified}`)})`,
    })),
    ...(website
      ? [
          {
            key: 'website',
            label: t('page.website'),
            value: (
              <a href={website} rel="noreferrer noopener">
                {website}
              </a>
            ),
          },
        ]
      : []),
    ...(contact
      ? [
          {
            key: 'contact',
            label: t('page.contact'),
            value: (
              <>
                {[contact.name, contact.phone, contact.email].filter(Boolean).join(', ')}
                <span className="hcw-seen-by hcw-line">{t('page.contactSeenBy')}</span>
              </>
            ),
          },
        ]
      : []),
  ]
  return <SummaryList rows={rows} />
}
