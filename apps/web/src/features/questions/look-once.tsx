import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Button, ButtonGroup, Notice } from '../../ui/index.ts'

export interface LookOnceProps {
  words: string
  /** Names of the asker's own that stand in the words. */
  named: readonly string[]
  busy: boolean
  onSend: () => void
  onBack: () => void
}

/** Exactly what everybody will see, before it is sent: nobody can change it afterwards. */
export function LookOnce({ words, named, busy, onSend, onBack }: LookOnceProps) {
  const { t } = useTranslation('questions')
  const { list } = useFormats()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <>
      <h2 ref={title} tabIndex={-1} className="govuk-heading-m">
        {t('look.title')}
      </h2>
      {named.length > 0 ? (
        <Notice kind="warning" heading={t('look.named', { names: list(named) })}>
          <p className="govuk-body">{t('look.namedText')}</p>
        </Notice>
      ) : null}
      <blockquote className="hcw-notices__item">
        <p className="hcw-notices__caption">{t('look.caption')}</p>
        <p className="hcw-notices__title">{words}</p>
      </blockquote>
      <p className="govuk-body">{t('look.text')}</p>
      <ButtonGroup>
        <Button busy={busy} onClick={onSend}>
          {t(busy ? 'look.sending' : 'look.send')}
        </Button>
        <Button kind="secondary" onClick={onBack}>
          {t('look.back')}
        </Button>
      </ButtonGroup>
    </>
  )
}
