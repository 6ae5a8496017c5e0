import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { SummaryList } from '../../ui/index.ts'
import type { Answers } from './answers.ts'

/** The five answers and the conflict tick, given back as they will be read. */
export function AnswersSummary({ answers }: { answers: Answers }) {
  const { t } = useTranslation(['interests', 'organisations'])
  const { day, list } = useFormats()
  const none = t('interests:summary.none')
  const joined = (...parts: (string | false | null | undefined)[]) =>
    parts.filter((part) => part !== '' && typeof part === 'string').join('. ') || none
  const hours = t('interests:summary.hours', { count: answers.hoursPerMonth })
  return (
    <SummaryList
      rows={[
        { key: 'why', label: t('interests:summary.why'), value: answers.why },
        {
          key: 'bring',
          label: t('interests:summary.bring'),
          value: joined(
            list(answers.bring.map((skill) => t(`organisations:skills.${skill}`))),
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
          value: joined(
            list(answers.need.map((one) => t(`organisations:possibleWith.${one}`))),
            answers.needNote,
          ),
        },
        {
          key: 'together',
          label: t('interests:summary.together'),
          value: joined(
            t(`interests:together.${answers.together}`),
            answers.together === 'with' && answers.togetherWith,
          ),
        },
        {
          key: 'conflict',
          label: t('interests:summary.conflict'),
          value: answers.conflict
            ? joined(t('interests:summary.yes'), answers.conflictNote)
            : t('interests:summary.no'),
        },
      ]}
    />
  )
}
