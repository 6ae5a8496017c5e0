import type { Challenge } from '@howcanwe/shared/challenges'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Facts } from '../../ui/index.ts'

/** The honest odds and what it costs, before the first question (EI2, FR-14). */
export function Odds({ challenge }: { challenge: Challenge }) {
  const { t } = useTranslation('interests')
  const { moment, minutes } = useFormats()
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
          value: t('odds.minutes', { minutes: minutes(challenge.answerMinutes) }),
        },
        { key: 'needs', label: t('odds.needs'), value: t('odds.nothing') },
        { key: 'closes', label: t('odds.closes'), value: moment(challenge.closesAt) },
      ]}
    />
  )
}
