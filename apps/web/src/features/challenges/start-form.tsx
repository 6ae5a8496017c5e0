import { challengesContract } from '@howcanwe/shared/challenges'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import './challenges.scss'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, ErrorSummary, TextArea } from '../../ui/index.ts'
import { QuestionHelp, QuestionPreview } from './composer/question-section.tsx'
import { openingIn, wholeQuestion, withMark } from './question.ts'

/** The first step: half a sentence is enough to have a draft. */
export function StartForm({
  placeId,
  onStarted,
}: {
  placeId: string
  onStarted: (challengeId: string) => void
}) {
  const { t, i18n } = useTranslation(['challenges', 'problems'])
  const call = useCall()
  const [rest, setRest] = useState('')
  const opening = openingIn(i18n.language)
  const start = useMutation({
    mutationFn: () =>
      call(challengesContract.start, {
        body: { placeId, question: wholeQuestion(opening, rest) },
      }),
    onSuccess: ({ id }) => onStarted(id),
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    start.mutate()
  }
  return (
    <form onSubmit={send}>
      <ErrorSummary errors={start.error ? [{ message: sentenceOf(t, start.error) }] : []} />
      <TextArea
        name="question"
        label={t('field.question.label', { opening })}
        hint={t('start.hint')}
        rows={2}
        maxCharacters={160 - opening.length - 1}
        value={rest}
        onChange={(event) => setRest(event.target.value.replaceAll('\n', ' '))}
        onBlur={() => setRest(withMark(rest))}
      />
      <QuestionPreview question={wholeQuestion(opening, rest)} opening={opening} />
      <QuestionHelp />
      <Button type="submit" busy={start.isPending}>
        {t('start.go')}
      </Button>
    </form>
  )
}
