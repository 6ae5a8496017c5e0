import { identityContract } from '@howcanwe/shared/identity'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { useAcceptSession } from '../../lib/session.ts'
import { Button, Notice } from '../../ui/index.ts'

/** The page behind the mail's link. Opening it does nothing, because mail scanners open links; the press does. */
export function LinkStep({ token, onSignedIn }: { token: string; onSignedIn: () => void }) {
  const { t } = useTranslation(['identity', 'problems'])
  const call = useCall()
  const accept = useAcceptSession()
  const [refusal, setRefusal] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const press = async () => {
    setBusy(true)
    try {
      await accept(await call(identityContract.useLink, { body: { token } }))
      onSignedIn()
    } catch (error) {
      setRefusal(error)
    } finally {
      setBusy(false)
    }
  }
  if (refusal) return <Notice kind="warning" heading={sentenceOf(t, refusal)} focus />
  return (
    <Button onClick={press} busy={busy}>
      {t('identity:link.press')}
    </Button>
  )
}
