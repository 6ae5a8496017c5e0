import type { ProtectionDraft } from '@howcanwe/shared/protections'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Link, Notice } from '../../ui/index.ts'
import { HandOver } from './hand-over.tsx'
import { NoteForm } from './note-form.tsx'
import { ReviewForm } from './review-form.tsx'

export interface OutPanelProps {
  draft: ProtectionDraft
  /** Just published. */
  justNow: boolean
  /** Its public page. */
  page: string
  onChanged: (after: ProtectionDraft) => void
}

/** What is left to do with a published decision: look at it again, put something right. */
export function OutPanel({ draft, justNow, page, onChanged }: OutPanelProps) {
  const { t } = useTranslation('protections')
  const { date } = useFormats()
  const [done, setDone] = useState<'noted' | 'reviewed' | null>(null)
  const [handed, setHanded] = useState(false)
  const day = draft.nextReviewOn ? date(draft.nextReviewOn) : ''
  const take = (what: 'noted' | 'reviewed') => (after: ProtectionDraft) => {
    setDone(what)
    onChanged(after)
  }
  return (
    <>
      {justNow && !done ? (
        <Notice kind="success" focus heading={t('out.just')}>
          <p className="govuk-body">{t('out.justText', { day })}</p>
        </Notice>
      ) : null}
      {done ? <Notice key={draft.version} kind="success" focus heading={t(`out.${done}`)} /> : null}
      <p className="govuk-body">
        <Link className="govuk-link" to={page}>
          {t('out.page')}
        </Link>
      </p>
      {handed ? null : <Afterwards draft={draft} day={day} take={take} />}
      {draft.state === 'published' ? (
        <HandOver draft={draft} onHanded={() => setHanded(true)} />
      ) : null}
    </>
  )
}

interface AfterwardsProps {
  draft: ProtectionDraft
  /** When it is looked at again, in words. */
  day: string
  take: (what: 'noted' | 'reviewed') => (after: ProtectionDraft) => void
}

function Afterwards({ draft, day, take }: AfterwardsProps) {
  const { t } = useTranslation('protections')
  return (
    <>
      {draft.state === 'published' ? (
        <section>
          <h2 className="govuk-heading-m">{t('out.reviewTitle')}</h2>
          <p className="govuk-body">{t('out.reviewText', { day })}</p>
          <ReviewForm key={draft.reviews.length} draft={draft} onReviewed={take('reviewed')} />
        </section>
      ) : (
        <p className="govuk-body">{t('out.ended_text')}</p>
      )}
      <section>
        <h2 className="govuk-heading-m">{t('out.noteTitle')}</h2>
        <p className="govuk-body">{t('out.noteText')}</p>
        <NoteForm protectionId={draft.id} onNoted={take('noted')} />
      </section>
    </>
  )
}
