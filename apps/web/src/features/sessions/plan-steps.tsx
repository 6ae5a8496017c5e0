import { type Plan, type SessionInside, sessionsContract } from '@howcanwe/shared/sessions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Details, TextArea } from '../../ui/index.ts'
import { Refused } from './refused.tsx'
import { StateTag } from './session-facts.tsx'
import { useSessionAct } from './sessions.queries.ts'
import './sessions.scss'

const NEXT = {
  announced: ['access-check', 'confirmed'],
  'access-check': ['confirmed'],
  confirmed: [],
  held: [],
  'notes-shared': ['closed'],
  paid: ['closed'],
  closed: [],
  cancelled: [],
} as const
const TO_COME = new Set(['announced', 'access-check', 'confirmed'])

/** How far the session has come, and the one step that is next. */
export function PlanSteps({ session, plan }: { session: SessionInside; plan: Plan }) {
  const { t } = useTranslation('sessions')
  const act = useSessionAct()
  const params = { groupId: session.groupId, sessionId: session.id }
  const open = plan.needs.filter((need) => need.open).length
  const hasBegun = session.startsAt.getTime() <= Date.now()
  const steps = TO_COME.has(session.state) && hasBegun ? (['held'] as const) : NEXT[session.state]
  return (
    <section aria-labelledby="course">
      <h2 id="course" className="govuk-heading-m">
        {t('plan.course')}
      </h2>
      <p className="govuk-body">
        <StateTag state={session.state} />
      </p>
      {TO_COME.has(session.state) ? (
        <p className="govuk-body">
          {open > 0
            ? t(hasBegun ? 'plan.openAfter' : 'plan.open', { count: open })
            : t('plan.noneOpen')}
        </p>
      ) : null}
      <Refused error={act.error} />
      <div className="hcw-plan-steps">
        {steps.map((to) => (
          <Button
            key={to}
            kind={to === 'access-check' ? 'secondary' : 'primary'}
            busy={act.isPending}
            onClick={() =>
              act.mutate((call) => call(sessionsContract.step, { params, body: { to } }))
            }
          >
            {t(`plan.step.${to}`)}
          </Button>
        ))}
      </div>
      {TO_COME.has(session.state) ? <Cancel params={params} /> : null}
    </section>
  )
}

function Cancel({ params }: { params: { groupId: string; sessionId: string } }) {
  const { t } = useTranslation('sessions')
  const act = useSessionAct()
  const [why, setWhy] = useState('')
  return (
    <Details summary={t('plan.cancel.title')}>
      <p className="govuk-body">{t('plan.cancel.text')}</p>
      <Refused error={act.error} />
      <TextArea
        name="why"
        label={t('plan.cancel.why')}
        hint={t('plan.cancel.whyHint')}
        value={why}
        rows={2}
        maxCharacters={300}
        onChange={({ target }) => setWhy(target.value)}
      />
      <Button
        kind="warning"
        busy={act.isPending || why.trim() === ''}
        onClick={() =>
          act.mutate((call) => call(sessionsContract.cancel, { params, body: { why } }))
        }
      >
        {t('plan.cancel.send')}
      </Button>
    </Details>
  )
}
