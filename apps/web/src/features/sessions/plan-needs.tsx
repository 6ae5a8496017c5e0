import { type Plan, type SessionInside, sessionsContract } from '@howcanwe/shared/sessions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { Button, ButtonGroup, Tag, TextArea } from '../../ui/index.ts'
import { Refused } from './refused.tsx'
import { type At, useSessionAct } from './sessions.queries.ts'
import './sessions.scss'

type Need = Plan['needs'][number]
type Step = 'arranged' | 'confirmed' | 'explained' | 'met' | 'not-met'
const SORTED = new Set(['confirmed', 'explained', 'met'])

/** What people need, one by one. Nothing is shown before it is opened, and each opening is written down. */
export function PlanNeeds({ plan, session, at }: { plan: Plan; session: SessionInside; at: At }) {
  const { t } = useTranslation('sessions')
  const nameOf = (need: Need) => plan.people.find((p) => p.memberId === need.memberId)
  const due = plan.needs.filter((need) => nameOf(need)?.reply !== 'no')
  const others = plan.needs.length - due.length
  const hasBegun = session.startsAt.getTime() <= Date.now()
  return (
    <section aria-labelledby="needs">
      <h2 id="needs" className="govuk-heading-m">
        {t('plan.needs')}
      </h2>
      <p className="govuk-body">{t('plan.needsText')}</p>
      {due.length === 0 ? <p className="govuk-body">{t('plan.needsNone')}</p> : null}
      <ul className="hcw-plan-list">
        {due.map((need) => (
          <OneNeed
            key={need.id}
            need={need}
            name={nameOf(need)?.firstName ?? ''}
            at={at}
            hasBegun={hasBegun}
          />
        ))}
      </ul>
      {others > 0 ? (
        <p className="govuk-body hcw-soft">{t('plan.needsOthers', { count: others })}</p>
      ) : null}
    </section>
  )
}

interface OneProps {
  need: Need
  name: string
  at: At
  hasBegun: boolean
}

function OneNeed({ need, name, at, hasBegun }: OneProps) {
  const { t } = useTranslation('sessions')
  const call = useCall()
  const act = useSessionAct()
  const [opened, setOpened] = useState<{ words: string; arranged: string } | null>(null)
  const [words, setWords] = useState('')
  const params = { ...at, needId: need.id }
  const open = () =>
    act.mutate(async () => {
      setOpened(await call(sessionsContract.openNeed, { params, body: {} }))
    })
  const step = (state: Step) =>
    act.mutate(async () => {
      const body = { state, words: state === 'confirmed' || state === 'met' ? '' : words }
      await call(sessionsContract.setNeed, { params, body })
      if (body.words && opened) setOpened({ ...opened, arranged: body.words })
      setWords('')
    })
  return (
    <li className={SORTED.has(need.state) ? 'hcw-plan-list__done' : undefined}>
      <p className="hcw-ticks__name">{name}</p>
      <p className="govuk-body">
        <Tag tone={need.open ? 'caution' : 'pine'}>{t(`need.${need.state}`)}</Tag>
      </p>
      <Refused error={act.error} />
      {opened ? (
        <>
          <p className="govuk-body hcw-lines">{t('plan.said2', { words: opened.words })}</p>
          {opened.arranged ? (
            <p className="govuk-body hcw-lines">
              {t('needs.arranged', { words: opened.arranged })}
            </p>
          ) : null}
          <TextArea
            name={`arranged-${need.id}`}
            label={t(hasBegun ? 'plan.wentWrong' : 'plan.arrange')}
            hint={t('plan.arrangeHint')}
            rows={2}
            maxCharacters={400}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
          <Keys need={need} hasBegun={hasBegun} busy={act.isPending} step={step} />
        </>
      ) : (
        <Button kind="secondary" busy={act.isPending} onClick={open}>
          {t('plan.openNeed', { name })}
        </Button>
      )}
    </li>
  )
}

interface KeysProps {
  need: Need
  hasBegun: boolean
  busy: boolean
  step: (state: Step) => void
}

function Keys({ need, hasBegun, busy, step }: KeysProps) {
  const { t } = useTranslation('sessions')
  const before: Step[] =
    need.state === 'arranged' ? ['arranged', 'confirmed', 'explained'] : ['arranged', 'explained']
  const steps = hasBegun ? (['met', 'not-met'] as const) : before
  return (
    <ButtonGroup>
      {steps.map((state, index) => (
        <Button
          key={state}
          kind={index === 0 ? 'primary' : 'secondary'}
          busy={busy}
          onClick={() => step(state)}
        >
          {t(`plan.needStep.${state}`)}
        </Button>
      ))}
    </ButtonGroup>
  )
}
