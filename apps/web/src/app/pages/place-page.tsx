import type { PlacePage as Place } from '@howcanwe/shared/places/page'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import {
  AboutPlace,
  Complaints,
  Pledges,
  Standing,
  WhoAsks,
} from '../../features/places/about-place.tsx'
import { usePlacePage } from '../../features/places/places.queries.ts'
import { KeptList } from '../../features/protections/kept-list.tsx'
import { useKept } from '../../features/protections/protections.queries.ts'
import { Successes } from '../../features/protections/successes.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, Link, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { Page, page } from '../page.tsx'
import { paths } from '../paths.ts'

const NEWEST = 3

const follow = page(
  () => import('../keep-search.tsx').then((m) => m.KeepSearch),
  ['alerts', 'places', 'problems'],
)

/** The public page of a place (PL1): who asks, who helps, who hears complaints, what was promised and what came of it. */
export function PlacePage() {
  return (
    <Loaded query={usePlacePage()} lines={6}>
      {(place) => <Found place={place} />}
    </Loaded>
  )
}

function Found({ place }: { place: Place }) {
  const { t } = useTranslation('places')
  return (
    <>
      <PageHeading
        title={t('page.title', { place: place.name })}
        caption={t(`page.kind.${place.kind}`)}
        lead={place.introduction}
      />
      <Standing place={place} />
      <Columns
        asideLabel={t('page.helps')}
        aside={
          <SideNote title={t('page.helps')}>
            <p className="govuk-body">{t('page.helpsText')}</p>
            <Contact contact={place.contact} />
            <p className="govuk-body">
              <Link className="govuk-link" to={paths.peopleHere()}>
                {t('page.rolesLink')}
              </Link>
            </p>
            <p className="govuk-body">
              <Link className="govuk-link" to={further.map()}>
                {t('page.mapLink')}
              </Link>
            </p>
            <p className="govuk-body">
              <Link className="govuk-link" to={further.practices()}>
                {t('page.practicesLink')}
              </Link>
            </p>
          </SideNote>
        }
      >
        <AboutPlace place={place} />
        <Suspense fallback={null}>
          <Page of={follow} />
        </Suspense>
        <Outcomes />
        <WhoAsks place={place} />
        <Pledges place={place} />
        <Complaints place={place} />
      </Columns>
    </>
  )
}

/** What is kept beside questions that found a team; nothing while there is neither. */
function Outcomes() {
  const { t } = useTranslation('places')
  const { data } = useKept()
  if (!data || data.kept + data.teamed === 0) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('page.outcomes')}</h2>
      <p className="govuk-body">{t('page.outcomesText')}</p>
      <Successes kept={data} />
      <KeptList
        level={3}
        items={data.items.slice(0, NEWEST)}
        to={(slug) => paths.protection({ slug })}
      />
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.kept()}>
          {t('page.keptLink')}
        </Link>
      </p>
    </section>
  )
}
