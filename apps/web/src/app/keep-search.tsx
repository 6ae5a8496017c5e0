import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'react-router'
import { FeedLinks } from '../features/alerts/feed-links.tsx'
import { KeepForm } from '../features/alerts/keep-form.tsx'
import { readQuery } from '../features/challenges/list-query.ts'
import { useActing, useSession } from '../lib/session.ts'
import { Details, Link } from '../ui/index.ts'
import { paths } from './paths.ts'
import { usePlace } from './place.ts'

/**
 * Below the list of challenges: hear of new ones like these, by email, in a feed or in a calendar. Where nothing is
 * searched, as on the page of the place, it follows the place.
 */
export function KeepSearch() {
  const { t } = useTranslation('alerts')
  const place = usePlace()
  const [params] = useSearchParams()
  if (!place) return null
  const { q, theme, areaId } = readQuery(params)
  const isWhole = q === '' && theme.length + areaId.length === 0
  return (
    <Details summary={isWhole ? t('keep.follow', { place: place.name }) : t('keep.title')}>
      <Keep placeId={place.id} place={place.name} />
      <FeedLinks placeId={place.id} />
    </Details>
  )
}

function Keep({ placeId, place }: { placeId: string; place: string }) {
  const { t } = useTranslation(['alerts', 'places'])
  const { status } = useSession()
  const acting = useActing()
  const { pathname, search } = useLocation()
  const [params] = useSearchParams()
  const { q, theme, areaId } = readQuery(params)
  if (acting || status === 'loading') return null
  if (status === 'visitor') {
    return (
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.signIn({}, { next: pathname + search })}>
          {t('alerts:keep.signIn')}
        </Link>
      </p>
    )
  }
  const filters = { q, themes: [...theme], areaIds: [...areaId] }
  const names = [q, ...theme.map((one) => t(`places:themes.${one}`))].filter(Boolean).join(', ')
  const suggested = names.slice(0, 60) || t('alerts:keep.everything', { place }).slice(0, 60)
  const after = (
    <p className="govuk-body">
      <Link className="govuk-link" to={paths.myPart({ part: 'hearing' })}>
        {t('alerts:keep.change')}
      </Link>
    </p>
  )
  const key = JSON.stringify(filters)
  return <KeepForm key={key} {...{ placeId, filters, suggested, after }} />
}
