import { matchingContract, type PlaceWeights } from '@howcanwe/shared/matching'
import type { Place } from '@howcanwe/shared/places'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlaceWeights } from '../../features/matching/place-weights.queries.ts'
import { WeightsForm } from '../../features/matching/weights-form.tsx'
import { keyOf } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { useProof } from '../proving.tsx'
import { SignedIn } from '../signed-in.tsx'

/** A steward says what counts for how much when a broker looks for organisations (§2.6). */
export function SetWeightsPage() {
  const place = usePlace()
  return (
    <SignedIn roles={['steward']}>{place ? <Here key={place.id} place={place} /> : null}</SignedIn>
  )
}

function Here({ place }: { place: Place }) {
  const { t } = useTranslation(['match-weights', 'matching'])
  const client = useQueryClient()
  const { prove, step } = useProof()
  const stored = usePlaceWeights(place.id)
  const [set, setSet] = useState<PlaceWeights>()
  const onSet = (after: PlaceWeights) => {
    client.setQueryData(keyOf(matchingContract.ofPlace, { params: { placeId: place.id } }), after)
    setSet(after)
  }
  return (
    <>
      <PageHeading title={t('set.title')} lead={t('set.lead')} />
      {set ? <Notice key={set.version} kind="success" heading={t('set.done')} focus /> : null}
      {step}
      <Loaded query={stored} lines={8}>
        {(found) => (
          <WeightsForm
            key={set?.version ?? 0}
            {...{ placeId: place.id, found, prove, onSet }}
            onStale={() => stored.refetch()}
          />
        )}
      </Loaded>
      <p className="govuk-body">
        <Link to={further.matchingHere()}>{t('here.title')}</Link>
      </p>
    </>
  )
}
