import { type Plan, type SessionInside, sessionsContract } from '@howcanwe/shared/sessions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Checkboxes, Details, Notice } from '../../ui/index.ts'
import { Refused } from './refused.tsx'
import { type At, useSessionAct } from './sessions.queries.ts'
import './sessions.scss'

/** People no letter reaches, until somebody has rung. */
export function PlanRings({ plan, at }: { plan: Plan; at: At }) {
  const { t } = useTranslation('sessions')
  const act = useSessionAct()
  const left = plan.rings.filter(({ rung }) => !rung)
  if (left.length === 0) return null
  return (
    <section aria-labelledby="rings">
      <h2 id="rings" className="govuk-heading-m">
        {t('plan.rings')}
      </h2>
      <p className="govuk-body">{t('plan.ringsText')}</p>
      <Refused error={act.error} />
      <ul className="hcw-plan-list">
        {left.map(({ memberId, about, firstName, contact }) => (
          <li key={`${memberId}${about}`}>
            <p className="hcw-ticks__name">{firstName}</p>
            <p className="govuk-body">
              {contact}
              <br />
              {t(`ring.${about}`)}
            </p>
            <Button
              kind="secondary"
              busy={act.isPending}
              onClick={() =>
                act.mutate((call) =>
                  call(sessionsContract.rung, { params: at, body: { memberId, about } }),
                )
              }
            >
              {t('plan.rung', { name: firstName })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the sign-in sheet says, typed in. */
export function PlanSheet({ plan, session, at }: { plan: Plan; session: SessionInside; at: At }) {
  const { t } = useTranslation('sessions')
  const act = useSessionAct()
  const [came, setCame] = useState(() =>
    plan.people
      .filter((p) => p.came ?? (p.came === null && p.reply === 'yes'))
      .map((p) => p.memberId),
  )
  const hasBegun = session.startsAt.getTime() <= Date.now()
  if (!hasBegun || session.state === 'cancelled') return null
  return (
    <Details summary={t('plan.sheet.title')}>
      <Refused error={act.error} />
      {act.isSuccess ? <Notice kind="success" heading={t('plan.sheet.kept')} focus /> : null}
      <Checkboxes
        name="came"
        legend={t('plan.sheet.came')}
        value={came}
        choices={plan.people.map((p) => ({
          value: p.memberId,
          label: p.firstName,
          hint: p.reference,
        }))}
        onChange={async ({ target }) =>
          setCame((now) =>
            target.checked ? [...now, target.value] : now.filter((id) => id !== target.value),
          )
        }
      />
      <Button
        busy={act.isPending}
        onClick={() =>
          act.mutate((call) => call(sessionsContract.attend, { params: at, body: { came } }))
        }
      >
        {t('plan.sheet.send')}
      </Button>
    </Details>
  )
}
