import { expressInterest } from '@howcanwe/shared/interests'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary } from '../../ui/index.ts'
import { type Answers, EMPTY } from './answers.ts'
import { Questions } from './questions.tsx'

export interface TypedAnswersProps {
  organisationId: string
  seenBy: string
  /** Who asked, and that it was read back. */
  extra: ReactNode
  /** Words of the button. */
  go: string
  onSend: (answers: Answers) => Promise<void>
}

/** The same five questions, typed by a broker for somebody on the telephone. Nothing is kept on the device. */
export function TypedAnswers({ organisationId, seenBy, extra, go, onSend }: TypedAnswersProps) {
  const { t } = useTranslation('interests')
  const form = useSchemaForm<Answers>({
    schema: expressInterest,
    ns: 'interests',
    defaultValues: { ...EMPTY, organisationId } as Partial<Answers> as Answers,
  })
  const send = form.handleSubmit(async () => {
    try {
      await onSend(form.getValues())
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send} aria-label={t('page.title')}>
      <ErrorSummary errors={form.summary} />
      <Questions form={form} profile={[]} known={{}} seenBy={seenBy} />
      {extra}
      <Button type="submit" busy={form.formState.isSubmitting}>
        {go}
      </Button>
    </form>
  )
}
