import { CHOICES, type PayItem } from '@howcanwe/shared/payments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import { penceOf } from '../../lib/pence.ts'
import { Button, ErrorSummary, Radios, TextField } from '../../ui/index.ts'
import type { Choice } from './payments.queries.ts'

/** What is typed; amounts as people write them. */
const schemaFor = (amountPence: number) =>
  z.object({ choice: z.enum(CHOICES), less: z.string(), charity: z.string() }).check(
    z.refine(({ choice, less }) => choice !== 'less' || isLess(less, amountPence), {
      path: ['less'],
      error: 'invalid',
    }),
    z.refine(({ choice, charity }) => choice !== 'charity' || charity.trim() !== '', {
      path: ['charity'],
      error: 'required',
    }),
  )

function isLess(typed: string, amountPence: number): boolean {
  const pence = penceOf(typed)
  return pence !== undefined && pence > 0 && pence < amountPence
}

export interface ChoiceFormProps {
  item: PayItem
  vouchers: boolean
  /** Throws what the service refused. */
  onSend: (choice: Choice) => Promise<unknown>
}

/** Two taps: what, and send (J-19). */
export function ChoiceForm({ item, vouchers, onSend }: ChoiceFormProps) {
  const { t } = useTranslation('payments')
  const { money } = useFormats()
  const [busy, setBusy] = useState(false)
  const typed = { less: '', charity: item.charityName }
  const f = useSchemaForm<z.output<ReturnType<typeof schemaFor>>>({
    schema: schemaFor(item.amountPence),
    ns: 'payments',
    defaultValues: item.choice ? { ...typed, choice: item.choice } : typed,
  })
  const send = f.handleSubmit(async ({ choice, less, charity }) => {
    setBusy(true)
    const more =
      choice === 'less' ? { pence: penceOf(less) ?? 0 } : choice === 'charity' ? { charity } : {}
    await onSend({ choice, ...more }).catch(f.refuse)
    setBusy(false)
  })
  const amount = money(item.amountPence)
  const less = (
    <TextField
      {...f.register('less')}
      id={`less-${item.id}`}
      label={t('choice.howMuch')}
      error={f.errorOf('less')}
      inputMode="decimal"
      autoComplete="off"
      width={5}
    />
  )
  const charity = (
    <TextField
      {...f.register('charity')}
      id={`charity-${item.id}`}
      label={t('choice.charityName')}
      error={f.errorOf('charity')}
      autoComplete="off"
      maxLength={120}
    />
  )
  const choices = [
    { value: 'all', label: t('choice.all', { amount }) },
    { value: 'less', label: t('choice.less'), hint: t('choice.lessHint'), reveals: less },
    { value: 'nothing', label: t('choice.nothing'), hint: t('choice.nothingHint') },
    { value: 'charity', label: t('choice.charity'), reveals: charity },
    ...(vouchers ? [{ value: 'voucher', label: t('choice.voucher', { amount }) }] : []),
  ]
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary
        errors={f.summary.map((one) =>
          'name' in one ? { ...one, name: `${one.name}-${item.id}` } : one,
        )}
      />
      <Radios
        {...f.register('choice')}
        {...(item.choice ? { defaultValue: item.choice } : {})}
        id={`choice-${item.id}`}
        legend={t('choice.question')}
        error={f.errorOf('choice')}
        choices={choices}
      />
      <Button type="submit" busy={busy}>
        {t(item.state === 'failed' ? 'choice.again' : 'choice.send')}
      </Button>
    </form>
  )
}
