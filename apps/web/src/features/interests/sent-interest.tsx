import type { Interest } from '@howcanwe/shared/interests'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, ButtonGroup, Notice } from '../../ui/index.ts'
import { fromInterest } from './answers.ts'
import { AnswersSummary } from './answers-summary.tsx'
import { useWithdrawInterest } from './interests.queries.ts'

export interface SentInterestProps {
  interest: Interest
  /** Who answers, in words: 'Ruth at Northgate Council'. */
  from: string
  /** It was sent a moment ago. */
  fresh?: boolean
  onChange: () => void
  /** After a decision: doors that are open, and whom to ring. */
  doors?: ReactNode
  /** The whole answer they were given, under the decision. */
  answer?: ReactNode
}

/** What was sent, when they hear and from whom, and the way back until the deadline. */
export function SentInterest({ interest, from, fresh, onChange, ...given }: SentInterestProps) {
  const { t } = useTranslation('interests')
  const { day, moment } = useFormats()
  const { resultsBy, closesAt } = interest.challenge
  const hear = resultsBy
    ? t('sent.hearBy', { day: day(resultsBy), from })
    : t('sent.hear', { from })
  return (
    <>
      {interest.decision ? (
        <>
          <Decision decision={interest.decision} doors={given.doors} />
          {given.answer}
        </>
      ) : null}
      {fresh && !interest.decision ? (
        <Notice
          kind="success"
          heading={t('sent.done', { organisation: interest.organisation.name })}
          focus
        >
          <p className="govuk-body">{hear}</p>
          <p className="govuk-body">{t('sent.until', { closes: moment(closesAt) })}</p>
        </Notice>
      ) : null}
      <h2 className="govuk-heading-m">{t('sent.title')}</h2>
      <p className="govuk-body">
        {t('sent.received', { when: moment(interest.submittedAt) })}{' '}
        {interest.decision || fresh ? '' : hear}
      </p>
      <AnswersSummary answers={fromInterest(interest)} />
      {interest.can.change ? (
        <WayBack interest={interest} onChange={onChange} said={fresh === true} />
      ) : null}
    </>
  )
}

type WayBackProps = Pick<SentInterestProps, 'interest' | 'onChange'> & {
  /** Until when has just been said. */
  said: boolean
}

function WayBack({ interest, onChange, said }: WayBackProps) {
  const { t } = useTranslation(['interests', 'problems'])
  const { moment } = useFormats()
  const withdraw = useWithdrawInterest()
  const [asking, setAsking] = useState(false)
  if (asking) {
    return (
      <Notice kind="warning" heading={t('interests:withdraw.sure')} focus>
        <p className="govuk-body">{t('interests:withdraw.text')}</p>
        {withdraw.error ? <p className="govuk-body">{sentenceOf(t, withdraw.error)}</p> : null}
        <ButtonGroup>
          <Button
            kind="warning"
            busy={withdraw.isPending}
            onClick={() => withdraw.mutate(interest.id)}
          >
            {t('interests:withdraw.yes')}
          </Button>
          <Button kind="secondary" onClick={() => setAsking(false)}>
            {t('interests:withdraw.no')}
          </Button>
        </ButtonGroup>
      </Notice>
    )
  }
  return (
    <>
      {said ? null : (
        <p className="govuk-body">
          {t('interests:sent.mayChange', { closes: moment(interest.challenge.closesAt) })}
        </p>
      )}
      <ButtonGroup>
        <Button kind="secondary" onClick={onChange}>
          {t('interests:sent.change')}
        </Button>
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {t('interests:withdraw.start')}
        </Button>
      </ButtonGroup>
    </>
  )
}

/** The answer everybody gets, with its reason word for word (EI5). */
export function Decision({
  decision,
  doors,
}: {
  decision: NonNullable<Interest['decision']>
  doors?: ReactNode
}) {
  const { t } = useTranslation('interests')
  const { day } = useFormats()
  const chosen = decision.outcome === 'chosen'
  return (
    <Notice
      kind={chosen ? 'success' : 'info'}
      heading={t(chosen ? 'decision.chosen' : 'decision.notThisTime')}
    >
      <p className="govuk-body">
        {t(chosen ? 'decision.tipped' : 'decision.reason', { day: day(decision.decidedAt) })}
      </p>
      <p className="govuk-body">{decision.reason}</p>
      <p className="govuk-body">{t(chosen ? 'decision.next' : 'decision.doors')}</p>
      {chosen ? null : doors}
    </Notice>
  )
}
