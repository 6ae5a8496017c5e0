import { addressOf } from '@howcanwe/shared/identity'
import { SUPPORT_SCOPES, supportersContract } from '@howcanwe/shared/supporters'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { keyOf, useCall } from '../../lib/api.ts'
import { fieldErrorsOf } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import type { Prove } from '../../lib/prove.ts'
import { Button, Checkboxes, ErrorSummary, Notice, Radios, TextField } from '../../ui/index.ts'
import { lastDayOf, MONTHS } from './until.ts'

const { name, scopes } = supportersContract.ask.body.shape

const asking = z.strictObject({
  name,
  address: z.string().check(z.trim(), z.minLength(5), z.maxLength(254)),
  scopes,
  months: z.enum(MONTHS),
})

export interface AskFormProps {
  timeZone: string
  /** The words somebody agrees to by asking, with the name they typed. */
  agreement: { version: string; sentences: (name: string) => ReactNode }
  prove: Prove
}

/** Asks somebody to help: a name, one way to reach them, for what and for how long. Two minutes. */
export function AskForm({ timeZone, agreement, prove }: AskFormProps) {
  const { t } = useTranslation('supporters')
  const [asked, setAsked] = useState<string>()
  const { form, send } = useAsking({
    timeZone,
    version: agreement.version,
    prove,
    onAsked: setAsked,
  })
  return (
    <section aria-labelledby="ask-supporter">
      <h2 id="ask-supporter" className="govuk-heading-m">
        {t('ask.title')}
      </h2>
      {asked ? (
        <Notice key={asked} kind="success" heading={t('ask.done', { name: asked })} focus />
      ) : null}
      <form noValidate onSubmit={send}>
        <ErrorSummary errors={form.summary} />
        <TextField
          {...form.register('name')}
          label={t('ask.name')}
          hint={t('ask.nameHint')}
          error={form.errorOf('name')}
          autoComplete="off"
          width={20}
        />
        <TextField
          {...form.register('address')}
          label={t('ask.address')}
          hint={t('ask.addressHint')}
          seenBy={t('ask.seenBy')}
          error={form.errorOf('address')}
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          width={30}
        />
        <Checkboxes
          {...form.register('scopes')}
          legend={t('ask.scopes')}
          error={form.errorOf('scopes')}
          choices={SUPPORT_SCOPES.map((value) => ({
            value,
            label: t(`scopes.${value}`),
            hint: t(`scopeHints.${value}`),
          }))}
        />
        <Radios
          {...form.register('months')}
          legend={t('ask.months')}
          error={form.errorOf('months')}
          choices={MONTHS.map((value) => ({ value, label: t(`months.${value}`) }))}
        />
        <p className="govuk-body">{t('ask.agree')}</p>
        {agreement.sentences(form.watch('name'))}
        <Button type="submit" busy={form.formState.isSubmitting}>
          {t('ask.send')}
        </Button>
      </form>
    </section>
  )
}

interface Asking {
  timeZone: string
  version: string
  prove: Prove
  onAsked: (name: string) => void
}

/** The form, and what sending it does. */
function useAsking({ timeZone, version, prove, onAsked }: Asking) {
  const { t } = useTranslation('supporters')
  const call = useCall()
  const client = useQueryClient()
  const form = useSchemaForm({
    schema: asking,
    ns: 'supporters',
    defaultValues: { name: '', address: '', scopes: [], months: '3' as const },
  })
  const send = form.handleSubmit(async () => {
    const { address, months, ...rest } = form.getValues()
    const until = lastDayOf(timeZone, new Date(), months)
    try {
      const body = { ...rest, ...addressOf(address), until, consentVersion: version }
      await prove(() => call(supportersContract.ask, { body }))
      onAsked(rest.name)
      form.reset()
      await client.invalidateQueries({ queryKey: keyOf(supportersContract.mine) })
    } catch (error) {
      const ofAddress = fieldErrorsOf(error).some(({ name: n }) => n === 'email' || n === 'phone')
      if (ofAddress)
        form.setError('address', { type: 'invalid', message: t('errors.address.invalid') })
      else form.refuse(error)
    }
  })
  return { form, send }
}
