import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import '../challenges.scss'
import { AskerNote } from './asker-note.tsx'
import { ChallengeHead } from './challenge-head.tsx'
import { ChallengeThread } from './challenge-thread.tsx'
import { CriteriaPart } from './criteria-part.tsx'
import { DatesPart } from './dates-part.tsx'
import { Limits } from './limits.tsx'
import { OfferPart } from './offer-part.tsx'
import type { Shown } from './shown.ts'
import { Standing } from './standing.tsx'
import { Story } from './story.tsx'
import { TakePart } from './take-part.tsx'

export interface ChallengeViewProps {
  challenge: Shown
  /** Where an organisation answers; left out in the preview. */
  interest?: string | undefined
  /** Groups to join. */
  groups?: ReactNode
  /** What answering costs and whom it might keep out: other nouns say. */
  fair?: ReactNode
  /** What changed since it opened. */
  log?: ReactNode
  /** Questions and answers. */
  questions?: ReactNode
  /** What happened after the choosing. */
  outcome?: ReactNode
  /** Under who asks: whoever helps in this place. */
  help?: ReactNode
}

/** A question as everybody reads it. The preview draws this very same thing. */
export function ChallengeView({
  challenge,
  interest,
  groups,
  fair,
  log,
  questions,
  outcome,
  help,
}: ChallengeViewProps) {
  const { t } = useTranslation('challenges')
  return (
    <article className="hcw-challenge">
      <ChallengeHead challenge={challenge} />
      <div className="hcw-challenge__thread">
        <h2 className="govuk-visually-hidden">{t('thread.label')}</h2>
        <ChallengeThread thread={challenge.thread} />
      </div>
      <div className="hcw-challenge__text">
        <Standing challenge={challenge} />
        {outcome}
        <Story challenge={challenge} />
        <Limits challenge={challenge} />
        <OfferPart challenge={challenge} />
        <CriteriaPart challenge={challenge} />
        {fair}
        <DatesPart challenge={challenge} />
        {log}
        {questions}
        {challenge.state === 'open' ? (
          <TakePart challenge={challenge} interest={interest} groups={groups} />
        ) : null}
      </div>
      <aside className="hcw-challenge__aside" aria-label={t('asker.title')}>
        <AskerNote asker={challenge.asker} />
        {help}
      </aside>
    </article>
  )
}
