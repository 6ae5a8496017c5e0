import { FORMATS, type Format } from '@howcanwe/shared/exports'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { saveFile } from '../../lib/files.ts'
import { Button, ButtonGroup, Details, Notice } from '../../ui/index.ts'
import { type ListOf, useTake } from './exports.queries.ts'

type Step =
  | { is: 'idle' }
  | { is: 'making'; format: Format }
  | { is: 'saved'; name: string }
  | { is: 'refused'; error: unknown }

export interface TakeAlongListProps {
  of: ListOf
  /** Does a piece of work; where it may be somebody else, asks them to show that it is them and does it again. */
  prove: <T>(work: () => Promise<T>) => Promise<T>
  /** Where they show it. */
  step: ReactNode
}

/** Two buttons for one list: as Excel, or as CSV. */
export function TakeAlongList({ of, prove, step: proof }: TakeAlongListProps) {
  const { t, i18n } = useTranslation(['exports', 'problems'])
  const take = useTake(of)
  const [step, setStep] = useState<Step>({ is: 'idle' })
  const start = (format: Format) => {
    setStep({ is: 'making', format })
    prove(() => take(format, i18n.language)).then(
      ({ content, name }) => {
        saveFile(content, name)
        setStep({ is: 'saved', name })
      },
      (error: unknown) => setStep({ is: 'refused', error }),
    )
  }
  return (
    <Details summary={t('title')}>
      <p className="govuk-body">{t('text')}</p>
      <ButtonGroup>
        {[...FORMATS].reverse().map((format) => (
          <Button
            key={format}
            kind="secondary"
            busy={step.is === 'making'}
            onClick={() => start(format)}
          >
            {t(format)}
          </Button>
        ))}
      </ButtonGroup>
      {proof}
      <p className="govuk-body" aria-live="polite">
        {step.is === 'making' ? t('making') : null}
        {step.is === 'saved' ? t('saved', { name: step.name }) : null}
      </p>
      {step.is === 'refused' ? <Notice kind="warning" heading={sentenceOf(t, step.error)} /> : null}
    </Details>
  )
}
