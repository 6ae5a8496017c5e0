import { type GroupPay, SPENT_ON } from '@howcanwe/shared/payments'
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
  Radios,
  Select,
  TextField,
} from '../../ui/index.ts'
import type { useGroupActs } from './desk.queries.ts'
import { amountTyped } from './settle-form.tsx'

const SAID = ['phone', 'paper', 'in-person'] as const
const schema = z.object({
  memberId: z.uuid(),
  sessionId: z.uuid(),
  why: z.enum(SPENT_ON),
  amount: amountTyped,
  words: z.string(),
  receipt: z.array(z.string()),
  saidBy: z.enum(SAID),
  readBack: z.array(z.string()).check(z.minLength(1)),
})

interface SpokenClaimProps {
  claims: GroupPay['claims']
  claimFor: ReturnType<typeof useGroupActs>['claimFor']
  onSaved: () => void
}

/** An expense, or a fare beforehand, for whoever rings or writes: read back, and written down in their name (PE3). */
export function SpokenClaim({ claims, claimFor, onSaved }: SpokenClaimProps) {
  const { t } = useTranslation('payments')
  const { shortDate, money } = useFormats()
  const f = useSchemaForm({
    schema,
    ns: 'payments',
    defaultValues: {
      memberId: '',
      sessionId: '',
      amount: '',
      words: '',
      receipt: [],
      readBack: [],
    },
  })
  const begunOf = (id: string) => claims.sessions.find((one) => one.id === id)?.begun ?? true
  const send = f.handleSubmit(({ amount, receipt, readBack: _, ...typed }) =>
    claimFor
      .mutateAsync({
        ...typed,
        pence: penceOf(amount) ?? 0,
        receipt: receipt.length > 0,
        advance: !begunOf(typed.sessionId),
        readBack: true,
      })
      .then(() => {
        f.reset()
        onSaved()
      }, f.refuse),
  )
  return (
    <Details summary={t('group.claimFor')}>
      <form noValidate onSubmit={send}>
        <ErrorSummary errors={f.summary} />
        <Select
          {...f.register('memberId')}
          label={t('group.claimWho')}
          error={f.errorOf('memberId')}
          placeholder={t('errors.memberId.required')}
          options={claims.people.map(({ id, firstName, reference }) => ({
            value: id,
            label: `${firstName} (${reference})`,
          }))}
        />
        <Select
          {...f.register('sessionId')}
          label={t('claim.when')}
          error={f.errorOf('sessionId')}
          placeholder={t('errors.sessionId.required')}
          options={claims.sessions.map(({ id, startsAt, begun }) => ({
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
        {begunOf(f.watch('sessionId')) ? (
          <Checkboxes
            {...f.register('receipt')}
            legend={t('group.claimReceipt')}
            hint={t('claim.receiptHint', { limit: money(claims.receiptLimitPence) })}
            choices={[{ value: 'yes', label: t('group.claimReceiptYes') }]}
          />
        ) : null}
        <Radios
          {...f.register('saidBy')}
          legend={t('group.saidBy')}
          error={f.errorOf('saidBy')}
          choices={SAID.map((value) => ({ value, label: t(`group.said.${value}`) }))}
        />
        <Checkboxes
          {...f.register('readBack')}
          legend={t('group.readBack')}
          error={f.errorOf('readBack')}
          choices={[{ value: 'yes', label: t('group.readBackYes') }]}
        />
        <Button type="submit" kind="secondary" busy={claimFor.isPending}>
          {t('group.writeDown')}
        </Button>
      </form>
    </Details>
  )
}
