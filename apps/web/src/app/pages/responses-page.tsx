import { challengesContract } from '@howcanwe/shared/challenges'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Responses } from '../../features/cohorts/responses.tsx'
import { queryFor } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, PageHeading } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'
import { TakeAlong } from '../take-along.tsx'

/** Where the one who asked reads what came in, and answers everyone. */
export function ResponsesPage() {
  return (
    <SignedIn roles={['commissioner']}>
      <Desk />
    </SignedIn>
  )
}

function Desk() {
  const { t } = useTranslation('cohorts')
  const { challengeId = '' } = useParams()
  const query = useQuery(queryFor(challengesContract.draft, { params: { challengeId } }))
  return (
    <Loaded query={query}>
      {(challenge) => (
        <>
          <PageHeading
            title={t('page.title')}
            caption={challenge.question}
            lead={challenge.state === 'choosing' ? t('page.lead') : undefined}
          />
          <Responses
            challengeId={challenge.id}
            state={challenge.state}
            closesAt={challenge.closesAt}
            resultsBy={challenge.resultsBy}
            cohortSize={challenge.cohortSize}
            criteria={challenge.criteria}
            publicLink={
              challenge.slug ? (
                <p className="govuk-body">
                  <Link to={paths.challenge({ slug: challenge.slug })} className="govuk-link">
                    {t('page.public')}
                  </Link>
                </p>
              ) : null
            }
          />
          {challenge.state === 'choosing' ? (
            <TakeAlong list="interests" about={challenge.id} />
          ) : null}
        </>
      )}
    </Loaded>
  )
}
