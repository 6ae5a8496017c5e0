import {
  type Person,
  type Plan,
  type SessionInside,
  sessionsContract,
} from '@howcanwe/shared/sessions'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Details, Select } from '../../ui/index.ts'
import { Refused } from './refused.tsx'
import { type At, useSessionAct } from './sessions.queries.ts'
import './sessions.scss'

const SAID = ['yes', 'maybe', 'no'] as const

const TO_COME: readonly SessionInside['state'][] = ['announced', 'access-check', 'confirmed']

interface PlanRepliesProps {
  plan: Plan
  session: Pick<SessionInside, 'state'>
  at: At
}

/** Who comes, by name; what somebody said by telephone is written down here. */
export function PlanReplies({ plan, session, at }: PlanRepliesProps) {
  const { t } = useTranslation('sessions')
  const isOver = !TO_COME.includes(session.state)
  if (isOver)
    return (
      <Details summary={t('plan.peopleThen')}>
        <People people={plan.people} answered={(person) => <SaidThen person={person} />} />
      </Details>
    )
  return (
    <section aria-labelledby="people">
      <h2 id="people" className="govuk-heading-m">
        {t('plan.people')}
      </h2>
      <People people={plan.people} answered={(person) => <Said person={person} at={at} />} />
    </section>
  )
}

interface PeopleProps {
  people: readonly Person[]
  answered: (person: Person) => ReactNode
}

function People({ people, answered }: PeopleProps) {
  const { t } = useTranslation('sessions')
  return (
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
        {people.map((person) => (
          <tr key={person.memberId} className="govuk-table__row">
            <th scope="row" className="govuk-table__header">
              {person.firstName}
              <span className="hcw-plan-people__who">
                {[person.reference, person.organisation || t(`from.${person.bloc}`)].join(', ')}
              </span>
            </th>
            <td className="govuk-table__cell">{answered(person)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What somebody had said before a session that is over: nothing can be changed any more. */
function SaidThen({ person: { reply, brings } }: { person: Person }) {
  const { t } = useTranslation('sessions')
  return (
    <>
      {t(reply ? `plan.reply.${reply}` : 'plan.notSaid')}
      {brings ? <p className="hcw-plan-people__who">{t('plan.brings')}</p> : null}
    </>
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
          ...SAID.map((value) => ({ value, label: t(`plan.reply.${value}`) })),
        ]}
      />
      {reply === 'waiting' ? (
        <p className="hcw-plan-people__who">{t('plan.reply.waiting')}</p>
      ) : null}
      {brings ? <p className="hcw-plan-people__who">{t('plan.brings')}</p> : null}
    </>
  )
}
