import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../lib/format.ts'
import { type Fact, Facts, SideNote } from '../../../ui/index.ts'
import { countOf } from './body.ts'
import { offerTyped } from './offer-section.tsx'
import type { Composer } from './use-composer.ts'

const ANSWER_MINUTES = 10

/** What is offered and what is asked, added up while it is typed (the price tag of CH5, begun). */
export function AskNote({ composer }: { composer: Composer }) {
  const { t } = useTranslation('challenges')
  const { money, number, minutes } = useFormats()
  const { values } = composer
  const hours = countOf(values.hoursPerMonth) ?? 0
  const answers = countOf(values.expectedInterests) ?? 0
  const facts: Fact[] = [
    { key: 'offer', label: t('total.youOffer'), value: money(offerTyped(values)) },
    {
      key: 'hours',
      label: t('total.youAsk', { places: values.cohortSize }),
      value: t('total.hoursPerMonth', { hours: number(hours * Number(values.cohortSize)) }),
    },
    {
      key: 'answers',
      label: t('total.answering', { answers }),
      value: minutes(answers * ANSWER_MINUTES),
    },
  ]
  return (
    <SideNote title={t('total.title')}>
      <Facts facts={facts} size="s" />
    </SideNote>
  )
}
