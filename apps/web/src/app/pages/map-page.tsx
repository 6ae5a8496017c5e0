import type { Place } from '@howcanwe/shared/places'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { ActorList } from '../../features/actors/actor-list.tsx'
import { useActorMap } from '../../features/actors/actors.queries.ts'
import { type MapQuery, readMap, searchOf } from '../../features/actors/map-query.ts'
import { MapSearch } from '../../features/actors/map-search.tsx'
import { WithLinks } from '../../features/actors/with-links.tsx'
import { NewTies } from '../../features/introductions/new-ties.tsx'
import { useOwnOrganisations } from '../../features/organisations/organisations.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, EmptyState, Link, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { MapDrawn } from '../map-drawn.tsx'
import { usePlace, useRoles } from '../place.ts'

/** Who there is in the place: the list first, then a picture of the same (PL3). What is asked stands in the address. */
export function MapPage() {
  const { t } = useTranslation('actors')
  const place = usePlace()
  return (
    <>
      <PageHeading title={t('map.title', { place: place?.name ?? '' })} lead={t('map.lead')} />
      <Own />
      {place ? <WhoIsHere place={place} /> : null}
    </>
  )
}

/** Where one's own part of the map is kept. */
function Own() {
  const { t } = useTranslation('actors')
  const held = useRoles()
  const links = [
    ...(held.includes('member') ? [{ to: further.mapEntry(), words: t('map.own') }] : []),
    ...(held.includes('broker') ? [{ to: further.mapDesk(), words: t('map.desk') }] : []),
  ]
  return links.map(({ to, words }) => (
    <p key={to} className="govuk-body">
      <Link className="govuk-link" to={to}>
        {words}
      </Link>
    </p>
  ))
}

function WhoIsHere({ place }: { place: Place }) {
  const { t } = useTranslation('actors')
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const query = readMap(search)
  const base = further.map()
  const own = useOwnOrganisations(place.id)
  return (
    <Columns
      asideLabel={t('map.meet')}
      aside={
        <>
          <SideNote title={t('map.meet')}>
            <p className="govuk-body">{t('map.meetText')}</p>
            <Contact contact={place.contact} />
          </SideNote>
          <NewTies placeId={place.id} />
        </>
      }
    >
      <MapSearch
        key={searchOf({ ...query, cursor: '' })}
        action={base}
        query={query}
        areas={place.areas}
        own={own}
        onSearch={(asked) => navigate(base + searchOf(asked))}
      />
      <Found place={place} query={query} base={base} />
    </Columns>
  )
}

function Found({ place, query, base }: { place: Place; query: MapQuery; base: string }) {
  const { t } = useTranslation('actors')
  return (
    <Loaded query={useActorMap(place.id, query)} lines={8}>
      {({ items, nextCursor, counts }) => (
        <>
          <WithLinks counts={counts} query={query} base={base} />
          <p className="govuk-body" role="status">
            {t('map.found', { count: counts[query.with || 'all'] ?? 0 })}
          </p>
          {items.length === 0 ? (
            <EmptyState>{t('map.none')}</EmptyState>
          ) : (
            <>
              <ActorList
                items={items}
                areas={place.areas}
                entry={(actorId) => further.mapOne({ actorId })}
              />
              <Pages query={query} next={nextCursor} base={base} />
              <h2 className="govuk-heading-m">{t('picture.title')}</h2>
              <MapDrawn place={place} query={query} />
            </>
          )}
        </>
      )}
    </Loaded>
  )
}

/** On and back to the first: each page is an address of its own. */
function Pages({ query, next, base }: { query: MapQuery; next: string | null; base: string }) {
  const { t } = useTranslation('actors')
  if (!next && query.cursor === '') return null
  return (
    <nav aria-label={t('pages.label')}>
      <ul className="hcw-map-with">
        {query.cursor === '' ? null : (
          <li>
            <Link className="govuk-link" to={base + searchOf({ ...query, cursor: '' })}>
              {t('pages.first')}
            </Link>
          </li>
        )}
        {next ? (
          <li>
            <Link className="govuk-link" to={base + searchOf({ ...query, cursor: next })}>
              {t('pages.next')}
            </Link>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
