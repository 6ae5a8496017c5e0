import { passkeysContract as contract } from '@howcanwe/shared/passkeys'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { Button, TextField } from '../../ui/index.ts'
import { knowsPasskeys, library, make } from './ceremony.ts'

interface Added {
  kind: 'success'
  text: string
  codes: readonly string[] | null
}

const LONGEST_NAME = 40

/** One more passkey, on this device or one beside it. Its name may stay empty: the browser's is taken then. */
export function AddPasskey({ doing }: { doing: (work: () => Promise<Added>) => Promise<void> }) {
  const { t } = useTranslation('passkeys')
  const call = useCall()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  useEffect(() => void library(), [])
  if (!knowsPasskeys()) return <p className="govuk-body">{t('unable')}</p>
  const add = async (): Promise<Added> => {
    const credential = await make(await call(contract.begin, { body: {} }))
    const called = name.trim()
    const body = { credential, ...(called ? { name: called } : {}) }
    const { passkey, recoveryCodes } = await call(contract.add, { body })
    setName('')
    return { kind: 'success', text: t('added', { name: passkey.name }), codes: recoveryCodes }
  }
  const press = (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    void doing(add).finally(() => setBusy(false))
  }
  return (
    <form noValidate onSubmit={press}>
      <TextField
        name="passkey-name"
        label={t('name.label')}
        hint={t('name.hint')}
        optional
        autoComplete="off"
        maxLength={LONGEST_NAME}
        width={20}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button type="submit" busy={busy}>
        {t('add')}
      </Button>
    </form>
  )
}
