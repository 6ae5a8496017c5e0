import type { MapActor } from '@howcanwe/shared/actors'
import type { Place } from '@howcanwe/shared/places'
import type { PublishedService } from '@howcanwe/shared/services'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { AboutActor } from '../../features/actors/about-actor.tsx'
import { useMapOne } from '../../features/actors/actors.queries.ts'
import { ActorMark } from '../../features/actors/sector.tsx'
import { useOwnOrganisations } from '../../features/organisations/organisations.queries.ts'
import { ServiceList } from '../../features/organisations/service-list.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, Link, Notice, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { usePlace, useRoles } from '../place.ts'
import { PublishedOf } from '../published-of.tsx'

/** One of the map: what they offer and ask, and what open directories say they run (PL3). */
export function MapOnePage() {
  const { actorId = '' } = useParams()
  const place = usePlace()
  return (
    <Loaded query={useMapOne(place?.id, actorId)} lines={8}>
      {(found) => (place ? <One place={place} {...found} /> : null)}
    </Loaded>
  )
}

interface OneProps {
  place: Place
  actor: MapActor
  services: PublishedService[]
  shown: boolean
}

function One({ place, actor, services, shown }: OneProps) {
  const { t } = useTranslation('actors')
  const isBroker = useRoles().includes('broker')
  const own = useOwnOrganisations(place.id).some(({ id }) => id === actor.id)
  const inside = actor.listed === 'organisation' && (isBroker || own)
  return (
    <>
      <PageHeading title={actor.name} caption={<ActorMark sector={actor.sector} />} />
      {shown ? null : <Notice heading={t(own ? 'one.ownHidden' : 'one.hidden')} />}
      <Columns
        asideLabel={t('map.meet')}
        aside={
          <SideNote title={t('map.meet')}>
            <p className="govuk-body">{t('map.meetText')}</p>
            <Contact contact={place.contact} />
          </SideNote>
        }
      >
        <AboutActor one={{ ...actor, services: [] }} areas={place.areas} />
        {inside ? <PublishedOf organisationId={actor.id} /> : <Services items={services} />}
        <p className="govuk-body">
          <Link className="govuk-link" to={further.map()}>
            {t('one.toMap')}
          </Link>
        </p>
      </Columns>
    </>
  )
}

function Services({ items }: { items: readonly PublishedService[] }) {
  const { t } = useTranslation('organisations+funding')
  if (items.length === 0) return null
  return (
    <section aria-labelledby="services">
      <h2 id="services" className="govuk-heading-m">
        {t('services.title')}
      </h2>
      <ServiceList items={items} />
      <p className="govuk-body">{t('services.wrongPublic')}</p>
    </section>
  )
}
