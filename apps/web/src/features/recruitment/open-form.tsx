import { type RecruitmentDesk, recruitmentContract } from '@howcanwe/shared/recruitment'
import { useMemo } from 'react'
import { Controller } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, DateField, ErrorSummary, Notice, TextField } from '../../ui/index.ts'
import { bodyOf, EMPTY, formFor, newQuestion, type Typed } from './open-draft.ts'
import { QuestionFields } from './question-fields.tsx'

export interface OpenFormProps {
  groupId: string
  zone: string
  onOpened: (desk: RecruitmentDesk) => void
}

/** Seats, dates, the figure that decides, and who should be in the group (CD7). */
export function OpenForm({ groupId, zone, onOpened }: OpenFormProps) {
  const { t } = useTranslation('recruitment')
  const call = useCall()
  const schema = useMemo(() => formFor(zone), [zone])
  const f = useSchemaForm<Typed>({ schema, ns: 'recruitment', defaultValues: EMPTY })
  const send = f.handleSubmit(async () => {
    try {
      const body = bodyOf(zone, f.getValues())
      onOpened(await call(recruitmentContract.open, { params: { groupId }, body }))
    } catch (error) {
      f.refuse(error)
    }
  })
  const questions = f.watch('categories')
  const day = (name: 'closesAt' | 'publicAt', legend: string, hint: string) => (
    <Controller
      control={f.control}
      name={name}
      render={({ field: { value, onChange, onBlur } }) => (
        <DateField {...{ name, value, onChange, onBlur, legend, hint }} error={f.errorOf(name)} />
      )}
    />
  )
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <TextField
        {...f.register('seats')}
        label={t('desk.open.seats')}
        hint={t('desk.open.seatsHint')}
        error={f.errorOf('seats')}
        inputMode="numeric"
        width={3}
      />
      {day('closesAt', t('desk.open.closes'), t('desk.open.closesHint'))}
      <TextField
        {...f.register('publicSource')}
        label={t('desk.open.source')}
        hint={t('desk.open.sourceHint')}
        error={f.errorOf('publicSource')}
      />
      {day('publicAt', t('desk.open.known'), t('desk.open.knownHint'))}
      <h2 className="govuk-heading-m">{t('desk.open.questions')}</h2>
      <p className="govuk-body">{t('desk.open.questionsHint')}</p>
      {questions.map((_, at) => (
        <QuestionFields
          // biome-ignore lint/suspicious/noArrayIndexKey: questions are told apart by their place alone
          key={at}
          form={f}
          at={at}
          onDropped={
            questions.length > 1
              ? () => f.setValue('categories', f.getValues('categories').toSpliced(at, 1))
              : undefined
          }
        />
      ))}
      {questions.length < 6 ? (
        <Button
          kind="secondary"
          onClick={() => f.setValue('categories', [...f.getValues('categories'), newQuestion()])}
        >
          {t('desk.open.addQuestion')}
        </Button>
      ) : null}
      <Notice>
        <p className="govuk-body">{t('desk.open.warn')}</p>
      </Notice>
      <Button type="submit" busy={f.formState.isSubmitting}>
        {t('desk.open.send')}
      </Button>
    </form>
  )
}
