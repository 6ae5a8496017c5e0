import type { JointInterest } from '@howcanwe/shared/joint-interests'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonGroup, Radios } from '../../ui/index.ts'
import type { JointSteps } from './joint.queries.ts'
import { Refused } from './refused.tsx'

interface Props {
  joint: JointInterest
  steps: JointSteps
}

/** The ways out: leave, let another convene, take it back. */
export function Leaving({
  joint,
  steps,
  onLeft,
}: Props & { onLeft: (challengeSlug: string) => void }) {
  const { t } = useTranslation('joint-interests')
  const { can } = joint
  if (!can.leave && !can.takeBack) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('leave.title')}</h2>
      {can.takeBack ? (
        <Sure
          ask={t('send.back')}
          sure={t('send.backSure')}
          yes={t('send.back')}
          busy={steps.takeBack.isPending}
          onYes={() => steps.takeBack.mutate()}
        />
      ) : null}
      <Refused error={steps.takeBack.error} />
      {can.convene && joint.state === 'forming' ? <HandOver joint={joint} steps={steps} /> : null}
      {can.leave ? (
        <Sure
          ask={t('leave.go')}
          sure={t('leave.sure')}
          yes={t('leave.yes')}
          busy={steps.leave.isPending}
          onYes={() =>
            steps.leave.mutate(undefined, {
              onSuccess: ({ challengeSlug }) => onLeft(challengeSlug),
            })
          }
        />
      ) : null}
      <Refused error={steps.leave.error} />
    </section>
  )
}

function Sure({
  ask,
  sure,
  yes,
  busy,
  onYes,
}: {
  ask: string
  sure: string
  yes: string
  busy: boolean
  onYes: () => void
}) {
  const { t } = useTranslation('joint-interests')
  const [asked, setAsked] = useState(false)
  if (!asked)
    return (
      <Button kind="secondary" onClick={() => setAsked(true)}>
        {ask}
      </Button>
    )
  return (
    <>
      <p className="govuk-body" role="status">
        {sure}
      </p>
      <ButtonGroup>
        <Button kind="warning" onClick={onYes} busy={busy}>
          {yes}
        </Button>
        <Button kind="secondary" onClick={() => setAsked(false)}>
          {t('leave.no')}
        </Button>
      </ButtonGroup>
    </>
  )
}

function HandOver({ joint, steps }: Props) {
  const { t } = useTranslation('joint-interests')
  const others = joint.members.filter((m) => !m.ours && m.state === 'joined')
  const [to, setTo] = useState('')
  if (others.length === 0) return null
  return (
    <>
      <Radios
        name="handOver"
        legend={t('leave.hand')}
        value={to}
        onChange={async ({ target }) => setTo(target.value)}
        choices={others.map(({ organisation }) => ({
          value: organisation.id,
          label: organisation.name,
        }))}
      />
      <Refused error={steps.handOver.error} />
      <Button
        kind="secondary"
        disabled={to === ''}
        busy={steps.handOver.isPending}
        onClick={() => steps.handOver.mutate(to)}
      >
        {t('leave.handGo')}
      </Button>
    </>
  )
}
