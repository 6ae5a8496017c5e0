import { GROUP_STEPS, type GroupStep, type Inside } from '@howcanwe/shared/suggestions'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink, Details } from '../../ui/index.ts'
import { HomeworkLine } from './homework-line.tsx'
import { Press } from './press.tsx'
import { useSuggestions } from './suggestions.queries.ts'

const AFTER: Partial<Record<Inside['group']['state'], GroupStep>> = {
  convened: 'active',
  active: 'reporting-back',
  'reporting-back': 'homework-marked',
  'homework-marked': 'closed',
}

interface StepsProps {
  inside: Inside
  /** The form that announces a session; drawn only while one is to be announced. */
  announce: ReactNode
  /** Where a session is seen to. */
  toSession: (sessionId: string) => string
}

/** What whoever runs the group does at its end, one thing after the other. */
export function Steps({ inside, announce, toSession }: StepsProps) {
  const { t } = useTranslation('suggestions')
  const { moveOn } = useSuggestions()
  const { group, homework } = inside
  const next = AFTER[group.state]
  const waits = next === 'homework-marked' && !homework?.heldAt
  return (
    <section aria-labelledby="steps" className="hcw-steps">
      <h2 id="steps" className="govuk-heading-m">
        {t('steps.title')}
      </h2>
      <p className="govuk-body">{t('steps.now', { state: t(`steps.stateOf.${group.state}`) })}</p>
      {homework ? <HomeworkLine homework={homework} /> : null}
      {waits ? (
        homework?.meeting ? (
          <>
            <p className="govuk-hint">{t('steps.heldHint')}</p>
            <ButtonLink to={toSession(homework.meeting.id)}>{t('steps.toSession')}</ButtonLink>
          </>
        ) : (
          <Details summary={t('steps.plan')} open>
            <p className="govuk-body">{t('steps.planHint')}</p>
            {announce}
          </Details>
        )
      ) : null}
      {next && !waits && GROUP_STEPS.includes(next) ? (
        <>
          <p className="govuk-hint">{t(`steps.hintOf.${next}`)}</p>
          <Press kind="primary" onPress={() => moveOn(group.id, next)}>
            {t(`steps.toOf.${next}`)}
          </Press>
        </>
      ) : null}
    </section>
  )
}
