import type { Challenge } from '@howcanwe/shared/challenges'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Facts } from '../../ui/index.ts'
import { useAnswerTimes, wholeMinutes } from './answer-time.tsx'

/** The honest odds and what it costs, before the first question (EI2, FR-14). */
export function Odds({ challenge }: { challenge: Challenge }) {
  const { t } = useTranslation('interests')
  const { moment, minutes } = useFormats()
  const measured = useAnswerTimes(challenge.placeId).data?.place
  const places = t('odds.places', { count: challenge.cohortSize })
  const expected = challenge.expectedInterests
  return (
    <Facts
      facts={[
        {
          key: 'odds',
          label: t('odds.label'),
          value: expected
            ? t('odds.expected', { places, count: expected })
            : t('odds.notKnown', { places }),
        },
        {
          key: 'time',
          label: t('odds.time'),
          value: measured
            ? t('start.measured', { minutes: minutes(wholeMinutes(measured.p50Seconds)) })
            : t('odds.minutes', { minutes: minutes(challenge.answerMinutes) }),
        },
        { key: 'needs', label: t('odds.needs'), value: t('odds.nothing') },
        { key: 'closes', label: t('odds.closes'), value: moment(challenge.closesAt) },
      ]}
    />
  )
}

/** Who reads it and when one hears, before anything is asked (FR-14). */
export function WhoReads({ challenge }: { challenge: Challenge }) {
  const { t } = useTranslation('interests')
  const { moment, day } = useFormats()
  const { person, organisation } = challenge.asker
  const facts = { person, organisation, closes: moment(challenge.closesAt) }
  return (
    <section>
      <h2 className="govuk-heading-m">{t('start.whoTitle')}</h2>
      <p className="govuk-body">
        {challenge.resultsBy
          ? t('start.hearBy', { ...facts, day: day(challenge.resultsBy) })
          : t('start.hear', facts)}
      </p>
    </section>
  )
}
