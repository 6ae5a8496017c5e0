import { type Decision, decisionsContract } from '@howcanwe/shared/decisions'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { useFaults } from '../../lib/use-faults.ts'
import { Button, Details, ErrorSummary, Notice, TextField } from '../../ui/index.ts'
import { useAct } from './decisions.queries.ts'

type Version = Decision['versions'][number]

/** That residents stopped the clock, until when, and why; below it, the extra session they are owed. */
export function Held({ version, children }: { version: Version; children: ReactNode }) {
  const { t } = useTranslation('decisions')
  const { day } = useFormats()
  const { until, reasons } = version.hold
  if (!until) return null
  return (
    <Notice heading={t('hold.stopped', { day: day(new Date(until.getTime() - 1)) })}>
      <ul className="govuk-list govuk-list--bullet">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {children}
    </Notice>
  )
}

/** A resident asks for more time; when enough have, the clock stops. */
export function HoldForm({ decision, version }: { decision: Decision; version: Version }) {
  const { t } = useTranslation(['decisions', 'problems'])
  const [reason, setReason] = useState('')
  const faults = useFaults('decisions')
  const params = { decisionId: decision.id }
  const act = useAct((call, body: { version: number; reason: string }) =>
    call(decisionsContract.hold, { params, body }),
  )
  const { calls, needed, mine } = version.hold
  const send = () => {
    const body = { version: version.number, reason }
    if (faults.check(decisionsContract.hold.body, body))
      act.mutate(body, { onError: faults.refuse })
  }
  const asked = t('hold.asked', { calls, needed })
  if (mine && act.isSuccess) return <Notice kind="success" heading={asked} focus />
  if (mine) return <p className="govuk-body">{asked}</p>
  return (
    <Details summary={t('hold.title')}>
      <ErrorSummary errors={faults.summary} />
      <p className="govuk-body">{t('hold.text', { count: needed })}</p>
      {calls > 0 ? <p className="govuk-body">{t('hold.calls', { calls, needed })}</p> : null}
      <TextField
        name="reason"
        label={t('hold.reason')}
        value={reason}
        error={faults.of('reason')}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button kind="secondary" busy={act.isPending} onClick={send}>
        {t('hold.send')}
      </Button>
    </Details>
  )
}
