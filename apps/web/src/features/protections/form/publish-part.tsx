import type { ProtectionDraft } from '@howcanwe/shared/protections'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldErrorsOf, sentenceOf } from '../../../lib/errors.ts'
import { Button, ButtonGroup, Notice, SaveStatus } from '../../../ui/index.ts'
import type { Decision } from './use-decision.ts'

export interface PublishPartProps {
  decision: Decision
  /** Checks the whole form; true when nothing is missing. */
  onCheck: () => Promise<boolean>
  onPublished: (out: ProtectionDraft) => void
}

/** The end of the form: check, and publish after a plain warning of what freezes. */
export function PublishPart(props: PublishPartProps) {
  const { decision, onCheck } = props
  const { t } = useTranslation('protections')
  const [step, setStep] = useState<'write' | 'whole' | 'confirm'>('write')
  const check = async (next: 'whole' | 'confirm') => setStep((await onCheck()) ? next : 'write')
  if (step === 'confirm') return <Confirm {...props} onBack={() => setStep('write')} />
  return (
    <>
      {step === 'whole' ? <Notice kind="success" focus heading={t('publish.whole')} /> : null}
      <p className="govuk-body">{t('publish.text')}</p>
      <SaveStatus state={decision.state} />
      <ButtonGroup>
        <Button onClick={() => void check('confirm')}>{t('publish.go')}</Button>
        <Button kind="secondary" onClick={() => void check('whole')}>
          {t('publish.check')}
        </Button>
      </ButtonGroup>
    </>
  )
}

function Confirm(props: PublishPartProps & { onBack: () => void }) {
  const { decision, onCheck, onPublished, onBack } = props
  const { t } = useTranslation(['protections', 'problems'])
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const publish = async () => {
    setBusy(true)
    try {
      onPublished(await decision.publish())
    } catch (refusal) {
      setBusy(false)
      setError(refusal)
      if (fieldErrorsOf(refusal).length > 0) {
        onBack()
        void onCheck()
      }
    }
  }
  return (
    <Notice kind="warning" focus heading={t('publish.confirm')}>
      <p className="govuk-body">{t('publish.confirmText')}</p>
      {error ? <p className="govuk-error-message">{sentenceOf(t, error)}</p> : null}
      <ButtonGroup>
        <Button busy={busy} onClick={() => void publish()}>
          {t('publish.yes')}
        </Button>
        <Button kind="secondary" onClick={onBack}>
          {t('publish.notYet')}
        </Button>
      </ButtonGroup>
    </Notice>
  )
}
