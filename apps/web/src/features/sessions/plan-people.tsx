import {
  type Person,
  type Plan,
  type SessionInside,
  sessionsContract,
} from '@howcanwe/shared/sessions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Checkboxes, Details, Notice, Select } from '../../ui/index.ts'
import { Refused } from './refused.tsx'
import { type At, useSessionAct } from './sessions.queries.ts'
import './sessions.scss'

const SAID = ['yes', 'maybe', 'no'] as const

/** Who comes, by name; what somebody said by telephone is written down here. */
export function PlanPeople({ plan, at }: { plan: Plan; at: At }) {
  const { t } = useTranslation('sessions')
  return (
    <section aria-labelledby="people">
      <h2 id="people" className="govuk-heading-m">
        {t('plan.people')}
      </h2>
      <table className="govuk-table hcw-plan-people">
        <thead className="govuk-table__head">
          <tr>
            <th scope="col" className="govuk-table__header">
              {t('plan.name')}
            </th>
            <th scope="col" className="govuk-table__header">
              {t('plan.comes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.people.map((person) => (
            <tr key={person.memberId} className="govuk-table__row">
              <th scope="row" className="govuk-table__header">
                {person.firstName}
                <span className="hcw-plan-people__who">
                  {[person.reference, person.organisation || t(`from.${person.bloc}`)].join(', ')}
                </span>
              </th>
              <td className="govuk-table__cell">
                <Said person={person} at={at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Said({ person, at }: { person: Person; at: At }) {
  const { t } = useTranslation('sessions')
  const act = useSessionAct()
  const { memberId, reply, brings } = person
  return (
    <>
      <Refused error={act.error} />
      <Select
        name={`reply-${memberId}`}
        label={
          <span className="govuk-visually-hidden">
            {t('plan.said', { name: person.firstName })}
          </span>
        }
        value={reply === 'waiting' ? 'yes' : (reply ?? '')}
        onChange={async ({ target }) => {
          const answer = SAID.find((value) => value === target.value)
          if (!answer) return
          const params = { ...at, memberId }
          act.mutate((call) =>
            call(sessionsContract.replyFor, { params, body: { answer, brings } }),
          )
        }}
        options={[
          { value: '', label: t('plan.notSaid') },
          ...SAID.map((value) => ({ value, label: t(`list.reply.${value}`) })),
        ]}
      />
      {reply === 'waiting' ? (
        <p className="hcw-plan-people__who">{t('list.reply.waiting')}</p>
      ) : null}
      {brings ? <p className="hcw-plan-people__who">{t('plan.brings')}</p> : null}
    </>
  )
}

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
