import type { AnswerGiven } from '@howcanwe/shared/cohorts'
import type { Interest } from '@howcanwe/shared/interests'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/index.ts'
import { AnswerBack } from './answer-back.tsx'
import { NOTHING_YET } from './choices.ts'
import { useAnswersGiven } from './cohorts.queries.ts'
import { Comparison } from './comparison.tsx'
import { OneAnswer } from './one-answer.tsx'
import { Points } from './points.tsx'

export interface ToldProps {
  challengeId: string
  interests: readonly Interest[]
  publicLink: ReactNode
}

/** Afterwards: everyone has been told, what each of them was told, and what they asked back. */
export function Told({ challengeId, interests, publicLink }: ToldProps) {
  const { t } = useTranslation('cohorts')
  const { data } = useAnswersGiven(challengeId)
  const given = new Map(data?.items.map((one) => [one.interestId, one]))
  const chosen = interests.filter((i) => i.decision?.outcome === 'chosen').length
  const waiting = data?.items.filter((one) => one.questionBack?.answer === null).length ?? 0
  return (
    <>
      <Notice kind="success" heading={t('told.title')}>
        <p className="govuk-body">
          {t(chosen > 0 ? 'told.text' : 'told.none', { count: interests.length, chosen })}
        </p>
        {publicLink}
      </Notice>
      {waiting > 0 ? <Notice heading={t('back.waiting', { count: waiting })} /> : null}
      <Comparison interests={interests} choices={NOTHING_YET} />
      <h2 className="govuk-heading-l">{t('told.answers')}</h2>
      <ul className="hcw-notices">
        {interests.map((interest) => {
          const answer = given.get(interest.id)
          return (
            <OneAnswer key={interest.id} interest={interest}>
              <What interest={interest} given={answer} />
              {answer?.questionBack ? (
                <AnswerBack
                  challengeId={challengeId}
                  interestId={interest.id}
                  name={interest.organisation.name}
                  back={answer.questionBack}
                />
              ) : null}
            </OneAnswer>
          )
        })}
      </ul>
    </>
  )
}

function What({ interest, given }: { interest: Interest; given: AnswerGiven | undefined }) {
  const { t } = useTranslation('cohorts')
  if (!interest.decision) return null
  return (
    <>
      <p className="govuk-body">
        <strong>{t(`outcomes.${interest.decision.outcome}`)}</strong>
        <br />
        {interest.decision.reason}
      </p>
      {given ? <Points answer={given} /> : null}
    </>
  )
}
