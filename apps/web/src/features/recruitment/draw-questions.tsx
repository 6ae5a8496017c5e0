import type { EnterName, Recruitment } from '@howcanwe/shared/recruitment'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkboxes, Radios } from '../../ui/index.ts'

/** Answers by question; an empty one is left open. */
export type Answers = Record<string, string>

/** As they are sent: only what was answered. */
export const given = (answers: Answers): EnterName['answers'] =>
  Object.entries(answers)
    .filter(([, feature]) => feature)
    .map(([category, feature]) => ({ category, feature }))

/** Whether one of the answers needs a yes of its own. */
export const saysSensitive = ({ categories }: Recruitment, answers: Answers): boolean =>
  categories.some(({ name, special }) => special && answers[name])

export interface SensitiveYesProps {
  /** What it means, word for word. */
  sentences: ReactNode
  agrees: boolean
  onAgrees: (agrees: boolean) => void
}

/** The yes of its own for answers about health, ethnic origin, belief and the like. */
export function SensitiveYes({ sentences, agrees, onAgrees }: SensitiveYesProps) {
  const { t } = useTranslation('recruitment')
  return (
    <>
      {sentences}
      <Checkboxes
        name="special-consent"
        legend={<span className="govuk-visually-hidden">{t('name.special')}</span>}
        value={agrees ? ['yes'] : []}
        onChange={(event) => onAgrees(event.target.checked)}
        choices={[{ value: 'yes', label: t('name.specialConsent') }]}
      />
    </>
  )
}

export interface QuestionsProps {
  recruitment: Recruitment
  answers: Answers
  onAnswers: (answers: Answers) => void
}

/** What the draw asks, each to be left open: the same on the screen, at the desk and on paper. */
export function Questions({ recruitment, answers, onAnswers }: QuestionsProps) {
  const { t } = useTranslation('recruitment')
  return (
    <section>
      <h2 className="govuk-heading-m">{t('name.questions')}</h2>
      <p className="govuk-body">{t('name.questionsHint')}</p>
      {recruitment.categories.map(({ name, special, features }, at) => (
        <Radios
          key={name}
          name={`answer-${at}`}
          legend={name}
          hint={special ? t('name.special') : undefined}
          value={answers[name] ?? ''}
          onChange={(event) => onAnswers({ ...answers, [name]: event.target.value })}
          choices={[
            ...features.map((one) => ({ value: one.name, label: one.name })),
            { value: '', label: t('name.leaveOpen') },
          ]}
        />
      ))}
    </section>
  )
}
