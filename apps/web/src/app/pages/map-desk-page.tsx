import { actorsContract, type MapActor } from '@howcanwe/shared/actors'
import type { Place } from '@howcanwe/shared/places'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActorForm } from '../../features/actors/actor-form.tsx'
import { useUnlisted, useUnmet } from '../../features/actors/actors.queries.ts'
import { UnmetList } from '../../features/actors/unmet-list.tsx'
import { keyOf, useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { Loaded } from '../../lib/loaded.tsx'
import {
  Button,
  Details,
  EmptyState,
  Link,
  Loading,
  LoadMore,
  Notice,
  PageHeading,
} from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'
import { TakeAlong } from '../take-along.tsx'

/** A broker's part of the map: who has not met, and who is here without having registered (PL3). */
export function MapDeskPage() {
  const place = usePlace()
  return <SignedIn roles={['broker']}>{place ? <Desk place={place} /> : null}</SignedIn>
}

function Desk({ place }: { place: Place }) {
  const { t } = useTranslation('actors')
  return (
    <>
      <PageHeading title={t('desk.title')} lead={t('desk.lead')} />
      <p className="govuk-body">
        <Link className="govuk-link" to={further.map()}>
          {t('entry.toMap')}
        </Link>
      </p>
      <h2 className="govuk-heading-m">{t('unmet.title')}</h2>
      <p className="govuk-body">{t('unmet.lead')}</p>
      <Loaded query={useUnmet(place.id)} lines={5}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState>{t('unmet.none')}</EmptyState>
          ) : (
            <>
              <UnmetList
                items={items}
                introduce={({ a, b }) =>
                  further.introductionsDesk({}, { a: a.id, aName: a.name, b: b.id, bName: b.name })
                }
              />
              <TakeAlong list="unmet" about={place.id} />
            </>
          )
        }
      </Loaded>
      <Unlisted place={place} />
      <TakeAlong list="actors" about={place.id} />
    </>
  )
}

function Unlisted({ place }: { place: Place }) {
  const { t } = useTranslation(['actors', 'problems'])
  const call = useCall()
  const client = useQueryClient()
  const pages = useUnlisted(place.id)
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? []
  const [said, setSaid] = useState<string>()
  const [refusal, setRefusal] = useState<unknown>()
  const changed = (words: string) => {
    setRefusal(undefined)
    setSaid(words)
    void client.invalidateQueries({ queryKey: keyOf(actorsContract.map) })
  }
  const remove = ({ id, name }: MapActor) =>
    call(actorsContract.remove, { params: { actorId: id } }).then(
      () => changed(t('actors:desk.removed', { name })),
      setRefusal,
    )
  return (
    <>
      <h2 className="govuk-heading-m">{t('actors:desk.others')}</h2>
      {said ? <Notice key={said} kind="success" heading={said} focus /> : null}
      {refusal ? <Notice kind="warning" heading={sentenceOf(t, refusal)} focus /> : null}
      <Details summary={t('actors:add.title')}>
        <ActorForm place={place} onAdded={(name) => changed(t('actors:desk.added', { name }))} />
      </Details>
      {pages.error ? <Notice kind="warning" heading={sentenceOf(t, pages.error)} /> : null}
      {pages.isPending ? <Loading lines={4} /> : null}
      <ul className="govuk-list">
        {rows.map((one) => (
          <li key={one.id}>
            {one.name}{' '}
            <Button kind="quiet" onClick={() => remove(one)}>
              {t('actors:desk.remove')} <span className="govuk-visually-hidden">{one.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {rows.length > 0 ? (
        <LoadMore
          label={t('actors:desk.more')}
          status=""
          hasMore={pages.hasNextPage}
          busy={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      ) : null}
    </>
  )
}
