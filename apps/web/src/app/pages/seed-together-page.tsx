import { challengesContract } from '@howcanwe/shared/challenges'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useSeeds } from '../../features/joint-interests/joint.queries.ts'
import { SeedJoint } from '../../features/joint-interests/start-joint.tsx'
import { queryFor } from '../../lib/api.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, PageHeading } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'
import { TakeAlong } from '../take-along.tsx'

/** A broker asks groups whether they would answer together (J-12); what comes of it stays sealed (S-02). */
export function SeedTogetherPage() {
  return (
    <SignedIn roles={['broker']}>
      <Seeding />
    </SignedIn>
  )
}

function Seeding() {
  const { t } = useTranslation('joint-interests')
  const { slug = '' } = useParams()
  const query = useQuery(queryFor(challengesContract.read, { params: { slug } }))
  return (
    <Loaded query={query}>
      {(challenge) => (
        <>
          <PageHeading
            title={t('seed.title')}
            caption={
              <Link to={paths.challenge({ slug })} className="govuk-link">
                {challenge.question}
              </Link>
            }
          />
          <p className="govuk-body">{t('seed.lead')}</p>
          {challenge.state === 'open' ? <SeedJoint challengeId={challenge.id} /> : null}
          <Before challengeId={challenge.id} />
        </>
      )}
    </Loaded>
  )
}

function Before({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation('joint-interests')
  const { moment } = useFormats()
  const query = useSeeds(challengeId)
  return (
    <Loaded query={query} lines={2}>
      {({ items }) =>
        items.length === 0 ? null : (
          <section>
            <h2 className="govuk-heading-m">{t('seed.before')}</h2>
            <ul className="govuk-list">
              {items.map((seed) => (
                <li key={seed.id}>
                  {moment(seed.seededAt)}:{' '}
                  {seed.invited
                    .map(({ name, byHand }) => (byHand ? t('seed.byHand', { name }) : name))
                    .join(', ')}
                </li>
              ))}
            </ul>
            <TakeAlong list="seeds" about={challengeId} />
          </section>
        )
      }
    </Loaded>
  )
}
