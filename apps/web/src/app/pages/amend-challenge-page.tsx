import type { Draft } from '@howcanwe/shared/challenges'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { AmendForm } from '../../features/amendments/amend-form.tsx'
import { ChangeLog } from '../../features/amendments/change-log.tsx'
import { PauseForm, ResumePart } from '../../features/amendments/pause-form.tsx'
import { useChallenge, useDraft } from '../../features/challenges/challenges.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, PageHeading } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'

/** Changing an open challenge where everybody can see it, or letting its clock stand still. */
export function AmendChallengePage() {
  const { challengeId = '' } = useParams()
  return (
    <SignedIn roles={['commissioner']}>
      <Amending challengeId={challengeId} />
    </SignedIn>
  )
}

function Amending({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation('amendments')
  return (
    <Loaded query={useDraft(challengeId)} lines={6}>
      {(draft) => (
        <>
          <PageHeading title={t('title')} caption={draft.question} lead={t('lead')} />
          <Doors draft={draft} />
          <ChangeLog challengeId={challengeId} />
          {draft.slug ? (
            <p className="govuk-body">
              <Link className="govuk-link" to={paths.challenge({ slug: draft.slug })}>
                {t('page')}
              </Link>
            </p>
          ) : null}
        </>
      )}
    </Loaded>
  )
}

function Doors({ draft }: { draft: Draft }) {
  const { t } = useTranslation('amendments')
  const { data } = useChallenge(draft.slug ?? draft.id)
  const { closesAt } = draft
  if (draft.state === 'paused')
    return <ResumePart challengeId={draft.id} until={data?.pausedUntil ?? null} />
  if (draft.state !== 'open' || !closesAt) return <p className="govuk-body">{t('over')}</p>
  return (
    <>
      <AmendForm challenge={{ ...draft, closesAt }} />
      <PauseForm challengeId={draft.id} />
    </>
  )
}
