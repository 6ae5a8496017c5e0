import { identityContract, type Me } from '@howcanwe/shared/identity'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import type { Prove } from '../../lib/prove.ts'
import { Button, ErrorSummary, Notice, TextField } from '../../ui/index.ts'
import { SixDigitsStep } from './six-digits-step.tsx'

interface Asked {
  requestId: string
  email: string
  minutes: number
}

/** Another address, proven by the six digits that arrive there, before anything changes. */
export function NewEmailForm({ me, prove }: { me: Me; prove: Prove }) {
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
        <p className="govuk-body">
          {me.email ? t('newEmail.now', { email: me.email }) : t('newEmail.none')}
        </p>
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
          prove={prove}
          onAsked={(a) => {
            setDone(false)
            setAsked(a)
          }}
        />
      )}
    </section>
  )
}

function Address({ prove, onAsked }: { prove: Prove; onAsked: (asked: Asked) => void }) {
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
        ...(await prove(() => call(identityContract.askForNewEmail, { body }))),
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
  const prove = async (body: { requestId: string; code: string }) => {
    client.setQueryData(['session'], await call(identityContract.proveNewEmail, { body }))
    onDone()
  }
  return (
    <SixDigitsStep
      requestId={asked.requestId}
      sent={t('newEmail.sent', { email: asked.email, count: asked.minutes })}
      label={t('newEmail.code')}
      press={t('newEmail.prove')}
      again={t('newEmail.again')}
      onDigits={prove}
      onAgain={onAgain}
    />
  )
}
