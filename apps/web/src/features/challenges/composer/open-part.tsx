import type { Draft } from '@howcanwe/shared/challenges'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldErrorsOf, sentenceOf } from '../../../lib/errors.ts'
import { useFormats } from '../../../lib/format.ts'
import { Button, ButtonGroup, ButtonLink, Notice, SaveStatus } from '../../../ui/index.ts'
import type { Composer } from './use-composer.ts'

const BEFORE = ['days', 'change', 'comments', 'broker'] as const
const FROZEN = ['criteria', 'question', 'rest', 'more'] as const

export interface OpenPartProps {
  composer: Composer
  preview: string
  /** Checks the whole form; true when nothing is missing. */
  onCheck: () => Promise<boolean>
  onOpened: (opened: Draft) => void
}

/** The end of the composer: check, look, send it to its first readers (J-04), and open it once it is read. */
export function OpenPart({ composer, preview, onCheck, onOpened }: OpenPartProps) {
  const { t } = useTranslation('challenges')
  const { day } = useFormats()
  const [step, setStep] = useState<'write' | 'whole' | 'confirm'>('write')
  const { state, readUntil, shortenedReason } = composer.latest
  const words = state === 'draft' ? 'read' : 'open'
  const check = async (next: 'whole' | 'confirm') => setStep((await onCheck()) ? next : 'write')
  return (
    <section className="hcw-part hcw-composer-part" id="part-open">
      <h2 className="hcw-part__title">{t(`${words}.title`)}</h2>
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
          <p className="govuk-body">{t(`${words}.text`)}</p>
          {readUntil ? (
            <p className="govuk-body">
              {shortenedReason
                ? t('open.shortened', { reason: shortenedReason })
                : t('open.readUntil', { day: day(new Date(readUntil.getTime() - 1)) })}
            </p>
          ) : null}
          <SaveStatus state={composer.state} />
          <ButtonGroup>
            <Button onClick={() => void check('confirm')}>{t(`${words}.go`)}</Button>
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
  const reading = composer.latest.state === 'draft'
  const words = reading ? 'read' : 'open'
  const goOn = async () => {
    setBusy(true)
    try {
      onOpened(await composer.goOn())
    } catch (refusal) {
      setBusy(false)
      setError(refusal)
      if (fieldErrorsOf(refusal).some(({ code }) => code === 'required')) {
        onBack()
        void onCheck()
      }
    }
  }
  return (
    <Notice kind="warning" focus heading={t(`${words}.confirm`)}>
      <ul className="govuk-list govuk-list--bullet">
        {reading
          ? BEFORE.map((one) => <li key={one}>{t(`read.before.${one}`)}</li>)
          : FROZEN.map((one) => <li key={one}>{t(`open.frozen.${one}`)}</li>)}
      </ul>
      <p className="govuk-body">{t(`${words}.after`)}</p>
      {error ? <p className="govuk-error-message">{sentenceOf(t, error)}</p> : null}
      <ButtonGroup>
        <Button busy={busy} onClick={() => void goOn()}>
          {t(`${words}.yes`)}
        </Button>
        <Button kind="secondary" onClick={onBack}>
          {t('open.notYet')}
        </Button>
      </ButtonGroup>
    </Notice>
  )
}
