import { passkeysContract as contract, type Passkey } from '@howcanwe/shared/passkeys'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf, useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, Notice, SummaryList, type SummaryRow } from '../../ui/index.ts'
import { AddPasskey } from './add-passkey.tsx'
import { NothingGiven } from './ceremony.ts'
import { usePasskeys } from './passkeys.queries.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

export interface PasskeysViewProps {
  /** Does a piece of work; where it is refused because it may be somebody else, asks them to show it and does it again. */
  prove: <T>(work: () => Promise<T>) => Promise<T>
}

interface Said {
  kind: 'success' | 'warning'
  text: string
  /** Shown this once. */
  codes?: readonly string[] | null
}

/** Somebody's own passkeys: add, remove, and codes for the day they are lost. */
export function PasskeysView({ prove }: PasskeysViewProps) {
  const { t } = useTranslation(['passkeys', 'problems'])
  const call = useCall()
  const client = useQueryClient()
  const passkeys = usePasskeys()
  const [said, setSaid] = useState<Said>()
  const doing = async (work: () => Promise<Said>) => {
    setSaid(undefined)
    try {
      setSaid(await prove(work))
    } catch (error) {
      const text =
        error instanceof NothingGiven ? t(`passkeys:left.${error.left}`) : sentenceOf(t, error)
      setSaid({ kind: 'warning', text })
    }
    await client.invalidateQueries({ queryKey: keyOf(contract.list) })
    await client.invalidateQueries({ queryKey: ['session'] })
  }
  const remove = ({ id, name }: Passkey) =>
    doing(async () => {
      await call(contract.remove, { params: { passkeyId: id } })
      return { kind: 'success', text: t('passkeys:removed', { name }) }
    })
  const renew = () =>
    doing(async () => {
      const { recoveryCodes } = await call(contract.newRecoveryCodes, { body: {} })
      return { kind: 'success', text: t('passkeys:codes.fresh'), codes: recoveryCodes }
    })
  return (
    <Loaded query={passkeys}>
      {({ items, recoveryCodesLeft, needed }) => (
        <>
          {said ? <Notice key={said.text} kind={said.kind} heading={said.text} focus /> : null}
          {said?.codes ? <RecoveryCodes codes={said.codes} /> : null}
          {needed && items.length === 0 ? (
            <Notice kind="warning" heading={t('passkeys:needed')} />
          ) : null}
          {items.length > 0 ? (
            <SummaryList rows={items.map((one) => rowOf(one, remove))} />
          ) : (
            <p className="govuk-body">{t('passkeys:none')}</p>
          )}
          <AddPasskey doing={doing} />
          {items.length > 0 ? <CodesLeft count={recoveryCodesLeft} renew={renew} /> : null}
        </>
      )}
    </Loaded>
  )
}

const rowOf = (one: Passkey, remove: (one: Passkey) => Promise<void>): SummaryRow => ({
  key: one.id,
  label: one.name,
  value: <Used passkey={one} />,
  action: <Remove name={one.name} onClick={() => remove(one)} />,
})

function Used({ passkey }: { passkey: Passkey }) {
  const { t } = useTranslation('passkeys')
  const { moment } = useFormats()
  return (
    <>
      {passkey.lastUsedAt ? t('used', { when: moment(passkey.lastUsedAt) }) : t('unused')}
      <br />
      <span className="hcw-soft">{t('since', { when: moment(passkey.createdAt) })}</span>
    </>
  )
}

function Remove({ name, onClick }: { name: string; onClick: () => Promise<void> }) {
  const { t } = useTranslation('passkeys')
  const [busy, setBusy] = useState(false)
  const press = () => {
    setBusy(true)
    void onClick().finally(() => setBusy(false))
  }
  return (
    <Button kind="quiet" busy={busy} onClick={press} aria-label={t('removeOf', { name })}>
      {t('remove')}
    </Button>
  )
}

function CodesLeft({ count, renew }: { count: number; renew: () => Promise<void> }) {
  const { t } = useTranslation('passkeys')
  const [busy, setBusy] = useState(false)
  const press = () => {
    setBusy(true)
    void renew().finally(() => setBusy(false))
  }
  return (
    <section>
      <h2 className="govuk-heading-m">{t('codes.title')}</h2>
      <p className="govuk-body">{t('codes.left', { count })}</p>
      <Button kind="secondary" busy={busy} onClick={press}>
        {t('codes.renew')}
      </Button>
    </section>
  )
}
