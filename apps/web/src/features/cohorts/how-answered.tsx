import type { AnswersCount } from '@howcanwe/shared/cohorts'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { useAnswersOfPlace } from './cohorts.queries.ts'

/** How everybody was answered: cover (M7) and, from five voices on, worth (M8). */
export function HowAnswered({ answers }: { answers: AnswersCount }) {
  const { t } = useTranslation('cohorts')
  const { number } = useFormats()
  const { answered, notChosen, notChosenCovered, usefulness } = answers
  if (answered === 0) return null
  return (
    <>
      <h3 className="govuk-heading-s">{t('happened.answers')}</h3>
      <p className="govuk-body">
        {notChosen > 0
          ? t('happened.covered', { count: notChosen, covered: notChosenCovered })
          : t('happened.allChosen', { count: answered })}{' '}
        {usefulness
          ? t('happened.useful', {
              count: usefulness.count,
              median: number(usefulness.median),
            })
          : t('happened.tooFew')}
      </p>
    </>
  )
}

/** The same for a whole place and the last twelve months, where there was something to answer. */
export function AnswersOfPlace({ placeId }: { placeId: string }) {
  const { t } = useTranslation('cohorts')
  const { data } = useAnswersOfPlace(placeId)
  if (!data || data.answered === 0) return null
  return (
    <section className="hcw-part" aria-label={t('happened.place')}>
      <p className="govuk-hint">{t('happened.place')}</p>
      <HowAnswered answers={data} />
    </section>
  )
}
