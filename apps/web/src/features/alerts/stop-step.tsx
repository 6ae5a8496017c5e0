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

function Press({ token, found, after }: { token: string; found: Stopped; after: ReactNode }) {
  const { t } = useTranslation(['alerts', 'problems'])
  const call = useCall()
  const [state, setState] = useState<'asked' | 'busy' | 'done'>(found.stopped ? 'done' : 'asked')
  const [refusal, setRefusal] = useState<unknown>()
  const what = t(`stop.what.${found.what}`)
  const press = async () => {
    setState('busy')
    try {
      await call(contract.stop, { body: { token } })
      setRefusal(undefined)
      setState('done')
    } catch (error) {
      setRefusal(error)
      setState('asked')
    }
  }
  if (state === 'done') {
    return (
      <>
        <Notice kind="success" heading={t('stop.done', { what })} focus>
          <p className="govuk-body">{t('stop.stays')}</p>
        </Notice>
        {after}
      </>
    )
  }
  return (
    <>
      {refusal ? <Notice kind="warning" heading={sentenceOf(t, refusal)} focus /> : null}
      <p className="govuk-body">
        {found.whose ? t('stop.whose', { what, whose: found.whose }) : t('stop.nobody', { what })}
      </p>
      <p className="govuk-body">{t('stop.others')}</p>
      <Button onClick={press} busy={state === 'busy'}>
        {t('stop.press')}
      </Button>
      <p className="govuk-body">{t('stop.stays')}</p>
    </>
  )
}
