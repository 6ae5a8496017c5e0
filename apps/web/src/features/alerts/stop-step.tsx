import { alertsContract as contract, type Stopped } from '@howcanwe/shared/alerts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, Notice } from '../../ui/index.ts'

/** Opening the link does nothing, because mail scanners open links; the press stops. `after`: what else there is. */
export function StopStep({ token, after }: { token: string; after: ReactNode }) {
  const call = useCall()
  const asked = useQuery({
    queryKey: ['stopping', token],
    queryFn: () => call(contract.stopping, { body: { token } }),
    retry: false,
    gcTime: 0,
  })
  return (
    <Loaded query={asked} lines={2}>
      {(found) => <Press token={token} found={found} after={after} />}
    </Loaded>
  )
}

type State = 'asked' | 'done' | 'back'

function Press({ token, found, after }: { token: string; found: Stopped; after: ReactNode }) {
  const { t } = useTranslation(['alerts', 'problems'])
  const call = useCall()
  const [now, setNow] = useState(found)
  const [state, setState] = useState<State>(found.stopped ? 'done' : 'asked')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>()
  const press = async (which: typeof contract.stop | typeof contract.hearAgain, then: State) => {
    setBusy(true)
    setRefusal(undefined)
    try {
      setNow(await call(which, { body: { token } }))
      setState(then)
    } catch (error) {
      setRefusal(error)
    }
    setBusy(false)
  }
  const refused = refusal ? <Notice kind="warning" heading={sentenceOf(t, refusal)} focus /> : null
  if (state === 'done')
    return (
      <Done of={now} busy={busy} refused={refused} onUndo={() => press(contract.hearAgain, 'back')}>
        {after}
      </Done>
    )
  return (
    <>
      {refused}
      {state === 'back' ? <Back of={now} /> : null}
      <Asked of={now} busy={busy} onStop={() => press(contract.stop, 'done')} />
    </>
  )
}

/** What the link would stop, whose it is, and the button. */
function Asked({ of, busy, onStop }: { of: Stopped; busy: boolean; onStop: () => void }) {
  const { t } = useTranslation('alerts')
  const what = t(`stop.what.${of.what}`)
  return (
    <>
      <p className="govuk-body">
        {of.whose ? t('stop.whose', { what, whose: of.whose }) : t('stop.nobody', { what })}
      </p>
      <p className="govuk-body">{t('stop.others')}</p>
      <Button onClick={onStop} busy={busy}>
        {t('stop.press')}
      </Button>
      <p className="govuk-body">{t('stop.stays')}</p>
    </>
  )
}

function Back({ of }: { of: Stopped }) {
  const { t } = useTranslation('alerts')
  return (
    <Notice kind="success" heading={t('stop.back', { what: t(`stop.what.${of.what}`) })} focus />
  )
}

interface DoneProps {
  of: Stopped
  busy: boolean
  refused: ReactNode
  onUndo: () => void
  children: ReactNode
}

/** It is done; whoever came by the very link that did it can take it back. */
function Done({ of, busy, refused, onUndo, children }: DoneProps) {
  const { t } = useTranslation('alerts')
  return (
    <>
      <Notice kind="success" heading={t('stop.done', { what: t(`stop.what.${of.what}`) })} focus>
        <p className="govuk-body">{t('stop.stays')}</p>
      </Notice>
      {refused}
      {of.canUndo ? (
        <>
          <p className="govuk-body">{t('stop.mistake')}</p>
          <Button kind="secondary" onClick={onUndo} busy={busy}>
            {t('stop.again')}
          </Button>
        </>
      ) : null}
      {children}
    </>
  )
}
