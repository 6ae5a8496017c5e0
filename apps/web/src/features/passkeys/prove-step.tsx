import { passkeysContract as contract } from '@howcanwe/shared/passkeys'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, Details, Notice } from '../../ui/index.ts'
import { knowsPasskeys, library, NothingGiven, sign } from './ceremony.ts'
import { DigitsStep } from './digits-step.tsx'
import { useWays } from './passkeys.queries.ts'
import { RecoveryStep } from './recovery-step.tsx'

export interface ProveStepProps {
  /** It is them: go on with what they wanted. */
  onProven: () => void
  /** They would rather not, now. */
  onLeave?: (() => void) | undefined
  /** Only a passkey or a recovery code will do: a role waits for it. */
  factor?: boolean
  /** Where somebody without a passkey adds one. */
  add: ReactNode
}

/** In the page, where somebody stands: show that it is you, and what you wanted goes on. */
export function ProveStep({ onProven, onLeave, factor = false, add }: ProveStepProps) {
  const { t } = useTranslation('passkeys')
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const ways = useWays()
  const client = useQueryClient()
  const opened = onLeave !== undefined
  useEffect(() => {
    // Where it opened beside what was pressed; where it stands instead of a page, the page's own heading has the focus.
    if (opened) heading.current?.focus()
    void library()
  }, [opened])
  const proven = async () => {
    await client.invalidateQueries({ queryKey: ['session'] })
    onProven()
  }
  return (
    <section aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1} className="govuk-heading-m">
        {t('prove.title')}
      </h2>
      <Loaded query={ways} lines={2}>
        {({ passkey, digits }) => {
          if (passkey) {
            const asked = { passkey, at: ways.dataUpdatedAt }
            return <WithPasskey asked={asked} again={ways.refetch} onProven={proven} />
          }
          if (factor) return <NoneYet add={add} />
          return digits ? <DigitsStep channel={digits} onProven={proven} /> : <NoneYet add={add} />
        }}
      </Loaded>
      {onLeave ? (
        <Button kind="quiet" onClick={onLeave}>
          {t('prove.leave')}
        </Button>
      ) : null}
    </section>
  )
}

type Ways = NonNullable<ReturnType<typeof useWays>['data']>
type Asked = { passkey: NonNullable<Ways['passkey']>; at: number }

/** What a passkey is to sign lasts five minutes; near the end it is asked anew. */
const LASTS_MS = 4 * 60_000

interface WithPasskeyProps {
  asked: Asked
  again: () => Promise<{ data: Ways | undefined }>
  onProven: () => void
}

function WithPasskey({ asked, again, onProven }: WithPasskeyProps) {
  const { t } = useTranslation(['passkeys', 'problems'])
  const call = useCall()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string>()
  const press = async () => {
    setBusy(true)
    setSaid(undefined)
    try {
      const isOld = Date.now() - asked.at > LASTS_MS
      const passkey = (isOld ? (await again()).data?.passkey : undefined) ?? asked.passkey
      await call(contract.confirm, { body: { credential: await sign(passkey) } })
      onProven()
    } catch (error) {
      setSaid(
        error instanceof NothingGiven
          ? t(`passkeys:prove.left.${error.left}`)
          : sentenceOf(t, error),
      )
      await again()
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {said ? <Notice key={said} kind="warning" heading={said} focus /> : null}
      <p className="govuk-body">{t('passkeys:prove.withPasskey')}</p>
      {knowsPasskeys() ? (
        <Button onClick={press} busy={busy}>
          {t('passkeys:prove.press')}
        </Button>
      ) : (
        <p className="govuk-body">{t('passkeys:unable')}</p>
      )}
      <Details summary={t('passkeys:prove.without')}>
        <RecoveryStep onProven={onProven} />
      </Details>
    </>
  )
}

function NoneYet({ add }: { add: ReactNode }) {
  const { t } = useTranslation('passkeys')
  return (
    <>
      <p className="govuk-body">{t('prove.noneYet')}</p>
      {add}
    </>
  )
}
