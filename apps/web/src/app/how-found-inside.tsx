import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useChallenge } from '../features/challenges/challenges.queries.ts'
import { HowFound } from '../features/matching/how-found.tsx'
import { Link } from '../ui/index.ts'
import { further } from './further-paths.ts'

/** For the challenge the address names, which the page has read already. */
export function HowFoundHere() {
  const { slug = '' } = useParams()
  const challenge = useChallenge(slug).data
  const { t } = useTranslation('matching')
  if (!challenge) return null
  return (
    <>
      <HowFound challengeId={challenge.id} />
      <p className="govuk-body">
        <Link to={further.matchingHere()}>{t('found.here')}</Link>
      </p>
    </>
  )
}
