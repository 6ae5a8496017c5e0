import { identityContract, type Me } from '@howcanwe/shared/identity'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ButtonGroup, ErrorSummary, Notice, TextField } from '../../ui/index.ts'

interface Asked {
  requestId: string
  email: string
  minutes: number
}

/** Another address, proven by the six digits that arrive there, before anything changes. */
export function NewEmailForm({ me }: { me: Me }) {
  const { t } = useTranslation('identity')
  const [asked, setAsked] = useState<Asked | null>(null)
  const [done, setDone] = useState(false)
  return (
    <section aria-labelledby="new-email">
      <h2 id="new-email" className="govuk-heading-m">
        {t('newEmail.title')}
      </h2>
      {done ? (
        <Notice kind="success" heading={t('newEmail.done', { email: me.email })} focus />
      ) : (
        <p className="govuk-body">{t('newEmail.now', { email: me.email ?? t('me.none') })}</p>
      )}
      {asked ? (
        <Digits
          asked={asked}
          onAgain={() => setAsked(null)}
          onDone={() => {
            setAsked(null)
            setDone(true)
          }}
        />
      ) : (
        <Address
          onAsked={(a) => {
            setDone(false)
            setAsked(a)
          }}
        />
      )}
    </section>
  )
}

function Address({ onAsked }: { onAsked: (asked: Asked) => void }) {
  const { t } = useTranslation('identity')
  const call = useCall()
  const form = useSchemaForm({
    schema: identityContract.askForNewEmail.body,
    ns: 'identity',
    defaultValues: { email: '' },
  })
  const send = form.handleSubmit(async () => {
    const body = form.getValues()
    try {
      onAsked({
        ...(await call(identityContract.askForNewEmail, { body })),
        email: body.email.trim(),
      })
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary} />
      <TextField
        {...form.register('email')}
        label={t('newEmail.label')}
        hint={t('newEmail.hint')}
        seenBy={t('newEmail.seenBy')}
        error={form.errorOf('email')}
        type="email"
        autoComplete="email"
        spellCheck={false}
        width={30}
      />
      <Button type="submit" kind="secondary" busy={form.formState.isSubmitting}>
        {t('newEmail.send')}
      </Button>
    </form>
  )
}

interface DigitsProps {
  asked: Asked
  onAgain: () => void
  onDone: () => void
}

function Digits({ asked, onAgain, onDone }: DigitsProps) {
  const { t } = useTranslation('identity')
  const call = useCall()
  const client = useQueryClient()
  const form = useSchemaForm({
    schema: identityContract.proveNewEmail.body,
    ns: 'identity',
    defaultValues: { requestId: asked.requestId, code: '' },
  })
  const prove = form.handleSubmit(async () => {
    try {
      const me = await call(identityContract.proveNewEmail, { body: form.getValues() })
      client.setQueryData(['session'], me)
      onDone()
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={prove}>
      <ErrorSummary errors={form.summary} />
      <p className="govuk-body" role="status">
        {t('newEmail.sent', { email: asked.email, count: asked.minutes })}
      </p>
      <TextField
        {...form.register('code')}
        label={t('newEmail.code')}
        error={form.errorOf('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        width={10}
      />
      <ButtonGroup>
        <Button type="submit" busy={form.formState.isSubmitting}>
          {t('newEmail.prove')}
        </Button>
        <Button kind="quiet" onClick={onAgain}>
          {t('newEmail.again')}
        </Button>
      </ButtonGroup>
    </form>
  )
}
