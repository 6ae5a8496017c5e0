import type { AnswerGiven } from '@howcanwe/shared/cohorts'
import { useTranslation } from 'react-i18next'
import { SummaryList } from '../../ui/index.ts'

/** What was seen on each point, and the next step: as it was told, word for word. */
export function Points({ answer }: { answer: Pick<AnswerGiven, 'criteria' | 'nextStep'> }) {
  const { t } = useTranslation('cohorts')
  const rows = answer.criteria.map(({ position, name, sentence }) => ({
    key: String(position),
    label: name,
    value: sentence,
  }))
  const { nextStep } = answer
  const step = nextStep
    ? [
        {
          key: 'step',
          label: t('steps.label'),
          value: (
            <>
              <strong>{t(`steps.${nextStep.kind}`)}</strong>
              <br />
              {nextStep.note}
            </>
          ),
        },
      ]
    : []
  return <SummaryList rows={[...rows, ...step]} />
}
