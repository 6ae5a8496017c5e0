import { type Question, questionsContract, type WaitingQuestion } from '@howcanwe/shared/questions'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { Button, Checkboxes, ErrorSummary, fieldId, Select, TextArea } from '../../ui/index.ts'
import { useClosing } from './use-closing.ts'

interface Props {
  one: WaitingQuestion
  onClosed: (closed: Question) => void
}

/** The answer, to everybody at once. */
export function AnswerForm({ one, onClosed }: Props) {
  const { t } = useTranslation('questions')
  const call = useCall()
  const params = { questionId: one.id }
  const { form, send, own, summary } = useClosing(one.id, {
    schema: questionsContract.answer.body,
    defaultValues: { answer: '' },
    close: (body) => call(questionsContract.answer, { params, body }),
    onClosed,
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={summary} />
      <TextArea
        {...form.register('answer')}
        id={fieldId(own('answer'))}
        label={t('desk.answer.label')}
        hint={t('desk.answer.hint')}
        seenBy={t('desk.seenBy')}
        error={form.errorOf('answer')}
        maxCharacters={3000}
        rows={5}
      />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('desk.answer.send')}
      </Button>
    </form>
  )
}

/** Why there is no answer; a broker may take the words out of sight with it. */
export function DeclineForm({ one, onClosed, mayHide }: Props & { mayHide: boolean }) {
  const { t } = useTranslation('questions')
  const call = useCall()
  const params = { questionId: one.id }
  const { form, send, own, summary } = useClosing(one.id, {
    schema: questionsContract.decline.body,
    defaultValues: { reason: '', hideWords: false },
    close: (body) => call(questionsContract.decline, { params, body }),
    onClosed,
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={summary} />
      <TextArea
        {...form.register('reason')}
        id={fieldId(own('reason'))}
        label={t('desk.decline.label')}
        hint={t('desk.decline.hint')}
        seenBy={t('desk.seenBy')}
        error={form.errorOf('reason')}
        maxCharacters={1000}
        rows={3}
      />
      {mayHide ? (
        <Checkboxes
          name="hide"
          id={fieldId(own('hide'))}
          legend={t('desk.decline.hide')}
          choices={[{ value: 'yes', label: t('desk.decline.hideWords') }]}
          onChange={({ target }) =>
            form.setValue('hideWords', (target as HTMLInputElement).checked)
          }
        />
      ) : null}
      <Button type="submit" kind="secondary" busy={form.formState.isSubmitting}>
        {t('desk.decline.send')}
      </Button>
    </form>
  )
}

/** A question that another may be put to. */
export interface Choosable {
  id: string
  words: string
}

/** Another question that asks the same: one answer serves both. */
export function MergeForm({ one, onClosed, others }: Props & { others: readonly Choosable[] }) {
  const { t } = useTranslation('questions')
  const call = useCall()
  const params = { questionId: one.id }
  const { form, send, own, summary } = useClosing(one.id, {
    schema: questionsContract.merge.body,
    defaultValues: { into: '' },
    close: (body) => call(questionsContract.merge, { params, body }),
    onClosed,
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={summary} />
      <Select
        {...form.register('into')}
        id={fieldId(own('into'))}
        label={t('desk.merge.label')}
        error={form.errorOf('into')}
        placeholder={t('desk.merge.choose')}
        options={others.map(({ id, words }) => ({ value: id, label: words }))}
      />
      <Button type="submit" kind="secondary" busy={form.formState.isSubmitting}>
        {t('desk.merge.send')}
      </Button>
    </form>
  )
}
