import { passkeysContract as contract } from '@howcanwe/shared/passkeys'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ButtonGroup, ErrorSummary, Notice, TextField } from '../../ui/index.ts'

interface DigitsStepProps {
  channel: 'email' | 'sms'
  onProven: () => void
}

/** Six digits to somebody's own address or number, sent when they press. */
export function DigitsStep({ channel, onProven }: DigitsStepProps) {
  const { t } = useTranslation(['passkeys', 'problems'])
  const call = useCall()
  const [requestId, setRequestId] = useState<string>()
  const [said, setSaid] = useState<string>()
  const [busy, setBusy] = useState(false)
  const ask = async () => {
    setBusy(true)
    setSaid(undefined)
    try {
      setRequestId((await call(contract.askDigits, { body: {} })).requestId)
    } catch (error) {
      setSaid(sentenceOf(t, error))
    } finally {
      setBusy(false)
    }
  }
  if (requestId)
    return <TheDigits key={requestId} {...{ channel, requestId, onProven }} again={ask} />
  return (
    <>
      {said ? <Notice key={said} kind="warning" heading={said} focus /> : null}
      <p className="govuk-body">{t(`passkeys:digits.lead.${channel}`)}</p>
      <Button onClick={ask} busy={busy}>
        {t('passkeys:digits.ask')}
      </Button>
    </>
  )
}

interface TheDigitsProps extends DigitsStepProps {
  requestId: string
  again: () => void
}

function TheDigits({ channel, requestId, onProven, again }: TheDigitsProps) {
  const { t } = useTranslation('passkeys')
  const call = useCall()
  const form = useSchemaForm({
    schema: contract.digits.body,
    ns: 'passkeys',
    defaultValues: { requestId, code: '' },
  })
  const send = form.handleSubmit(async () => {
    try {
      await call(contract.digits, { body: form.getValues() })
      onProven()
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary} />
      <p className="govuk-body" role="status">
        {t(`digits.sent.${channel}`)}
      </p>
      <TextField
        {...form.register('code')}
        label={t('digits.label')}
        error={form.errorOf('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        width={10}
      />
      <ButtonGroup>
        <Button type="submit" busy={form.formState.isSubmitting}>
          {t('digits.send')}
        </Button>
        <Button kind="quiet" onClick={again}>
          {t('digits.again')}
        </Button>
      </ButtonGroup>
    </form>
  )
}
