import type { Me } from '@howcanwe/shared/identity'
import type { Place } from '@howcanwe/shared/places'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { OrganisationSwitch } from '../features/organisations/organisation-switch.tsx'
import { useOwnOrganisations } from '../features/organisations/organisations.queries.ts'
import { ButtonLink, EmptyState, Loading, PageHeading } from '../ui/index.ts'
import { type Address, paths } from './paths.ts'
import { usePlace } from './place.ts'

type Own = Me['organisations'][number]

const PARAM = 'o'

/**
 * The organisation a page is about: the one in the address, else the first of one's own. Whoever has none is shown
 * the way to register, or `otherwise`.
 */
export function OwnOrganisation({
  page,
  title,
  otherwise,
  children,
}: {
  /** The page's own address, for changing hats. */
  page: Address<string>
  /** Heading where there is no organisation. */
  title: string
  otherwise?: (place: Place) => ReactNode
  children: (own: Own, place: Place, hats: ReactNode) => ReactNode
}) {
  const { t } = useTranslation('organisations')
  const [search] = useSearchParams()
  const place = usePlace()
  const own = useOwnOrganisations(place?.id)
  if (!place) return <Loading />
  const current = own.find((o) => o.id === search.get(PARAM)) ?? own[0]
  if (current) {
    const to = (id: string) => page({}, { [PARAM]: id })
    return children(current, place, <OrganisationSwitch own={own} current={current} to={to} />)
  }
  if (otherwise) return otherwise(place)
  return (
    <>
      <PageHeading title={title} />
      <EmptyState
        action={<ButtonLink to={paths.registerOrganisation()}>{t('page.register')}</ButtonLink>}
      >
        {t('page.none')}
      </EmptyState>
    </>
  )
}
