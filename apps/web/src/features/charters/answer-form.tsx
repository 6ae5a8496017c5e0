import { CHARTER_ANSWERS, chartersContract, type OpenCharter } from '@howcanwe/shared/charters'
import { useTranslation } from 'react-i18next'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, Notice, Radios, TextArea } from '../../ui/index.ts'
import { type CharterAnswer, useAnswerCharter } from './charters.queries.ts'

/** Can you live with it? Changeable until the group has agreed. */
export function AnswerForm({ groupId, open }: { groupId: string; open: OpenCharter }) {
  const { mine } = open
  const { version } = open.charter
  const { t } = useTranslation('charters')
  const answer = useAnswerCharter(groupId, version)
  const form = useSchemaForm<CharterAnswer>({
    schema: chartersContract.answer.body,
    ns: 'charters',
    defaultValues: mine ? { version, ...mine } : { version, words: '' },
  })
  const send = form.handleSubmit(async () => {
    try {
      await answer.mutateAsync(form.getValues())
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send} className="hcw-charter-answer">
      <ErrorSummary errors={form.summary} />
      {answer.isSuccess ? <Notice kind="success" heading={t('answer.kept')} focus /> : null}
      <Radios
        {...form.register('answer')}
        value={form.watch('answer') ?? ''}
        legend={t('answer.label')}
        hint={t('answer.hint')}
        error={form.errorOf('answer')}
        choices={CHARTER_ANSWERS.map((value) => ({
          value,
          label: t(`answer.${value}`),
          ...(value === 'not-yet'
            ? {
                reveals: (
                  <TextArea
                    {...form.register('words')}
                    label={t('answer.words')}
                    hint={t('answer.wordsHint')}
                    error={form.errorOf('words')}
                    value={form.watch('words')}
                    maxCharacters={300}
                    rows={3}
                  />
                ),
              }
            : {}),
        }))}
      />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t(mine ? 'answer.change' : 'answer.send')}
      </Button>
    </form>
  )
}
