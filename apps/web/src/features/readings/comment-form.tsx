import type { Result } from '@howcanwe/shared/http'
import { COMMENT_LENGTH, type readingsContract } from '@howcanwe/shared/readings'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codeOf, sentenceOf } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useDeviceDraft } from '../../lib/use-device-draft.ts'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  fieldId,
  Radios,
  TextArea,
} from '../../ui/index.ts'
import { type About, keyOf, wordsOnly } from './kept.ts'
import { useSay } from './readings.queries.ts'

export type Said = Result<typeof readingsContract.comment>
const RESIDENT = 'resident'

export interface CommentFormProps {
  challengeId: string
  about: About
  /** The sentence was mended since it was marked. */
  gone: boolean
  /** Words from before signing in, or from under another sentence. */
  words: string
  onWords: (words: string) => void
  /** One's own organisations here. */
  organisations: readonly { id: string; name: string }[]
  /** Where to sign in; null for whoever has. */
  signIn: string | null
  /** Person and public body, who will answer. */
  asker: string
  /** Seconds of reading and writing so far. */
  seconds: () => number
  onSent: (said: Said) => void
  onClose: () => void
}

/** What is wrong with a sentence, or missing from the whole. Kept on the device until it is sent. */
export function CommentForm(props: CommentFormProps) {
  const { challengeId, about, organisations, signIn, asker, seconds, onWords, onSent } = props
  const { t } = useTranslation(['readings', 'problems'])
  const [who, setWho] = useState(RESIDENT)
  const say = useSay(challengeId)
  const form = useSchemaForm({
    schema: wordsOnly,
    ns: 'readings',
    defaultValues: { words: props.words },
  })
  const words = form.watch('words')
  useEffect(() => onWords(words))
  const draft = useDeviceDraft(keyOf(challengeId), { about, words }, (value) => ({
    ...value,
    seconds: seconds(),
  }))
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [])
  const send = form.handleSubmit(async (written) => {
    try {
      const said = await say.mutateAsync({
        ...written,
        ...(about === 'whole' ? {} : about),
        ...(who === RESIDENT
          ? { readsAs: 'resident' }
          : { readsAs: 'organisation', organisationId: who }),
        secondsTaken: seconds(),
      })
      draft.drop()
      onSent(said)
    } catch (error) {
      if (codeOf(error).startsWith('readings.'))
        form.setError('root.server', { message: sentenceOf(t, error) })
      else form.refuse(error)
    }
  })
  return (
    <div ref={box} className="hcw-say">
      <form noValidate onSubmit={send}>
        <ErrorSummary errors={form.summary} />
        {props.gone ? <p className="govuk-body">{t('say.gone')}</p> : null}
        <TextArea
          {...form.register('words')}
          label={t(about === 'whole' ? 'say.whole' : 'say.sentence')}
          hint={t('say.hint')}
          seenBy={t('say.seenBy', { asker })}
          error={form.errorOf('words')}
          maxCharacters={COMMENT_LENGTH.max}
          rows={4}
        />
        {organisations.length > 0 ? (
          <Radios
            name="who"
            id={fieldId('who')}
            legend={t('say.who')}
            value={who}
            onChange={({ target }) => setWho((target as HTMLInputElement).value)}
            choices={[
              { value: RESIDENT, label: t('say.resident'), hint: t('say.residentHint') },
              ...organisations.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        ) : null}
        {signIn ? <p className="govuk-body">{t('say.signInWhy')}</p> : null}
        <ButtonGroup>
          {signIn ? (
            <ButtonLink to={signIn}>{t('say.signIn')}</ButtonLink>
          ) : (
            <Button type="submit" busy={say.isPending}>
              {t(say.isPending ? 'say.sending' : 'say.send')}
            </Button>
          )}
          <Button kind="secondary" onClick={props.onClose}>
            {t('say.close')}
          </Button>
        </ButtonGroup>
      </form>
    </div>
  )
}
