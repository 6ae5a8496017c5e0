import type { PayItem } from '@howcanwe/shared/payments'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import { penceOf } from '../../lib/pence.ts'
import { Button, Checkboxes, Details, ErrorSummary, TextField } from '../../ui/index.ts'
import type { useOwnActs } from './payments.queries.ts'

export const amountTyped = z.string().check(z.refine((typed) => (penceOf(typed) ?? 0) > 0))
const schema = z.object({ amount: amountTyped, receipt: z.array(z.string()) })

interface SettleFormProps {
  item: PayItem
  settle: ReturnType<typeof useOwnActs>['settle']
}

/** After money beforehand: what it really cost. */
export function SettleForm({ item, settle }: SettleFormProps) {
  const { t } = useTranslation('payments')
  const { money } = useFormats()
  const f = useSchemaForm({ schema, ns: 'payments', defaultValues: { amount: '', receipt: [] } })
  const send = f.handleSubmit(({ amount, receipt }) =>
    settle
      .mutateAsync({
        itemId: item.id,
        pence: penceOf(amount) ?? 0,
        receipt: receipt.length > 0,
      })
      .then(() => undefined, f.refuse),
  )
  return (
    <Details summary={t('settle.title')}>
      <form noValidate onSubmit={send}>
        <ErrorSummary errors={f.summary} />
        <TextField
          {...f.register('amount')}
          label={t('settle.amount')}
          hint={t('settle.hint', { amount: money(item.amountPence) })}
          error={f.errorOf('amount')}
          inputMode="decimal"
          autoComplete="off"
          width={5}
        />
        <Checkboxes
          {...f.register('receipt')}
          legend={t('claim.receipt')}
          choices={[{ value: 'yes', label: t('settle.receipt') }]}
        />
        <Button type="submit" kind="secondary" busy={settle.isPending}>
          {t('settle.send')}
        </Button>
      </form>
    </Details>
  )
}
