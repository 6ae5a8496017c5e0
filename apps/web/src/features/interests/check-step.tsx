import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonGroup, Notice } from '../../ui/index.ts'
import type { Answers } from './answers.ts'
import { AnswersSummary } from './answers-summary.tsx'

export interface CheckStepProps {
  answers: Answers
  organisation: string
  closes: string
  refusal: string | undefined
  busy: boolean
  /** What is good to know before it goes. */
  note?: ReactNode
  onSend: () => void
  onBack: () => void
}

/** One look at everything before it goes. */
export function CheckStep(props: CheckStepProps) {
  const { answers, organisation, closes, refusal, busy, note, onSend, onBack } = props
  const { t } = useTranslation('interests')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    heading.current?.scrollIntoView?.({ block: 'start' })
  }, [])
  return (
    <>
      <h2 ref={heading} className="govuk-heading-l" tabIndex={-1}>
        {t('check.title')}
      </h2>
      <p className="govuk-body">{t('check.text', { organisation, closes })}</p>
      <AnswersSummary answers={answers} />
      {note}
      {refusal ? <Notice kind="warning" heading={refusal} focus /> : null}
      <ButtonGroup>
        <Button onClick={onSend} busy={busy}>
          {busy ? t('check.sending') : t('check.send')}
        </Button>
        <Button kind="secondary" onClick={onBack}>
          {t('check.back')}
        </Button>
      </ButtonGroup>
    </>
  )
}
