import { type Plan, type SessionInside, sessionsContract } from '@howcanwe/shared/sessions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Details, Notice, Select } from '../../ui/index.ts'
import { FiveTaps, type Question } from './felt-taps.tsx'
import { Refused } from './refused.tsx'
import { type At, useSessionAct } from './sessions.queries.ts'

/** The two taps of somebody who rang or left a strip of paper, typed in; nothing said before is shown. */
export function PlanFelt({ plan, session, at }: { plan: Plan; session: SessionInside; at: At }) {
  const { t } = useTranslation('sessions')
  const act = useSessionAct()
  const [memberId, setMember] = useState('')
  const [taps, setTaps] = useState<Partial<Record<Question, number>>>({})
  const [kept, setKept] = useState('')
  const [missed, setMissed] = useState(0)
  if (!session.felt.open) return null
  const { heard, changed } = taps
  const tap = (question: Question, value: number) => setTaps({ ...taps, [question]: value })
  const isWhole = memberId !== '' && heard !== undefined && changed !== undefined
  const send = () => {
    setMissed((before) => (isWhole ? 0 : before + 1))
    setKept('')
    if (!isWhole) return
    const name = plan.people.find((person) => person.memberId === memberId)?.firstName ?? ''
    const params = { ...at, memberId }
    act.mutate((call) => call(sessionsContract.feelFor, { params, body: { heard, changed } }), {
      onSuccess: () => {
        setKept(name)
        setMember('')
        setTaps({})
      },
    })
  }
  return (
    <Details summary={t('plan.felt.title')}>
      <p className="govuk-body">{t('plan.felt.text')}</p>
      <Refused error={act.error} />
      {missed > 0 ? (
        <Notice key={missed} kind="warning" heading={t('plan.felt.missing')} focus />
      ) : null}
      {kept && !act.error ? (
        <Notice kind="success" heading={t('plan.felt.done', { name: kept })} focus />
      ) : null}
      <Select
        name="felt-of"
        label={t('plan.felt.who')}
        value={memberId}
        onChange={async ({ target }) => setMember(target.value)}
        options={[
          { value: '', label: t('plan.felt.choose') },
          ...plan.people.map((p) => ({
            value: p.memberId,
            label: `${p.firstName}, ${p.reference}`,
          })),
        ]}
      />
      <FiveTaps question="heard" value={heard} tap={tap} />
      <FiveTaps question="changed" value={changed} tap={tap} />
      <Button kind="secondary" busy={act.isPending} onClick={send}>
        {t('plan.felt.send')}
      </Button>
    </Details>
  )
}
