import { askQuestion, QUESTION_LENGTH, wayToReach } from '@howcanwe/shared/questions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, TextArea } from '../../ui/index.ts'
import { LookOnce } from './look-once.tsx'
import { namedIn } from './named.ts'
import { useAsk } from './questions.queries.ts'

export interface AskFormProps {
  challengeId: string
  /** How the asker is called, and their organisations: what they may have typed without thinking. */
  ownNames: readonly string[]
  onSent: (told: { answerBy: string }) => void
}

/**
 * Asking without a name: write, look at exactly what everybody will see, send. Nothing is kept on the device, where
 * the next person to hold the phone could read it.
 */
export function AskForm({ challengeId, ownNames, onSent }: AskFormProps) {
  const { t } = useTranslation('questions')
  const [looking, setLooking] = useState<string | null>(null)
  const ask = useAsk(challengeId)
  const form = useSchemaForm({
    schema: askQuestion,
    ns: 'questions',
    defaultValues: { words: '', website: '' },
  })
  const look = form.handleSubmit(({ words }) => {
    const found = wayToReach(words)
    if (!found) return setLooking(words.trim())
    form.setError('words', { message: t('errors.words.holds_contact', { found }) })
  })
  const send = async () => {
    try {
      onSent(await ask.mutateAsync(form.getValues()))
    } catch (error) {
      setLooking(null)
      if (isProblem(error, 'questions.holds_contact'))
        form.setError('words', { message: t('errors.words.holds_contact_plain') })
      else form.refuse(error)
    }
  }
  if (looking !== null)
    return (
      <LookOnce
        words={looking}
        named={namedIn(looking, ownNames)}
        busy={ask.isPending}
        onSend={send}
        onBack={() => setLooking(null)}
      />
    )
  return (
    <form noValidate onSubmit={look}>
      <ErrorSummary errors={form.summary} />
      <TextArea
        {...form.register('words')}
        label={t('ask.label')}
        hint={t('ask.hint')}
        seenBy={t('ask.seenBy')}
        error={form.errorOf('words')}
        maxCharacters={QUESTION_LENGTH.max}
        rows={4}
      />
      <div hidden>
        <input {...form.register('website')} tabIndex={-1} autoComplete="off" aria-hidden="true" />
      </div>
      <Button type="submit">{t('ask.look')}</Button>
    </form>
  )
}
