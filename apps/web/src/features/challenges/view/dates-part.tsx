import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../lib/format.ts'
import { SummaryList } from '../../../ui/index.ts'
import { Section } from './section.tsx'
import type { Shown } from './shown.ts'

const MINUTE_MS = 60_000

/** Every date in the order it comes, and the hours asked of each organisation that is chosen. */
export function DatesPart({ challenge }: { challenge: Shown }) {
  const { t } = useTranslation('challenges')
  const formats = useFormats()
  const { hoursPerMonth, resultsBy, startsOn, endsOn } = challenge
  const row = (key: string, value: string | null) =>
    value === null ? [] : [{ key, label: t(`dates.${key}`), value }]
  const day = (when: string | null) => (when ? formats.day(when) : null)
  return (
    <Section title={t('part.dates')}>
      <SummaryList
        rows={[
          ...row('closes', challenge.closesAt ? formats.moment(challenge.closesAt) : null),
          ...(challenge.questionsUntil
            ? [
                {
                  key: 'questions',
                  label: t('page.questionsUntil'),
                  value: formats.moment(new Date(challenge.questionsUntil.getTime() - MINUTE_MS)),
                },
              ]
            : []),
          ...row('results', day(resultsBy)),
          ...row('starts', day(startsOn)),
          ...row('ends', day(endsOn)),
          ...row('hours', hoursPerMonth ? t('dates.hoursValue', { count: hoursPerMonth }) : null),
        ]}
      />
    </Section>
  )
}
