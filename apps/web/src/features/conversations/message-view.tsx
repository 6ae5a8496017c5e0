import type { AboutMe, Message, Writer } from '@howcanwe/shared/conversations'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Tag } from '../../ui/index.ts'
import { nameOf } from './languages.ts'
import { ModerateTools, OwnTools } from './message-tools.tsx'
import { Files } from './picture.tsx'

/** Who wrote it, and as what. */
export function Byline({ writer }: { writer: Writer }) {
  const { t } = useTranslation('conversations')
  const marks = [
    writer.mine ? t('by.mine') : '',
    writer.runsGroup ? t('by.runs') : '',
    writer.moderates ? t('by.moderates') : '',
    writer.bloc ? t(`blocs.${writer.bloc}`) : '',
  ].filter(Boolean)
  return (
    <>
      <strong className="hcw-message__name">{writer.name ?? t('by.resident')}</strong>
      {marks.map((mark) => (
        <Tag key={mark} tone="quiet">
          {mark}
        </Tag>
      ))}
    </>
  )
}

export interface MessageViewProps {
  me: AboutMe
  message: Message
  /** What one can do about what another wrote. */
  worry: ReactNode
}

/** One message. What is not for whoever reads says in words why. */
export function MessageView({ me, message, worry }: MessageViewProps) {
  const { t, i18n } = useTranslation('conversations')
  const { moment } = useFormats()
  const { writer, state } = message
  const id = useId()
  const isElsewhere = !i18n.language.startsWith(message.lang)
  return (
    <article
      className={`hcw-message${writer.mine ? ' hcw-message--mine' : ''}`}
      aria-labelledby={id}
      id={`m-${message.id}`}
    >
      <h2 id={id} className="hcw-message__by">
        <Byline writer={writer} />
      </h2>
      <p className="hcw-message__when">
        <time dateTime={message.at.toISOString()}>{moment(message.at)}</time>
        {message.saidBy ? ` · ${t(`saidBy.${message.saidBy}`)}` : ''}
        {message.versions > 0 ? ` · ${t('changed')}` : ''}
        {isElsewhere && state === 'here' ? ` · ${nameOf(message.lang)}` : ''}
      </p>
      {state === 'taken-back' || state === 'emptied' ? (
        <p className="govuk-body hcw-soft">{t(`state.${state}`)}</p>
      ) : null}
      {message.hidden ? <WhyHidden message={message} /> : null}
      {message.words ? (
        <p className="hcw-message__words" lang={message.lang} dir="auto">
          {message.words}
        </p>
      ) : null}
      <Files groupId={me.group.id} files={message.files} />
      <div className="hcw-message__tools">
        {writer.mine ? <OwnTools me={me} message={message} /> : null}
        {me.moderates ? <ModerateTools me={me} message={message} /> : null}
        {!writer.mine && state === 'here' ? worry : null}
      </div>
    </article>
  )
}

function WhyHidden({ message: { hidden, words } }: { message: Message }) {
  const { t } = useTranslation('conversations')
  if (!hidden) return null
  return (
    <div className="hcw-message__hidden">
      <p className="govuk-body">
        <strong>{t('hidden.because', { reason: t(`reason.${hidden.reason}`) })}</strong>{' '}
        {hidden.sentence}
      </p>
      {hidden.askedBack ? (
        <p className="govuk-body">{t('hidden.askedBack', { words: hidden.askedBack })}</p>
      ) : null}
      {words ? <p className="hcw-soft">{t('hidden.youRead')}</p> : null}
    </div>
  )
}
