import { type PayRules, paymentsContract, RATES, type Rate } from '@howcanwe/shared/payments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { penceOf } from '../../lib/pence.ts'
import {
  Button,
  Checkboxes,
  DateField,
  ErrorSummary,
  Radios,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { amountTyped } from './settle-form.tsx'

export interface RulesFormProps {
  placeId: string
  /** Asks who presses where it has to, and goes on. */
  prove: <T>(work: () => Promise<T>) => Promise<T>
  onSet: (after: PayRules) => void
}

const source = z.string().check(z.minLength(5), z.maxLength(300))
const fromDay = z.iso.date()
const rateTyped = z.object({ what: z.enum(RATES), amount: amountTyped, fromDay, source })

/** A rate from a day on, with where the figure is from. */
export function RateForm({ placeId, prove, onSet }: RulesFormProps) {
  const { t } = useTranslation('payments')
  const call = useCall()
  const f = useSchemaForm({
    schema: rateTyped,
    ns: 'payments',
    defaultValues: { what: 'hour' as Rate, amount: '', fromDay: '', source: '' },
  })
  const send = f.handleSubmit(({ what, amount, fromDay: from, source: where }) => {
    const rate = { what, pence: penceOf(amount) ?? 0, fromDay: from, source: where }
    const set = () => call(paymentsContract.setRate, { body: { placeId, ...rate } })
    return prove(set).then(onSet, f.refuse)
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <Radios
        {...f.register('what')}
        legend={t('rules.what')}
        defaultValue="hour"
        choices={RATES.map((value) => ({ value, label: t(`rules.rate.${value}`) }))}
      />
      <TextField
        {...f.register('amount')}
        label={t('rules.amount')}
        error={f.errorOf('amount')}
        inputMode="decimal"
        width={5}
      />
      <From f={f} />
      <Source f={f} />
      <Button type="submit" kind="secondary" busy={f.formState.isSubmitting}>
        {t('rules.save')}
      </Button>
    </form>
  )
}

interface Dated {
  watch: (name: 'fromDay') => string
  setValue: (name: 'fromDay', value: string) => void
  errorOf: (name: string) => string | undefined
}

function From({ f }: { f: Dated }) {
  const { t } = useTranslation('payments')
  return (
    <DateField
      name="fromDay"
      legend={t('rules.from')}
      hint={t('rules.fromHint')}
      error={f.errorOf('fromDay')}
      value={f.watch('fromDay')}
      onChange={(value) => f.setValue('fromDay', value)}
    />
  )
}

function Source({
  f,
}: {
  f: { register: (name: 'source') => object; errorOf: (name: string) => string | undefined }
}) {
  const { t } = useTranslation('payments')
  return (
    <TextField
      name="source"
      {...f.register('source')}
      label={t('rules.sourceLabel')}
      hint={t('rules.sourceHint')}
      error={f.errorOf('source')}
      maxLength={300}
    />
  )
}

const settingsTyped = z.object({
  limit: z.string().check(z.refine((typed) => penceOf(typed) !== undefined)),
  vouchers: z.array(z.string()),
  organisations: z.array(z.string()),
  fromDay,
  source,
})

/** Receipts, vouchers, and whether people of organisations are paid too. */
export function SettingsForm({ placeId, prove, onSet }: RulesFormProps) {
  const { t } = useTranslation('payments')
  const call = useCall()
  const f = useSchemaForm({
    schema: settingsTyped,
    ns: 'payments',
    defaultValues: { limit: '', vouchers: [], organisations: [], fromDay: '', source: '' },
  })
  const send = f.handleSubmit((typed) => {
    const body = {
      placeId,
      receiptLimitPence: penceOf(typed.limit) ?? 0,
      vouchers: typed.vouchers.length > 0,
      paysOrganisations: typed.organisations.length > 0,
      fromDay: typed.fromDay,
      source: typed.source,
    }
    return prove(() => call(paymentsContract.setSettings, { body })).then(onSet, f.refuse)
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <TextField
        {...f.register('limit')}
        label={t('rules.limit')}
        error={f.errorOf('limit')}
        inputMode="decimal"
        width={5}
      />
      <Checkboxes
        {...f.register('vouchers')}
        legend={t('rules.vouchers')}
        choices={[{ value: 'yes', label: t('rules.vouchersYes') }]}
      />
      <Checkboxes
        {...f.register('organisations')}
        legend={t('rules.organisations')}
        choices={[{ value: 'yes', label: t('rules.organisationsYes') }]}
      />
      <From f={f} />
      <Source f={f} />
      <Button type="submit" kind="secondary" busy={f.formState.isSubmitting}>
        {t('rules.save')}
      </Button>
    </form>
  )
}

const adviceTyped = z.object({
  language: z.enum(['en', 'nl']),
  words: z.string().check(z.minLength(20), z.maxLength(600)),
  link: z.string(),
  phone: z.string(),
})

/** Where advice is to be had, in one language at a time. */
export function AdviceForm({
  placeId,
  advice,
  onSet,
}: Omit<RulesFormProps, 'prove'> & Pick<PayRules, 'advice'>) {
  const { t, i18n } = useTranslation('payments')
  const call = useCall()
  const [start] = useState(i18n.language === 'nl' ? ('nl' as const) : ('en' as const))
  const now = advice.find((one) => one.language === start)
  const f = useSchemaForm({
    schema: adviceTyped,
    ns: 'payments',
    defaultValues: {
      language: start,
      words: now?.words ?? '',
      link: now?.link ?? '',
      phone: now?.phone ?? '',
    },
  })
  const send = f.handleSubmit((typed) =>
    call(paymentsContract.setAdvice, { body: { placeId, ...typed } }).then(onSet, f.refuse),
  )
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <Radios
        {...f.register('language')}
        legend={t('rules.language')}
        defaultValue={start}
        inline
        choices={(['en', 'nl'] as const).map((value) => ({
          value,
          label: t(`rules.languages.${value}`),
        }))}
      />
      <TextArea
        {...f.register('words')}
        label={t('rules.words')}
        hint={t('rules.wordsHint')}
        error={f.errorOf('words')}
        rows={4}
        value={f.watch('words')}
        maxCharacters={600}
      />
      <TextField
        {...f.register('link')}
        label={t('rules.link')}
        hint={t('rules.linkHint')}
        error={f.errorOf('link')}
        type="url"
      />
      <TextField
        {...f.register('phone')}
        label={t('rules.phone')}
        error={f.errorOf('phone')}
        type="tel"
        width={20}
      />
      <Button type="submit" kind="secondary" busy={f.formState.isSubmitting}>
        {t('rules.save')}
      </Button>
    </form>
  )
}
