import { proposalsContract } from '@howcanwe/shared/proposals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, Details, ErrorSummary, Notice, TextArea, TextField } from '../../ui/index.ts'

const isNumber = (typed: string) =>
  /^\d{1,3}$/.test(typed) && Number(typed) >= 2 && Number(typed) <= 500
const schema = z.strictObject({
  supportNeeded: z.string().check(z.refine(isNumber, { error: 'not_allowed' })),
  source: z.string().check(z.minLength(10), z.maxLength(400)),
})

/** A steward sets how many people make a question one that must be answered, with where the number comes from. */
export function SettingsForm({
  placeId,
  needed,
  onSet,
}: {
  placeId: string
  needed: number
  onSet: () => void
}) {
  const { t } = useTranslation('proposals')
  const call = useCall()
  const [done, setDone] = useState(false)
  const form = useSchemaForm({
    schema,
    ns: 'proposals',
    defaultValues: { supportNeeded: String(needed), source: '' },
  })
  const send = form.handleSubmit(async ({ supportNeeded, source }) => {
    try {
      const body = { supportNeeded: Number(supportNeeded), source }
      await call(proposalsContract.setSettings, { params: { placeId }, body })
      setDone(true)
      onSet()
    } catch (error) {
      form.refuse(error)
    }
  })
  if (done) return <Notice kind="success" heading={t('settings.done')} focus />
  return (
    <Details summary={t('settings.title')}>
      <form noValidate onSubmit={send}>
        <p className="govuk-body">{t('settings.now', { count: needed })}</p>
        <ErrorSummary errors={form.summary} />
        <TextField
          {...form.register('supportNeeded')}
          label={t('settings.number')}
          error={form.errorOf('supportNeeded')}
          inputMode="numeric"
          width={3}
        />
        <TextArea
          {...form.register('source')}
          label={t('settings.source')}
          hint={t('settings.sourceHint')}
          error={form.errorOf('source')}
          rows={2}
          maxCharacters={400}
        />
        <Button type="submit" busy={form.formState.isSubmitting}>
          {t('settings.send')}
        </Button>
      </form>
    </Details>
  )
}
