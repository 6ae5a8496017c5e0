import { type LeavingPay, setWay } from '@howcanwe/shared/payments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { fieldErrorFrom, useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, Radios, TextField } from '../../ui/index.ts'
import type { Leaving } from './leaving.queries.ts'
import { NO_DETAILS, revealsOf, WAY_KINDS, type WayKind, wayOf } from './way-fields.tsx'

const ANSWERS = ['keep', ...WAY_KINDS, 'charity', 'nothing'] as const
type Answer = (typeof ANSWERS)[number]
type Typed = { kind: Answer; charity: string } & typeof NO_DETAILS

const isWay = (answer: Answer): answer is WayKind => WAY_KINDS.some((kind) => kind === answer)

const fields = {
  name: z.string(),
  sortCode: z.string(),
  accountNumber: z.string(),
  iban: z.string(),
  address: z.string(),
}

/** The contract's own look at an account, with each complaint beside its field. */
const schema: z.ZodMiniType<unknown, Typed> = z
  .object({ kind: z.enum(ANSWERS), charity: z.string(), ...fields })
  .check((payload) => {
    const { kind, charity, ...details } = payload.value
    const complain = (path: PropertyKey[], message: string) =>
      payload.issues.push({ code: 'custom', input: payload.value, path, message })
    if (kind === 'charity' && charity.trim() === '') complain(['charity'], 'required')
    const seen = isWay(kind) ? z.safeParse(setWay, wayOf({ kind, ...details })) : undefined
    for (const issue of seen?.error?.issues ?? [])
      complain(issue.path, fieldErrorFrom(issue, payload.value).code)
  })

function saidOf({ kind, charity, ...details }: Typed): Leaving {
  if (kind === 'charity') return { choice: 'charity', charity }
  if (kind === 'nothing') return { choice: 'nothing' }
  return isWay(kind) ? { choice: 'all', to: wayOf({ kind, ...details }) } : { choice: 'all' }
}

interface LeavingFormProps {
  pay: LeavingPay
  /** Throws what the service refused. */
  onSend: (said: Leaving) => Promise<unknown>
}

/** One answer about everything that is still owed, on the way out. */
export function LeavingForm({ pay, onSend }: LeavingFormProps) {
  const { t } = useTranslation('payments')
  const [busy, setBusy] = useState(false)
  const f = useSchemaForm<Typed>({
    schema,
    ns: 'payments',
    defaultValues: { charity: pay.charityName, ...NO_DETAILS },
  })
  const kind = f.watch('kind')
  const send = f.handleSubmit(async (typed) => {
    setBusy(true)
    await onSend(saidOf(typed)).catch(f.refuse)
    setBusy(false)
  })
  const charity = (
    <TextField
      {...f.register('charity')}
      label={t('choice.charityName')}
      error={f.errorOf('charity')}
      autoComplete="off"
      maxLength={120}
    />
  )
  const reveals = { ...revealsOf(f, t), charity }
  const hints = {
    cash: t('leaving.cashHint', { reference: pay.reference }),
    nothing: t('choice.nothingHint'),
  }
  const labelOf = (answer: Answer) => {
    if (answer === 'keep')
      return t(`leaving.keep.${pay.way?.way ?? 'cash'}`, { last4: pay.way?.last4 ?? '' })
    if (answer === 'charity' || answer === 'nothing') return t(`choice.${answer}`)
    return answer === 'cash' ? t('leaving.cash') : t(`way.kind.${answer}`)
  }
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <Radios
        {...f.register('kind')}
        legend={t('leaving.question')}
        hint={t('way.secret')}
        error={f.errorOf('kind')}
        choices={ANSWERS.filter((one) => one !== 'keep' || pay.way).map((value) => ({
          value,
          label: labelOf(value),
          ...(value === 'cash' || value === 'nothing' ? { hint: hints[value] } : {}),
          reveals: kind === value ? reveals[value as keyof typeof reveals] : undefined,
        }))}
      />
      <Button type="submit" kind="secondary" busy={busy}>
        {t('leaving.send')}
      </Button>
    </form>
  )
}
