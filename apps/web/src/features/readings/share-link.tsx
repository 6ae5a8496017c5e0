import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonGroup, TextArea } from '../../ui/index.ts'

/** Words with the link, to copy into a message or hand to the phone's own sharing. */
export function ShareLink({ question, path }: { question: string; path: string }) {
  const { t } = useTranslation('readings')
  const [device, setDevice] = useState({ origin: '', shares: false, copies: false })
  const [copied, setCopied] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(
    () =>
      setDevice({
        origin: window.location.origin,
        shares: 'share' in navigator,
        copies: 'clipboard' in navigator,
      }),
    [],
  )
  const text = t('share.words', { question, link: device.origin + path })
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      box.current?.querySelector('textarea')?.select()
    }
  }
  return (
    <div ref={box}>
      <TextArea
        name="share"
        label={t('share.label')}
        hint={t('share.hint')}
        value={text}
        readOnly
        rows={5}
      />
      <ButtonGroup>
        {device.copies ? (
          <Button kind="secondary" onClick={() => void copy()}>
            {t('share.copy')}
          </Button>
        ) : null}
        {device.shares ? (
          <Button
            kind="secondary"
            onClick={() => void navigator.share({ text }).catch(() => undefined)}
          >
            {t('share.share')}
          </Button>
        ) : null}
        <a
          className="govuk-link"
          href={`mailto:?subject=${encodeURIComponent(t('share.subject'))}&body=${encodeURIComponent(text)}`}
        >
          {t('share.email')}
        </a>
      </ButtonGroup>
      <p className="govuk-body" aria-live="polite">
        {copied ? t('share.copied') : ''}
      </p>
    </div>
  )
}
