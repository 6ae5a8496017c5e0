import { type OwnPay, SPENT_ON } from '@howcanwe/shared/payments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import { penceOf } from '../../lib/pence.ts'
import {
  Button,
  Checkboxes,
  Details,
  ErrorSummary,
  Notice,
  Radios,
  Select,
  TextField,
} from '../../ui/index.ts'
import type { useOwnActs } from './payments.queries.ts'
import { amountTyped } from './settle-form.tsx'

const schema = z.object({
  sessionId: z.uuid(),
  why: z.enum(SPENT_ON),
  amount: amountTyped,
  words: z.string(),
  receipt: z.array(z.string()),
})

interface ClaimBoxProps {
  pay: Pick<OwnPay, 'sessions' | 'receiptLimitPence'>
  claim: ReturnType<typeof useOwnActs>['claim']
}

/** Money somebody spent, or needs beforehand: never in one sum with pay for their time. */
export function ClaimBox({ pay, claim }: ClaimBoxProps) {
  const { t } = useTranslation('payments')
  const [sent, setSent] = useState(0)
  return (
    <section aria-labelledby="claim">
      <h2 id="claim" className="govuk-heading-m">
        {t('claim.title')}
      </h2>
      {sent ? <Notice key={sent} kind="success" heading={t('claim.sent')} focus /> : null}
      <p className="govuk-body">{t('claim.lead')}</p>
      {pay.sessions.length === 0 ? (
        <p className="govuk-body">{t('claim.noSession')}</p>
      ) : (
        <Details key={sent} summary={t('claim.open')}>
          <ClaimForm {...{ pay, claim }} onSent={() => setSent(sent + 1)} />
        </Details>
      )}
    </section>
  )
}

function ClaimForm({ pay, claim, onSent }: ClaimBoxProps & { onSent: () => void }) {
  const { t } = useTranslation('payments')
  const { shortDate, money } = useFormats()
  const f = useSchemaForm({
    schema,
    ns: 'payments',
    defaultValues: { sessionId: '', amount: '', words: '', receipt: [] },
  })
  const send = f.handleSubmit(({ amount, receipt, ...typed }) => {
    const begun = pay.sessions.find(({ id }) => id === typed.sessionId)?.begun ?? true
    const body = {
      ...typed,
      pence: penceOf(amount) ?? 0,
      receipt: receipt.length > 0,
      advance: !begun,
    }
    return claim.mutateAsync(body).then(onSent, f.refuse)
  })
  const chosen = pay.sessions.find(({ id }) => id === f.watch('sessionId'))
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <Select
        {...f.register('sessionId')}
        label={t('claim.when')}
        error={f.errorOf('sessionId')}
        placeholder={t('errors.sessionId.required')}
        options={pay.sessions.map(({ id, startsAt, begun }) => ({
          value: id,
          label: t(begun ? 'claim.back' : 'claim.advance', { day: shortDate(startsAt) }),
        }))}
      />
      <Radios
        {...f.register('why')}
        legend={t('claim.why')}
        error={f.errorOf('why')}
        choices={SPENT_ON.map((value) => ({ value, label: t(`claim.whys.${value}`) }))}
      />
      <TextField
        {...f.register('amount')}
        label={t('claim.amount')}
        error={f.errorOf('amount')}
        inputMode="decimal"
        autoComplete="off"
        width={5}
      />
      <TextField
        {...f.register('words')}
        label={t('claim.words')}
        hint={t('claim.wordsHint')}
        error={f.errorOf('words')}
        maxLength={200}
        optional
      />
      {chosen && !chosen.begun ? null : (
        <Checkboxes
          {...f.register('receipt')}
          legend={t('claim.receipt')}
          hint={t('claim.receiptHint', { limit: money(pay.receiptLimitPence) })}
          choices={[{ value: 'yes', label: t('claim.receiptYes') }]}
        />
      )}
      <Button type="submit" kind="secondary" busy={claim.isPending}>
        {t('claim.send')}
      </Button>
    </form>
  )
}
