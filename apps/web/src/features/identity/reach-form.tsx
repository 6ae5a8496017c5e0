import { CHANNELS, identityContract, type Me } from '@howcanwe/shared/identity'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, Notice, Radios, TextField } from '../../ui/index.ts'

export interface ReachFormProps {
  me: Me
  /** What saving a number means, word for word. */
  agreement: ReactNode
  /** Its version, sent along with a number. */
  agreementVersion: string | undefined
}

/** A number, if they like, and the way somebody would rather be reached. */
export function ReachForm({ me, agreement, agreementVersion }: ReachFormProps) {
  const { t } = useTranslation('identity')
  const call = useCall()
  const client = useQueryClient()
  const [saved, setSaved] = useState(false)
  const form = useSchemaForm({
    schema: identityContract.changeMe.body,
    ns: 'identity',
    defaultValues: { phone: me.phone ?? '', preferredChannel: me.preferredChannel },
  })
  const save = async (event: FormEvent) => {
    setSaved(false)
    if (!form.getValues('phone')?.trim()) form.setValue('phone', null)
    if (agreementVersion) form.setValue('phoneConsent', agreementVersion)
    await form.handleSubmit(async () => {
      try {
        const body = form.getValues()
        const now = await call(identityContract.changeMe, { body }, { ifMatch: me.version })
        client.setQueryData(['session'], now)
        form.reset({ phone: now.phone ?? '', preferredChannel: now.preferredChannel })
        setSaved(true)
      } catch (error) {
        form.refuse(error)
      }
    })(event)
  }
  return (
    <form noValidate onSubmit={save}>
      <h2 className="govuk-heading-m">{t('reach.title')}</h2>
      {saved ? <Notice kind="success" heading={t('reach.saved')} focus /> : null}
      <ErrorSummary errors={form.summary} />
      <TextField
        {...form.register('phone')}
        label={t('reach.phone')}
        hint={t('reach.phoneHint')}
        seenBy={t('reach.seenBy')}
        error={form.errorOf('phone')}
        optional
        type="tel"
        autoComplete="tel"
        width={20}
      />
      <p className="govuk-body">{t('reach.agree')}:</p>
      {agreement}
      <Radios
        legend={t('reach.channel')}
        hint={t('reach.channelHint')}
        name="preferredChannel"
        error={form.errorOf('preferredChannel')}
        choices={CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
        value={form.watch('preferredChannel') ?? 'email'}
        onChange={async ({ target }) => {
          const chosen = CHANNELS.find((channel) => channel === target.value)
          if (chosen) form.setValue('preferredChannel', chosen)
        }}
      />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('reach.save')}
      </Button>
    </form>
  )
}
