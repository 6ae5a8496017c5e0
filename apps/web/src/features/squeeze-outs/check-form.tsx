import type { Result } from '@howcanwe/shared/http'
import { squeezeOutsContract, TEXT_MAX } from '@howcanwe/shared/squeeze-outs'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, TextArea } from '../../ui/index.ts'

export type Checked = Result<typeof squeezeOutsContract.check>

const form = z.strictObject({
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(TEXT_MAX)),
})

/** Paste and read: nothing is kept, on the device or on the service. */
export function CheckForm({ onChecked }: { onChecked: (checked: Checked) => void }) {
  const { t } = useTranslation('squeeze-outs')
  const call = useCall()
  const f = useSchemaForm({ schema: form, ns: 'squeeze-outs', defaultValues: { text: '' } })
  const check = f.handleSubmit(async ({ text }) => {
    try {
      onChecked(await call(squeezeOutsContract.check, { body: { text } }))
    } catch (error) {
      f.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={check}>
      <ErrorSummary errors={f.summary} />
      <TextArea
        {...f.register('text')}
        label={t('form.label')}
        hint={t('form.hint')}
        error={f.errorOf('text')}
        rows={12}
      />
      <Button type="submit" busy={f.formState.isSubmitting}>
        {t('form.check')}
      </Button>
    </form>
  )
}
