import { type CoAuthorComment, proposalsContract } from '@howcanwe/shared/proposals'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, Radios, TextArea } from '../../ui/index.ts'

const schema = z.strictObject({
  taken: z.enum(['yes', 'no']),
  text: z.string().check(z.minLength(3), z.maxLength(1000)),
})

/** What became of a co-author's words, said once; they are written to. */
export function AnswerComment({
  comment,
  onDone,
}: {
  comment: CoAuthorComment
  onDone: () => void
}) {
  const { t } = useTranslation('proposals')
  const call = useCall()
  const form = useSchemaForm({ schema, ns: 'proposals', defaultValues: { text: '' } })
  const send = form.handleSubmit(async ({ taken, text }) => {
    try {
      const params = { commentId: comment.id }
      await call(proposalsContract.answerComment, {
        params,
        body: { taken: taken === 'yes', text },
      })
      onDone()
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary} />
      <Radios
        {...form.register('taken')}
        id={`taken-${comment.id}`}
        legend={t('coAuthors.what')}
        hint={comment.wording ? t('coAuthors.taking') : undefined}
        error={form.errorOf('taken')}
        choices={(['yes', 'no'] as const).map((value) => ({
          value,
          label: t(`coAuthors.${value}`),
        }))}
      />
      <TextArea
        {...form.register('text')}
        id={`text-${comment.id}`}
        label={t('coAuthors.text')}
        error={form.errorOf('text')}
        rows={3}
        maxCharacters={1000}
      />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('coAuthors.send')}
      </Button>
    </form>
  )
}
