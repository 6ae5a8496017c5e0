import { type Device, identityContract } from '@howcanwe/shared/identity'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf, useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, Notice, SummaryList, type SummaryRow } from '../../ui/index.ts'
import { useDevices } from './identity.queries.ts'

/** Where somebody is signed in; each device but this one can be signed out, or all others at once. */
export function DeviceList() {
  const { t } = useTranslation(['identity', 'problems'])
  const call = useCall()
  const client = useQueryClient()
  const devices = useDevices()
  const [said, setSaid] = useState<{ kind: 'success' | 'warning'; text: string }>()
  const doing = async (work: () => Promise<string>) => {
    try {
      setSaid({ kind: 'success', text: await work() })
    } catch (error) {
      setSaid({ kind: 'warning', text: sentenceOf(t, error) })
    }
    await client.invalidateQueries({ queryKey: keyOf(identityContract.devices) })
  }
  const nameOf = (device: Device) => device.name ?? t('identity:devices.unknown')
  const end = (device: Device) =>
    doing(async () => {
      await call(identityContract.endDevice, { params: { sessionId: device.id } })
      return t('identity:devices.ended', { device: nameOf(device) })
    })
  const endOthers = () =>
    doing(async () => {
      const { ended } = await call(identityContract.endOtherDevices, { body: {} })
      return t('identity:devices.othersEnded', { count: ended })
    })
  return (
    <Loaded query={devices}>
      {({ items }) => (
        <>
          {said ? <Notice key={said.text} kind={said.kind} heading={said.text} focus /> : null}
          <SummaryList rows={items.map((device) => rowOf(device, nameOf(device), end))} />
          {items.some((d) => !d.here) ? (
            <Button kind="secondary" onClick={endOthers}>
              {t('identity:devices.others')}
            </Button>
          ) : (
            <p className="govuk-body">{t('identity:devices.only')}</p>
          )}
        </>
      )}
    </Loaded>
  )
}

const rowOf = (device: Device, name: string, end: (device: Device) => void): SummaryRow => ({
  key: device.id,
  label: name,
  value: <DeviceFacts device={device} />,
  action: device.here ? undefined : <EndDevice name={name} onClick={() => end(device)} />,
})

function EndDevice({ name, onClick }: { name: string; onClick: () => void }) {
  const { t } = useTranslation('identity')
  return (
    <Button kind="quiet" onClick={onClick} aria-label={t('devices.endOf', { device: name })}>
      {t('devices.end')}
    </Button>
  )
}

function DeviceFacts({ device }: { device: Device }) {
  const { t } = useTranslation('identity')
  const { moment } = useFormats()
  return (
    <>
      {device.here ? <strong>{t('devices.this')}. </strong> : null}
      {t('devices.used', { when: moment(device.lastUsedAt) })}
      <br />
      <span className="hcw-soft">
        {t('devices.since', { when: moment(device.startedAt) })}
        {device.sharedComputer ? `. ${t('devices.shared')}` : null}
      </span>
    </>
  )
}
