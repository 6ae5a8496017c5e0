import { identityContract } from '@howcanwe/shared/identity'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useAcceptSession } from '../../lib/session.ts'
import { Button, ButtonGroup, Checkboxes, ErrorSummary, TextField } from '../../ui/index.ts'

interface Asked {
  requestId: string
  email: string
  minutes: number
}

/** Asks for an address, then for the six digits that arrive there. The page moves on once somebody is signed in. */
export function SignInForm() {
  const [asked, setAsked] = useState<Asked | null>(null)
  return asked ? (
    <CodeStep asked={asked} onAgain={() => setAsked(null)} />
  ) : (
    <AddressStep onAsked={setAsked} />
  )
}

function AddressStep({ onAsked }: { onAsked: (asked: Asked) => void }) {
  const { t, i18n } = useTranslation('identity')
  const call = useCall()
  const form = useSchemaForm({
    schema: identityContract.askToSignIn.body,
    ns: 'identity',
    defaultValues: {
      email: '',
      sharedComputer: false,
      language: i18n.language === 'nl' ? 'nl' : 'en',
    },
  })
  const send = form.handleSubmit(async () => {
    const body = form.getValues()
    try {
      const { requestId, minutes } = await call(identityContract.askToSignIn, { body })
      onAsked({ requestId, minutes, email: body.email.trim() })
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary} />
      <TextField
        {...form.register('email')}
        label={t('email.label')}
        hint={t('email.hint')}
        seenBy={t('email.seenBy')}
        error={form.errorOf('email')}
        type="email"
        autoComplete="email"
        spellCheck={false}
        width={30}
      />
      <Checkboxes
        legend={t('shared.legend')}
        name="sharedComputer"
        choices={[{ value: 'yes', label: t('shared.label'), hint: t('shared.hint') }]}
        value={form.watch('sharedComputer') ? ['yes'] : []}
        onChange={async ({ target }) => form.setValue('sharedComputer', target.checked)}
      />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('email.send')}
      </Button>
    </form>
  )
}

function CodeStep({ asked, onAgain }: { asked: Asked; onAgain: () => void }) {
  const { t } = useTranslation('identity')
  const call = useCall()
  const accept = useAcceptSession()
  const form = useSchemaForm({
    schema: identityContract.useCode.body,
    ns: 'identity',
    defaultValues: { requestId: asked.requestId, code: '' },
  })
  const send = async (event: FormEvent) => {
    await form.handleSubmit(async () => {
      try {
        await accept(await call(identityContract.useCode, { body: form.getValues() }))
      } catch (error) {
        form.refuse(error)
      }
    })(event)
  }
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary} />
      <p className="govuk-body">{t('code.sent', { email: asked.email, count: asked.minutes })}</p>
      <TextField
        {...form.register('code')}
        label={t('code.label')}
        hint={t('code.hint')}
        error={form.errorOf('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        width={10}
      />
      <ButtonGroup>
        <Button type="submit" busy={form.formState.isSubmitting}>
          {t('code.send')}
        </Button>
        <Button kind="quiet" onClick={onAgain}>
          {t('code.again')}
        </Button>
      </ButtonGroup>
    </form>
  )
}
