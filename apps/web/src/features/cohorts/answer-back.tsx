import type { QuestionBack } from '@howcanwe/shared/cohorts'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, fieldId, TextArea } from '../../ui/index.ts'
import { isSaid } from './choices.ts'
import { useAnswerBack } from './cohorts.queries.ts'
import { lastMomentOf } from './last-day.ts'

export interface AnswerBackProps {
  challengeId: string
  interestId: string
  name: string
  back: QuestionBack
}

/** What an organisation asked back, and the box to answer it in. */
export function AnswerBack({ name, back, ...of }: AnswerBackProps) {
  const { t } = useTranslation('cohorts')
  const { day } = useFormats()
  return (
    <>
      <h4 className="govuk-heading-s">{t('back.asked', { name })}</h4>
      <p className="govuk-body">{back.question}</p>
      {back.answer === null ? (
        <>
          <p className="govuk-body">{t('back.due', { day: day(lastMomentOf(back.dueAt)) })}</p>
          <AnswerForm name={name} {...of} />
        </>
      ) : (
        <p className="govuk-body">
          <strong>{t('back.answered')}</strong>
          <br />
          {back.answer}
        </p>
      )}
    </>
  )
}

const ANSWER_AT_LEAST = 20

function AnswerForm({ challengeId, interestId, name }: Omit<AnswerBackProps, 'back'>) {
  const { t } = useTranslation(['cohorts', 'problems'])
  const send = useAnswerBack(challengeId)
  const [answer, setAnswer] = useState('')
  const [short, setShort] = useState(false)
  const field = `answer-back-${interestId}`
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const enough = isSaid(answer, ANSWER_AT_LEAST)
    setShort(!enough)
    if (enough) send.mutate({ interestId, answer })
    else document.getElementById(fieldId(field))?.focus()
  }
  const refused = send.error ? sentenceOf(t, send.error) : undefined
  return (
    <form onSubmit={submit} noValidate>
      <TextArea
        name={field}
        label={t('cohorts:back.label')}
        seenBy={t('cohorts:decide.seenBy', { name })}
        error={short ? t('cohorts:back.short', { count: ANSWER_AT_LEAST }) : refused}
        value={answer}
        onChange={({ target }) => setAnswer(target.value)}
        maxCharacters={2000}
      />
      <Button type="submit" busy={send.isPending}>
        {t('cohorts:back.send')}
      </Button>
    </form>
  )
}
