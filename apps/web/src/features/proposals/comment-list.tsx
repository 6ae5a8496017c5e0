import type { CoAuthorComment } from '@howcanwe/shared/proposals'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'

/** What co-authors said of a draft, numbered and by name, with what became of it. */
export function CommentList({
  comments,
  answering,
}: {
  comments: readonly CoAuthorComment[]
  /** Under one that waits for an answer. */
  answering?: (comment: CoAuthorComment) => ReactNode
}) {
  const { t } = useTranslation('proposals')
  const { date } = useFormats()
  if (comments.length === 0) return null
  return (
    <ol className="hcw-proposal__sponsors" aria-label={t('draft.said')}>
      {comments.map((one) => (
        <li key={one.id}>
          <p className="govuk-body">
            <strong>
              {t('draft.number', { number: one.number, name: one.by ?? t('aResident') })}
            </strong>
            {`, ${date(one.at)}`}
            <br />
            {one.text}
          </p>
          {one.wording ? (
            <p className="govuk-body">
              {t('draft.insteadOf')} <q>{one.wording}</q>
            </p>
          ) : null}
          {one.answer ? (
            <p className="govuk-body hcw-proposal__story">
              <strong>
                {t(one.answer.taken ? 'draft.taken' : 'draft.notTaken', { name: one.answer.by })}
              </strong>{' '}
              {one.answer.text}
            </p>
          ) : (
            answering?.(one)
          )}
        </li>
      ))}
    </ol>
  )
}
