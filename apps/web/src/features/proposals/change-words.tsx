import { type OwnProposal, proposalsContract, proposalWords } from '@howcanwe/shared/proposals'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary } from '../../ui/index.ts'
import type { Door } from './door.ts'
import { type Area, QuestionFields } from './question-fields.tsx'

/** The words again, after they came back with a reason. */
export function ChangeWords({
  own,
  door,
  areas,
  onChanged,
}: {
  own: OwnProposal
  door: Door
  areas: readonly Area[]
  onChanged: (own: OwnProposal) => void
}) {
  const { t } = useTranslation('proposals')
  const call = useCall()
  const { question, story, areaId, whereAbouts, affected } = own
  const form = useSchemaForm({
    schema: proposalWords,
    ns: 'proposals',
    defaultValues: { question, story, areaId, whereAbouts, affected },
  })
  const send = form.handleSubmit(async () => {
    try {
      const typed = form.getValues()
      const words = { ...typed, areaId: typed.areaId || null }
      onChanged(await call(proposalsContract.change, { body: { door, words } }))
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send} aria-label={t('own.again')}>
      <h2 className="govuk-heading-m">{t('own.again')}</h2>
      <ErrorSummary errors={form.summary} />
      <QuestionFields form={form} areas={areas} />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('own.sendAgain')}
      </Button>
    </form>
  )
}
