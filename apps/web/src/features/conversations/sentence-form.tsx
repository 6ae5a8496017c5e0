import { HIDE_REASONS, type HideReason } from '@howcanwe/shared/conversations'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Notice, Select, TextArea } from '../../ui/index.ts'

export interface SentenceFormProps {
  label: string
  hint?: string
  press: string
  /** Also asks for one of the reasons everybody can read. */
  withReason?: boolean
  /** The sentence may be left out. */
  optional?: boolean
  onSend: (sentence: string, reason: HideReason) => Promise<unknown>
  done?: ReactNode
}

const LEAST = 10

/** One sentence, with a reason where that is asked, and a button. Several stand on a page, so each has ids of its own. */
export function SentenceForm(props: SentenceFormProps) {
  const { label, hint, press, withReason = false, optional = false, onSend, done } = props
  const { t } = useTranslation(['conversations', 'problems'])
  const id = useId()
  const [sentence, setSentence] = useState('')
  const [reason, setReason] = useState<HideReason>('not-kind')
  const [state, setState] = useState<{ busy: boolean; wrong?: string; sent?: boolean }>({
    busy: false,
  })
  const send = async () => {
    if (!optional && sentence.trim().length < LEAST)
      return setState({ busy: false, wrong: t('conversations:sentence.tooShort') })
    setState({ busy: true })
    try {
      await onSend(sentence.trim(), reason)
      setState({ busy: false, sent: true })
      setSentence('')
    } catch (error) {
      setState({ busy: false, wrong: sentenceOf(t, error) })
    }
  }
  if (state.sent && done) return <Notice kind="success" heading={done} focus />
  return (
    <form
      noValidate
      className="hcw-sentence"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {withReason ? (
        <Select
          id={`${id}-reason`}
          name="reason"
          label={t('conversations:reason.label')}
          value={reason}
          onChange={(event) => setReason(event.target.value as HideReason)}
          options={HIDE_REASONS.map((value) => ({
            value,
            label: t(`conversations:reason.${value}`),
          }))}
        />
      ) : null}
      <TextArea
        id={`${id}-sentence`}
        name="sentence"
        label={label}
        hint={hint}
        optional={optional}
        error={state.wrong}
        value={sentence}
        rows={2}
        onChange={(event) => setSentence(event.target.value)}
      />
      <Button type="submit" kind="secondary" busy={state.busy}>
        {press}
      </Button>
    </form>
  )
}
