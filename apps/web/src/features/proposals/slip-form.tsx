import { proposalsContract } from '@howcanwe/shared/proposals'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, TextField } from '../../ui/index.ts'

/** The reference and the words of a slip, typed in: for whoever has it on paper. */
export function SlipForm({ onOpened }: { onOpened: (token: string) => void }) {
  const { t } = useTranslation('proposals')
  const call = useCall()
  const form = useSchemaForm({
    schema: proposalsContract.slip.body,
    ns: 'proposals',
    defaultValues: { reference: '', code: '' },
  })
  const send = form.handleSubmit(async (body) => {
    try {
      onOpened((await call(proposalsContract.slip, { body })).manageToken)
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send}>
      <h2 className="govuk-heading-m">{t('own.slipTitle')}</h2>
      <ErrorSummary errors={form.summary} />
      <TextField
        {...form.register('reference')}
        label={t('own.reference')}
        hint={t('own.referenceHint')}
        error={form.errorOf('reference')}
        autoComplete="off"
        width={20}
      />
      <TextField
        {...form.register('code')}
        label={t('own.code')}
        hint={t('own.codeHint')}
        error={form.errorOf('code')}
        autoComplete="off"
        width={20}
      />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('own.open')}
      </Button>
    </form>
  )
}
