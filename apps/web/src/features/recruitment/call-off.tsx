import { callOff, type RecruitmentDesk, recruitmentContract } from '@howcanwe/shared/recruitment'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, Details, ErrorSummary, TextArea } from '../../ui/index.ts'

export interface CallOffProps {
  desk: RecruitmentDesk
  onDone: (desk: RecruitmentDesk) => void
}

/** Before it is drawn: everybody in the pool reads the reason as it is typed here. */
export function CallOff({ desk, onDone }: CallOffProps) {
  const { t } = useTranslation('recruitment')
  const call = useCall()
  const form = useSchemaForm({ schema: callOff, ns: 'recruitment', defaultValues: { why: '' } })
  const send = form.handleSubmit(async (body) => {
    const params = { groupId: desk.recruitment.group.id }
    try {
      onDone(await call(recruitmentContract.callOff, { params, body }))
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <Details summary={t('desk.callOff.title')}>
      <form noValidate onSubmit={send}>
        <ErrorSummary errors={form.summary} />
        <p className="govuk-body">{t('desk.callOff.text', { count: desk.names })}</p>
        <TextArea
          {...form.register('why')}
          label={t('desk.callOff.why')}
          hint={t('desk.callOff.hint')}
          error={form.errorOf('why')}
          rows={4}
        />
        <Button kind="warning" type="submit" busy={form.formState.isSubmitting}>
          {t('desk.callOff.send')}
        </Button>
      </form>
    </Details>
  )
}
