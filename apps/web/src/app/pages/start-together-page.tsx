import { challengesContract } from '@howcanwe/shared/challenges'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useParams } from 'react-router'
import { broughtAlong } from '../../features/joint-interests/beginning.ts'
import { StartJoint } from '../../features/joint-interests/start-joint.tsx'
import { queryFor } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useSession } from '../../lib/session.ts'
import { Link, PageHeading, Radios } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'

/** Begins an answer together with others (EI3). */
export function StartTogetherPage() {
  return (
    <SignedIn>
      <Start />
    </SignedIn>
  )
}

function Start() {
  const { t } = useTranslation('joint-interests')
  const { slug = '' } = useParams()
  const { me } = useSession()
  const navigate = useNavigate()
  const { state } = useLocation()
  const query = useQuery(queryFor(challengesContract.read, { params: { slug } }))
  const [chosen, setChosen] = useState<string>()
  return (
    <Loaded query={query}>
      {(challenge) => {
        const own = me?.organisations.filter((o) => o.placeId === challenge.placeId) ?? []
        const organisation = own.find((o) => o.id === chosen) ?? own[0]
        return (
          <>
            <PageHeading
              title={t('start.title')}
              caption={
                <Link to={paths.challenge({ slug })} className="govuk-link">
                  {challenge.question}
                </Link>
              }
            />
            <p className="govuk-body">{t('start.lead')}</p>
            {own.length > 1 && organisation ? (
              <Radios
                name="for"
                legend={t('page.you')}
                value={organisation.id}
                onChange={async ({ target }) => setChosen(target.value)}
                choices={own.map((o) => ({ value: o.id, label: o.name }))}
              />
            ) : null}
            {organisation ? (
              <StartJoint
                key={organisation.id}
                challengeId={challenge.id}
                organisationId={organisation.id}
                brought={broughtAlong(state)}
                onStarted={(jointInterestId) =>
                  navigate(further.together({ jointInterestId }, { o: organisation.id }))
                }
              />
            ) : null}
            <p className="govuk-body">
              <Link to={paths.interest({ slug })} className="govuk-link">
                {t('start.alone')}
              </Link>
            </p>
          </>
        )
      }}
    </Loaded>
  )
}
