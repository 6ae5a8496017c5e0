import { useParams } from 'react-router'
import { useChallenge } from '../features/challenges/challenges.queries.ts'
import { HowFound } from '../features/matching/how-found.tsx'

/** For the challenge the address names, which the page has read already. */
export function HowFoundHere() {
  const { slug = '' } = useParams()
  const challenge = useChallenge(slug).data
  return challenge ? <HowFound challengeId={challenge.id} /> : null
}
