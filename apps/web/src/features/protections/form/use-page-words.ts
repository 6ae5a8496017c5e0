import type { Place } from '@howcanwe/shared/places'
import type { ProtectionDraft } from '@howcanwe/shared/protections'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../lib/format.ts'
import { penceOf } from '../../../lib/pence.ts'
import { onePage } from './one-page.ts'
import { bodyOf, type Values } from './values.ts'

/** Puts the page together in the language of the interface. */
export function useOnePage(
  decidedBy: ProtectionDraft['decidedBy'],
  areas: Place['areas'],
): (values: Values) => string {
  const { t } = useTranslation('protections')
  const { money, date, list } = useFormats()
  return (values) => {
    const named = areas.filter(({ id }) => values.areaIds.includes(id)).map(({ name }) => name)
    const where = named.length > 0 ? t('page.in', { areas: list(named) }) : t('page.everywhere')
    const day = bodyOf(values).body.reviewOn
    return onePage(values, {
      opening: (title) => t('page.opening', { organisation: decidedBy.organisation, where, title }),
      heading: (part) => t(`page.${part}`),
      money: (typed) => {
        const pence = penceOf(typed)
        return pence ? t('page.money', { money: money(pence) }) : ''
      },
      reviewOn: () => (day ? t('page.reviewOn', { day: date(day) }) : ''),
    })
  }
}
