import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../lib/format.ts'
import { type Fact, Facts, SideNote } from '../../../ui/index.ts'
import { countOf } from './body.ts'
import { offerTyped } from './offer-section.tsx'
import type { Composer } from './use-composer.ts'

/** What is offered and what is asked, added up while it is typed (CH5). */
export function AskNote({ composer, price }: { composer: Composer; price: ReactNode }) {
  const { t } = useTranslation('challenges')
  const { money, number } = useFormats()
  const { values } = composer
  const hours = countOf(values.hoursPerMonth) ?? 0
  const facts: Fact[] = [
    { key: 'offer', label: t('total.youOffer'), value: money(offerTyped(values)) },
    {
      key: 'hours',
      label: t('total.youAsk', { places: values.cohortSize }),
      value: t('total.hoursPerMonth', { hours: number(hours * Number(values.cohortSize)) }),
    },
  ]
  return (
    <SideNote title={t('total.title')}>
      <Facts facts={facts} size="s" />
      {price}
    </SideNote>
  )
}
