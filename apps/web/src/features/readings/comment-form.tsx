import { COMMENT_LENGTH } from '@howcanwe/shared/readings'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  fieldId,
  Radios,
  TextArea,
} from '../../ui/index.ts'
import { type Commenting, RESIDENT, useCommenting } from './use-commenting.ts'

export interface CommentFormProps extends Commenting {
  /** The sentence was mended since it was marked. */
  gone: boolean
  /** One's own organisations here. */
  organisations: readonly { id: string; name: string }[]
  /** Where to sign in; null for whoever has. */
  signIn: string | null
  /** Person and public body, who will answer. */
  asker: string
  onClose: () => void
}

/** What is wrong with a sentence, or missing from the whole. Kept on the device until it is sent. */
export function CommentForm(props: CommentFormProps) {
  const { about, gone, organisations, asker } = props
  const { t } = useTranslation('readings')
  const { form, who, setWho, send, busy } = useCommenting(props)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [])
  return (
    <div ref={box} className="hcw-say">
      <form noValidate onSubmit={send}>
        <ErrorSummary errors={form.summary} />
        {gone ? <p className="govuk-body">{t('say.gone')}</p> : null}
        <TextArea
          {...form.register('words')}
          label={t(about === 'whole' ? 'say.whole' : 'say.sentence')}
          hint={t('say.hint')}
          seenBy={t('say.seenBy', { asker })}
          error={form.errorOf('words')}
          maxCharacters={COMMENT_LENGTH.max}
          rows={4}
        />
        <Who organisations={organisations} who={who} onChange={setWho} />
        <Send {...props} busy={busy} />
      </form>
    </div>
  )
}

interface WhoProps extends Pick<CommentFormProps, 'organisations'> {
  who: string
  onChange: (who: string) => void
}

/** Whoever belongs to an organisation says whether they read it for that, or for themselves. */
function Who({ organisations, who, onChange }: WhoProps) {
  const { t } = useTranslation('readings')
  if (organisations.length === 0) return null
  return (
    <Radios
      name="who"
      id={fieldId('who')}
      legend={t('say.who')}
      value={who}
      onChange={({ target }) => onChange((target as HTMLInputElement).value)}
      choices={[
        { value: RESIDENT, label: t('say.resident'), hint: t('say.residentHint') },
        ...organisations.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}

function Send({ signIn, onClose, busy }: CommentFormProps & { busy: boolean }) {
  const { t } = useTranslation('readings')
  return (
    <>
      {signIn ? <p className="govuk-body">{t('say.signInWhy')}</p> : null}
      <ButtonGroup>
        {signIn ? (
          <ButtonLink to={signIn}>{t('say.signIn')}</ButtonLink>
        ) : (
          <Button type="submit" busy={busy}>
            {t(busy ? 'say.sending' : 'say.send')}
          </Button>
        )}
        <Button kind="secondary" onClick={onClose}>
          {t('say.close')}
        </Button>
      </ButtonGroup>
    </>
  )
}
