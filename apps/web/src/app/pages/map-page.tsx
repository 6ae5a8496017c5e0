import type { MapActor, Tie } from '@howcanwe/shared/actors'
import type { Place } from '@howcanwe/shared/places'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActorList, entryId } from '../../features/actors/actor-list.tsx'
import { useActorMap } from '../../features/actors/actors.queries.ts'
import { useWordsOf } from '../../features/actors/lines.tsx'
import { fitting, type MapQuery } from '../../features/actors/map-filter.ts'
import { MapSearch } from '../../features/actors/map-search.tsx'
import { MapPicture } from '../../features/actors/picture.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, EmptyState, Link, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { usePlace, useRoles } from '../place.ts'

/** Who there is in the place: the list first, then a picture of the same (PL3). */
export function MapPage() {
  const { t } = useTranslation('actors')
  const place = usePlace()
  return (
    <>
      <PageHeading title={t('map.title', { place: place?.name ?? '' })} lead={t('map.lead')} />
      <Own />
      <Loaded query={useActorMap(place?.id)} lines={8}>
        {({ items, ties }) => (place ? <WhoIsHere {...{ place, items, ties }} /> : null)}
      </Loaded>
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

const NOTHING: MapQuery = { q: '', sector: '', theme: '', area: '' }

function WhoIsHere({ place, items, ties }: { place: Place; items: MapActor[]; ties: Tie[] }) {
  const { t } = useTranslation('actors')
  const [query, setQuery] = useState(NOTHING)
  const found = fitting(items, query, useWordsOf())
  return (
    <Columns
      asideLabel={t('map.meet')}
      aside={
        <SideNote title={t('map.meet')}>
          <p className="govuk-body">{t('map.meetText')}</p>
          <Contact contact={place.contact} />
        </SideNote>
      }
    >
      <MapSearch {...{ query, items, areas: place.areas, onChange: setQuery }} />
      <p className="govuk-body" role="status">
        {t('map.found', { count: found.length })}
      </p>
      {found.length === 0 ? (
        <EmptyState>{t('map.none')}</EmptyState>
      ) : (
        <>
          <ActorList {...{ items: found, all: items, ties, areas: place.areas }} />
          <h2 className="govuk-heading-m">{t('picture.title')}</h2>
          <p className="govuk-body">{t('picture.text')}</p>
          <MapPicture items={found} ties={ties} entry={(id) => `#${entryId(id)}`} />
        </>
      )}
    </Columns>
  )
}
