import { organisationsContract } from '@howcanwe/shared/organisations'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { SlipCard } from '../../features/cases/slip-card.tsx'
import { usePrintSlip } from '../../features/cases/typed.queries.ts'
import { useDesk } from '../../features/challenges/challenges.queries.ts'
import { queryFor } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, ButtonLink, Link, Notice, PageHeading, Select } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** Somebody is on the telephone or at the table: what shall be typed for them (PE3)? */
export function TypeForPage() {
  return (
    <SignedIn roles={['broker']}>
      <TypeFor />
    </SignedIn>
  )
}

function TypeFor() {
  const { t } = useTranslation('typed')
  return (
    <>
      <PageHeading title={t('start.title')} lead={t('start.lead')} />
      <h2 className="govuk-heading-m">{t('start.newTitle')}</h2>
      <p className="govuk-body">{t('start.newText')}</p>
      <ButtonLink to={further.typeOrganisation()} kind="secondary">
        {t('start.newGo')}
      </ButtonLink>
      <h2 className="govuk-heading-m">{t('start.answerTitle')}</h2>
      <Choose />
    </>
  )
}

/** For whom and to which question; a slip where nobody of theirs signs in. */
function Choose() {
  const { t } = useTranslation(['typed', 'problems'])
  const place = usePlace()
  const navigate = useNavigate()
  const desk = useDesk(place?.id)
  const [organisationId, setOrganisation] = useState('')
  const [challengeId, setChallenge] = useState('')
  const slip = usePrintSlip()
  const { data } = useQuery({
    ...queryFor(organisationsContract.list, { query: { placeId: place?.id ?? '', limit: 100 } }),
    enabled: place !== undefined,
  })
  const open = (desk.data?.items ?? []).filter((one) => one.state === 'open' && one.slug)
  const slug = open.find((one) => one.id === challengeId)?.slug
  return (
    <>
      <Select
        name="organisation"
        label={t('typed:start.organisation')}
        placeholder={t('typed:start.choose')}
        value={organisationId}
        onChange={({ target }) => setOrganisation(target.value)}
        options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="challenge"
        label={t('typed:start.challenge')}
        placeholder={t('typed:start.choose')}
        value={challengeId}
        onChange={({ target }) => setChallenge(target.value)}
        options={open.map(({ id, question }) => ({ value: id, label: question }))}
      />
      <Button
        onClick={() => {
          if (organisationId && challengeId)
            void navigate(further.typeInterest({ challengeId, organisationId }))
        }}
      >
        {t('typed:start.answerGo')}
      </Button>
      {slug ? (
        <p className="govuk-body">
          <Link to={further.paper({ slug })}>{t('typed:start.paper')}</Link>
        </p>
      ) : null}
      <h2 className="govuk-heading-m">{t('typed:slip.again')}</h2>
      <p className="govuk-body">{t('typed:slip.againText')}</p>
      {slip.error ? <Notice kind="warning" heading={sentenceOf(t, slip.error)} /> : null}
      <Button
        kind="secondary"
        busy={slip.isPending}
        onClick={() => {
          if (organisationId) slip.mutate(organisationId)
        }}
      >
        {t('typed:slip.againGo')}
      </Button>
      {slip.data && place ? (
        <SlipCard
          slip={slip.data}
          ring={[place.contact.name, place.contact.phone].filter(Boolean).join(', ')}
        />
      ) : null}
    </>
  )
}
