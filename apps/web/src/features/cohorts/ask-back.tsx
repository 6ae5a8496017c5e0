import { cohortsContract, type MyAnswer } from '@howcanwe/shared/cohorts'
import { useTranslation } from 'react-i18next'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, Details, ErrorSummary, TextArea } from '../../ui/index.ts'
import { lastMomentOf } from './last-day.ts'
import { useAskBack } from './my-answer.queries.ts'

/** The one question an organisation may ask back, what it asked, and what it was told. */
export function AskBack({ answer }: { answer: MyAnswer }) {
  const { t } = useTranslation('cohorts')
  const { day } = useFormats()
  const back = answer.questionBack
  if (!back)
    return (
      <Details summary={t('ask.summary')}>
        <AskForm answer={answer} />
      </Details>
    )
  return (
    <>
      <h3 className="govuk-heading-s">{t('ask.asked')}</h3>
      <p className="govuk-body">{back.question}</p>
      {back.answer === null ? (
        <p className="govuk-body" role="status">
          {t('ask.waiting', { from: answer.from, day: day(lastMomentOf(back.dueAt)) })}
        </p>
      ) : (
        <>
          <h3 className="govuk-heading-s">{t('ask.answered', { from: answer.from })}</h3>
          <p className="govuk-body">{back.answer}</p>
        </>
      )}
    </>
  )
}

function AskForm({ answer }: { answer: MyAnswer }) {
  const { t } = useTranslation('cohorts')
  const send = useAskBack(answer.interestId)
  const form = useSchemaForm({
    schema: cohortsContract.askBack.body,
    ns: 'cohorts',
    defaultValues: { question: '' },
  })
  const submit = form.handleSubmit(async ({ question }) => {
    await send.mutateAsync(question).catch(form.refuse)
  })
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={form.summary} />
      <TextArea
        {...form.register('question')}
        label={t('ask.label')}
        hint={t('ask.hint')}
        seenBy={t('ask.seenBy', { from: answer.from })}
        error={form.errorOf('question')}
        maxCharacters={1000}
        rows={3}
      />
      <Button type="submit" kind="secondary" busy={send.isPending}>
        {t('ask.send')}
      </Button>
    </form>
  )
}
