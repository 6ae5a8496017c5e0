import { useTranslation } from 'react-i18next'
import { FollowButton } from '../features/questions/follow-button.tsx'
import { useSession } from '../lib/session.ts'
import { Link } from '../ui/index.ts'
import { paths } from './paths.ts'

/** An email about every answer: a button for whoever is signed in, the way there for everybody else. */
export function FollowAnswers({ challenge }: { challenge: { id: string; slug: string } }) {
  const { t } = useTranslation('questions')
  const { status } = useSession()
  if (status === 'loading') return null
  if (status === 'signed-in') return <FollowButton challengeId={challenge.id} />
  const next = paths.challenge({ slug: challenge.slug })
  return (
    <p className="govuk-body">
      <Link className="govuk-link" to={paths.signIn({}, { next })}>
        {t('follow.signIn')}
      </Link>
    </p>
  )
}
