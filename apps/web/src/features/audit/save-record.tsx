import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Notice } from '../../ui/index.ts'
import { useRecord } from './audit.queries.ts'

type Step = { is: 'idle' | 'saved' | 'failed' } | { is: 'saving'; lines: number }

/** Puts a text on the device as a file. */
function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/x-ndjson' }))
  const link = document.createElement('a')
  Object.assign(link, { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}

export interface SaveRecordProps {
  place: { id: string; slug: string }
  /** Does a piece of work; where it may be somebody else, asks them to show that it is them and does it again. */
  prove: <T>(work: () => Promise<T>) => Promise<T>
}

/** A steward's button for the whole record, which comes in pages and is saved only when it is whole. */
export function SaveRecord({ place, prove }: SaveRecordProps) {
  const { t } = useTranslation('audit')
  const fetchAll = useRecord(place.id)
  const [step, setStep] = useState<Step>({ is: 'idle' })
  const start = () => {
    setStep({ is: 'saving', lines: 0 })
    prove(() => fetchAll((lines) => setStep({ is: 'saving', lines })))
      .then((text) => save(text, `${place.slug}-trail.jsonl`))
      .then(
        () => setStep({ is: 'saved' }),
        () => setStep({ is: 'failed' }),
      )
  }
  return (
    <section>
      <h2 className="govuk-heading-m">{t('steward.title')}</h2>
      <p className="govuk-body">{t('steward.text')}</p>
      <Button kind="secondary" busy={step.is === 'saving'} onClick={start}>
        {t('steward.save')}
      </Button>
      <p className="govuk-body" aria-live="polite">
        {step.is === 'saving' ? t('steward.saving', { count: step.lines }) : null}
        {step.is === 'saved' ? t('steward.saved') : null}
      </p>
      {step.is === 'failed' ? <Notice kind="warning" heading={t('steward.failed')} /> : null}
    </section>
  )
}
