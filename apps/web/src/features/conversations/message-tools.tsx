import type { AboutMe, Message } from '@howcanwe/shared/conversations'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, Details, Notice, TextArea } from '../../ui/index.ts'
import { useTalking } from './conversations.queries.ts'
import { SentenceForm } from './sentence-form.tsx'

interface ToolsProps {
  me: AboutMe
  message: Message
}

/** What one can do with one's own words: put them better for a while, take them back, ask back where they are hidden. */
export function OwnTools({ me, message }: ToolsProps) {
  const { t } = useTranslation('conversations')
  const { askBack } = useTalking(me.group.id)
  if (message.state !== 'here' && message.state !== 'hidden') return null
  return (
    <>
      {message.hidden?.mayAskBack ? (
        <SentenceForm
          label={t('askBack.label')}
          hint={t('askBack.hint')}
          press={t('askBack.press')}
          onSend={(sentence) => askBack(message.id, sentence)}
        />
      ) : null}
      <Details summary={t('own.title')}>
        {message.changeUntil ? (
          <Change me={me} message={message} until={message.changeUntil} />
        ) : null}
        <TakeBack me={me} message={message} />
      </Details>
    </>
  )
}

function Change({ me, message, until }: ToolsProps & { until: Date }) {
  const { t } = useTranslation(['conversations', 'problems'])
  const { clock } = useFormats()
  const { change } = useTalking(me.group.id)
  const [words, setWords] = useState(message.words)
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const id = useId()
  const press = async () => {
    setBusy(true)
    await change(message.id, { words, lang: message.lang }).catch((error: unknown) =>
      setWrong(sentenceOf(t, error)),
    )
    setBusy(false)
  }
  return (
    <>
      <TextArea
        id={id}
        name="better"
        label={t('conversations:own.better')}
        hint={t('conversations:own.betterHint', { time: clock(until) })}
        error={wrong || undefined}
        lang={message.lang}
        dir="auto"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button kind="secondary" busy={busy} onClick={press}>
        {t('conversations:own.save')}
      </Button>
    </>
  )
}

/** Asked once more, for it is for good. */
function TakeBack({ me, message }: ToolsProps) {
  const { t } = useTranslation(['conversations', 'problems'])
  const { takeBack } = useTalking(me.group.id)
  const [asked, setAsked] = useState(false)
  const [wrong, setWrong] = useState('')
  const press = () => takeBack(message.id).catch((error: unknown) => setWrong(sentenceOf(t, error)))
  return (
    <>
      {wrong ? <Notice kind="warning" heading={wrong} focus /> : null}
      {asked ? <p className="govuk-body">{t('conversations:own.sure')}</p> : null}
      <Button kind="secondary" onClick={asked ? press : () => setAsked(true)}>
        {t(asked ? 'conversations:own.reallyTakeBack' : 'conversations:own.takeBack')}
      </Button>
    </>
  )
}

/** For who looks after the group: hide with a reason, or decide again. */
export function ModerateTools({ me, message }: ToolsProps) {
  const { t } = useTranslation('conversations')
  const { hide, decideAgain } = useTalking(me.group.id)
  if (message.state === 'here')
    return (
      <Details summary={t('moderate.title')}>
        <SentenceForm
          withReason
          label={t('moderate.sentence')}
          hint={t('moderate.sentenceHint')}
          press={t('moderate.hide')}
          onSend={(sentence, reason) => hide(message.id, { sentence, reason })}
        />
      </Details>
    )
  if (message.state !== 'hidden' || message.writer.mine) return null
  return (
    <Details summary={t('moderate.again')}>
      <SentenceForm
        label={t('moderate.sentence')}
        hint={t('moderate.showHint')}
        press={t('moderate.show')}
        onSend={(sentence) => decideAgain(message.id, { show: true, sentence })}
      />
      {message.hidden?.askedBack ? (
        <SentenceForm
          label={t('moderate.staysSentence')}
          press={t('moderate.stays')}
          onSend={(sentence) => decideAgain(message.id, { show: false, sentence })}
        />
      ) : null}
    </Details>
  )
}
