import {
  readingsContract as contract,
  READER_ANSWER_LENGTH,
  type ReaderComment,
} from '@howcanwe/shared/readings'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, fieldId, TextArea } from '../../ui/index.ts'
import { useAgain } from './readings.queries.ts'

export interface AnswerFormProps {
  challengeId: string
  one: ReaderComment
  onAnswered: (id: string) => void
}

/** The answer to one reader. Its box carries the comment's id, because there is one for each. */
export function AnswerForm({ challengeId, one, onAnswered }: AnswerFormProps) {
  const { t } = useTranslation('readings')
  const call = useCall()
  const again = useAgain()
  const name = `answer-${one.id}`
  const form = useSchemaForm({
    schema: contract.answer.body,
    ns: 'readings',
    defaultValues: { answer: '' },
  })
  const send = form.handleSubmit(async (body) => {
    const params = { challengeId, commentId: one.id }
    try {
      await call(contract.answer, { params, body })
      onAnswered(one.id)
      await again()
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary
        errors={form.summary.map((error) => (error.name ? { ...error, name } : error))}
      />
      <TextArea
        {...form.register('answer')}
        id={fieldId(name)}
        label={t('answer.label', { from: one.from ?? t('comment.resident') })}
        hint={t('answer.hint')}
        seenBy={t('answer.seenBy')}
        error={form.errorOf('answer')}
        maxCharacters={READER_ANSWER_LENGTH.max}
        rows={3}
      />
      <Button type="submit" kind="secondary" busy={form.formState.isSubmitting}>
        {t('answer.send')}
      </Button>
    </form>
  )
}
