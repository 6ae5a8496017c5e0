import { proposalsContract } from '@howcanwe/shared/proposals'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { AnswerComment } from '../../features/proposals/answer-comment.tsx'
import { CommentList } from '../../features/proposals/comment-list.tsx'
import { useCoAuthorComments, useCoAuthors } from '../../features/proposals/proposals.queries.ts'
import { keyOf } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { EmptyState, Link, PageHeading } from '../../ui/index.ts'
import { CameFrom } from '../co-authors-of.tsx'
import { paths } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'

/** What the residents say whose question a draft was, answered one by one. */
export function CoAuthorsDeskPage() {
  const { challengeId = '' } = useParams()
  return (
    <SignedIn roles={['commissioner']}>
      <Comments challengeId={challengeId} />
    </SignedIn>
  )
}

function Comments({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation('proposals')
  const client = useQueryClient()
  const again = () => void client.invalidateQueries({ queryKey: keyOf(proposalsContract.comments) })
  return (
    <>
      <PageHeading title={t('coAuthors.title')} lead={t('coAuthors.lead')} />
      <p className="govuk-body">
        <Link to={paths.editChallenge({ challengeId })}>{t('coAuthors.toDraft')}</Link>
      </p>
      <CameFrom items={useCoAuthors(challengeId).data?.items ?? []} />
      <Loaded query={useCoAuthorComments(challengeId)} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState>{t('coAuthors.none')}</EmptyState>
          ) : (
            <CommentList
              comments={items}
              answering={(comment) => <AnswerComment comment={comment} onDone={again} />}
            />
          )
        }
      </Loaded>
    </>
  )
}
