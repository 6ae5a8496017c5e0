import { addressOf, identityContract, signInForm } from '@howcanwe/shared/identity'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { fieldErrorsOf } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useAcceptSession } from '../../lib/session.ts'
import { Button, Checkboxes, ErrorSummary, TextField } from '../../ui/index.ts'
import { SixDigitsStep } from './six-digits-step.tsx'

interface Asked {
  requestId: string
  minutes: number
  /** As it was typed. */
  to: string
  by: 'email' | 'text'
}

export interface SignInFormProps {
  /** Whether six digits can be texted here. */
  texts: boolean
}

/**
 * Asks for an address or a number, then for the six digits that arrive there. The page moves on once somebody is
 * signed in.
 */
export function SignInForm({ texts }: SignInFormProps) {
  const [asked, setAsked] = useState<Asked | null>(null)
  return asked ? (
    <CodeStep asked={asked} onAgain={() => setAsked(null)} />
  ) : (
    <AddressStep texts={texts} onAsked={setAsked} />
  )
}

interface AddressStepProps extends SignInFormProps {
  onAsked: (asked: Asked) => void
}

/** The form, and what sending it does. */
function useAddress({ texts, onAsked }: AddressStepProps) {
  const { t, i18n } = useTranslation('identity')
  const call = useCall()
  const schema = useMemo(() => signInForm(texts), [texts])
  const form = useSchemaForm({
    schema,
    ns: 'identity',
    defaultValues: { address: '', sharedComputer: false },
  })
  const send = form.handleSubmit(async () => {
    const { address, sharedComputer } = form.getValues()
    const way = addressOf(address)
    const language = i18n.language === 'nl' ? 'nl' : 'en'
    try {
      const body = { ...way, sharedComputer, language } as const
      const { requestId, minutes } = await call(identityContract.askToSignIn, { body })
      onAsked({ requestId, minutes, to: address.trim(), by: 'email' in way ? 'email' : 'text' })
    } catch (error) {
      if (fieldErrorsOf(error).length === 0) form.refuse(error)
      else form.setError('address', { type: 'invalid', message: t('errors.address.invalid') })
    }
  })
  return { form, send }
}

function AddressStep(props: AddressStepProps) {
  const { t } = useTranslation('identity')
  const { form, send } = useAddress(props)
  const words = props.texts ? 'either' : 'email'
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary} />
      <TextField
        {...form.register('address')}
        label={t(`${words}.label`)}
        hint={t(`${words}.hint`)}
        seenBy={t('email.seenBy')}
        error={form.errorOf('address')}
        type="text"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
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
        {t(`${words}.send`)}
      </Button>
    </form>
  )
}

function CodeStep({ asked, onAgain }: { asked: Asked; onAgain: () => void }) {
  const { t } = useTranslation('identity')
  const call = useCall()
  const accept = useAcceptSession()
  const { by, to, minutes } = asked
  return (
    <SixDigitsStep
      requestId={asked.requestId}
      sent={t(`code.${by}.sent`, { to, count: minutes })}
      label={t(`code.${by}.label`)}
      hint={t(`code.${by}.hint`)}
      press={t('code.send')}
      again={t('code.again')}
      onDigits={async (body) => accept(await call(identityContract.useCode, { body }))}
      onAgain={onAgain}
    />
  )
}
