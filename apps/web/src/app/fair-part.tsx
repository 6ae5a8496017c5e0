import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AskMeter } from '../features/ask-cost/meter.tsx'
import { offerOf } from '../features/challenges/view/offer.ts'
import { Section } from '../features/challenges/view/section.tsx'
import type { Shown } from '../features/challenges/view/shown.ts'
import { PublicFindings } from '../features/squeeze-outs/public-findings.tsx'

/** The price of answering, what the squeeze-out check says, and how it was read before: for all to see (FR-01, FR-02). */
export function FairPart({ challenge, times }: { challenge: Shown; times?: ReactNode }) {
  const { t } = useTranslation('challenges')
  const { checkedOn, checks, shortenedReason } = challenge
  return (
    <Section title={t('page.fair')}>
      {times}
      <AskMeter
        rates={challenge.askRates}
        minutesPerAnswer={challenge.answerMinutes}
        answers={challenge.expectedInterests}
        offerPence={offerOf(challenge)}
        reason={challenge.askCostReason}
      />
      {checkedOn ? (
        <PublicFindings
          checkedOn={checkedOn}
          findings={checks.squeezeOut}
          answers={challenge.findingAnswers}
        />
      ) : null}
      {shortenedReason ? (
        <p className="govuk-body">
          <strong>{t('page.shortened')}</strong> {shortenedReason}
        </p>
      ) : null}
    </Section>
  )
}
