import type { Draft } from '@howcanwe/shared/challenges'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldErrorsOf, sentenceOf } from '../../../lib/errors.ts'
import { Button, ButtonGroup, ButtonLink, Notice, SaveStatus } from '../../../ui/index.ts'
import type { Composer } from './use-composer.ts'

const FROZEN = ['question', 'criteria', 'money', 'dates', 'limits'] as const

export interface OpenPartProps {
  composer: Composer
  preview: string
  /** Checks the whole form; true when nothing is missing. */
  onCheck: () => Promise<boolean>
  onOpened: (opened: Draft) => void
}

/** The end of the composer: check, look, and open it after a plain warning of what freezes. */
export function OpenPart({ composer, preview, onCheck, onOpened }: OpenPartProps) {
  const { t } = useTranslation('challenges')
  const [step, setStep] = useState<'write' | 'whole' | 'confirm'>('write')
  const check = async (next: 'whole' | 'confirm') => setStep((await onCheck()) ? next : 'write')
  return (
    <section className="hcw-part hcw-composer-part" id="part-open">
      <h2 className="hcw-part__title">{t('open.title')}</h2>
      {step === 'confirm' ? (
        <Confirm
          composer={composer}
          onOpened={onOpened}
          onCheck={onCheck}
          onBack={() => setStep('write')}
        />
      ) : (
        <>
          {step === 'whole' ? <Notice kind="success" focus heading={t('open.whole')} /> : null}
          <p className="govuk-body">{t('open.text')}</p>
          <SaveStatus state={composer.state} />
          <ButtonGroup>
            <Button onClick={() => void check('confirm')}>{t('open.go')}</Button>
            <Button kind="secondary" onClick={() => void check('whole')}>
              {t('open.check')}
            </Button>
            <ButtonLink kind="quiet" to={preview} onClick={() => void composer.flush()}>
              {t('open.preview')}
            </ButtonLink>
          </ButtonGroup>
        </>
      )}
    </section>
  )
}

function Confirm({
  composer,
  onOpened,
  onCheck,
  onBack,
}: Pick<OpenPartProps, 'composer' | 'onOpened' | 'onCheck'> & { onBack: () => void }) {
  const { t } = useTranslation(['challenges', 'problems'])
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const open = async () => {
    setBusy(true)
    try {
      onOpened(await composer.open())
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
    <Notice kind="warning" focus heading={t('open.confirm')}>
      <ul className="govuk-list govuk-list--bullet">
        {FROZEN.map((one) => (
          <li key={one}>{t(`open.frozen.${one}`)}</li>
        ))}
      </ul>
      <p className="govuk-body">{t('open.after')}</p>
      {error ? <p className="govuk-error-message">{sentenceOf(t, error)}</p> : null}
      <ButtonGroup>
        <Button busy={busy} onClick={() => void open()}>
          {t('open.yes')}
        </Button>
        <Button kind="secondary" onClick={onBack}>
          {t('open.notYet')}
        </Button>
      </ButtonGroup>
    </Notice>
  )
}
