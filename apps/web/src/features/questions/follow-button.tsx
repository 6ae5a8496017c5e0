import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Button } from '../../ui/index.ts'
import { useFollowing } from './questions.queries.ts'

/** For whoever is signed in: an email about every answer, or no more of them. Nobody else can see it. */
export function FollowButton({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation(['questions', 'problems'])
  const { following, change } = useFollowing(challengeId)
  if (following === undefined) return null
  return (
    <div>
      <Button
        kind="secondary"
        busy={change.isPending}
        onClick={() => change.mutate(!following)}
        aria-describedby="follow-says"
      >
        {t(following ? 'questions:follow.stop' : 'questions:follow.start')}
      </Button>
      <p id="follow-says" className="govuk-hint" aria-live="polite">
        {t(following ? 'questions:follow.on' : 'questions:follow.off')}
      </p>
      {change.error ? <p className="govuk-error-message">{sentenceOf(t, change.error)}</p> : null}
    </div>
  )
}
