import { SUPPORT_KINDS, supportExchangeContract } from '@howcanwe/shared/support-exchange'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import {
  Button,
  DateField,
  ErrorSummary,
  fieldId,
  Notice,
  Select,
  TextField,
} from '../../ui/index.ts'
import { useSupport } from './support-exchange.queries.ts'

const { kind, what, until } = supportExchangeContract.ask.body.shape
const asked = z.strictObject({ kind: z.pipe(z.string(), kind), what, until })

/** Three questions: what sort, what exactly, until when. */
export function SupportForm({
  as,
  organisationId,
}: {
  as: 'ask' | 'offer'
  organisationId: string
}) {
  const { t } = useTranslation(['support-exchange', 'problems'])
  const call = useCall()
  const { again } = useSupport()
  const [done, setDone] = useState(0)
  const f = useSchemaForm({
    schema: asked,
    ns: 'support-exchange',
    defaultValues: { kind: '', what: '', until: '' },
  })
  const send = f.handleSubmit(async (values) => {
    try {
      const body = { ...values, kind: z.parse(kind, values.kind), organisationId }
      await call(supportExchangeContract[as], { body })
      f.reset()
      setDone(done + 1)
      await again()
    } catch (error) {
      f.refuse(error)
    }
  })
  const id = (name: string) => `${as}-${name}`
  return (
    <form noValidate onSubmit={send}>
      {done > 0 ? <Notice key={done} kind="success" heading={t(`form.${as}.done`)} focus /> : null}
      <ErrorSummary
        errors={f.summary.map(({ message, ...at }) =>
          'name' in at && at.name ? { message, name: id(at.name) } : { message },
        )}
      />
      <Select
        {...f.register('kind')}
        id={fieldId(id('kind'))}
        label={t('form.kind')}
        error={f.errorOf('kind')}
        placeholder={t('form.choose')}
        options={SUPPORT_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <TextField
        {...f.register('what')}
        id={fieldId(id('what'))}
        label={t(`form.${as}.what`)}
        hint={t(`form.${as}.whatHint`)}
        seenBy={t('form.seenBy')}
        error={f.errorOf('what')}
      />
      <DateField
        name={id('until')}
        legend={t('form.until')}
        hint={t('form.untilHint')}
        error={f.errorOf('until')}
        value={f.watch('until')}
        onChange={(value) => f.setValue('until', value)}
      />
      <Button type="submit" busy={f.formState.isSubmitting}>
        {t(`form.${as}.send`)}
      </Button>
    </form>
  )
}
