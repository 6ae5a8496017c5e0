import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { SummaryList } from '../../ui/index.ts'
import type { Answers } from './answers.ts'

/** The five answers and the conflict tick, given back as they will be read. */
export function AnswersSummary({ answers }: { answers: Answers }) {
  const { t } = useTranslation(['interests', 'organisations'])
  const { day } = useFormats()
  const none = t('interests:summary.none')
  const lines = (...parts: (string | false | null | undefined)[]) => {
    const said = parts.filter((part) => typeof part === 'string' && part !== '')
    return said.length > 0 ? <Lines said={said as string[]} /> : none
  }
  const hours = t('interests:summary.hours', { count: answers.hoursPerMonth })
  return (
    <SummaryList
      rows={[
        { key: 'why', label: t('interests:summary.why'), value: answers.why },
        {
          key: 'bring',
          label: t('interests:summary.bring'),
          value: lines(
            ...answers.bring.map((skill) => t(`organisations:skills.${skill}`)),
            answers.bringNote,
          ),
        },
        {
          key: 'hours',
          label: t('interests:summary.time'),
          value: answers.fromWhen
            ? t('interests:summary.from', { hours, day: day(answers.fromWhen) })
            : hours,
        },
        {
          key: 'need',
          label: t('interests:summary.need'),
          value: lines(
            ...answers.need.map((one) => t(`organisations:possibleWith.${one}`)),
            answers.needNote,
          ),
        },
        {
          key: 'together',
          label: t('interests:summary.together'),
          value: lines(
            t(`interests:together.${answers.together}`),
            answers.together === 'with' && answers.togetherWith,
          ),
        },
        {
          key: 'conflict',
          label: t('interests:summary.conflict'),
          value: answers.conflict
            ? lines(t('interests:summary.yes'), answers.conflictNote)
            : t('interests:summary.no'),
        },
      ]}
    />
  )
}

/** Ticks under one another, and what was written last. */
function Lines({ said }: { said: readonly string[] }) {
  return (
    <>
      {said.map((line) => (
        <span key={line}>
          {line}
          <br />
        </span>
      ))}
    </>
  )
}
