import { passkeysContract as contract } from '@howcanwe/shared/passkeys'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, TextField } from '../../ui/index.ts'

/** A code from the paper, where the passkey is lost or elsewhere. */
export function RecoveryStep({ onProven }: { onProven: () => void }) {
  const { t } = useTranslation('passkeys')
  const call = useCall()
  const form = useSchemaForm({
    schema: contract.recover.body,
    ns: 'passkeys',
    defaultValues: { code: '' },
  })
  const send = form.handleSubmit(async () => {
    try {
      await call(contract.recover, { body: form.getValues() })
      onProven()
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary} />
      <TextField
        {...form.register('code')}
        label={t('recovery.label')}
        hint={t('recovery.hint')}
        error={form.errorOf('code')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        width={20}
      />
      <Button type="submit" kind="secondary" busy={form.formState.isSubmitting}>
        {t('recovery.send')}
      </Button>
    </form>
  )
}
