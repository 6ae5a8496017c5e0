import type { HeldField, HeldSection } from '@howcanwe/shared/identity'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { whereWordsAre } from './held-codes.ts'

/**
 * Says in words what a section keeps as a code (UK GDPR art. 12: intelligible). A code that nobody gave words to is
 * shown as it is, and marked as one.
 */
export function useHeldWords(): (
  section: HeldSection,
  field: HeldField,
  value: string,
) => ReactNode {
  const { t, i18n } = useTranslation('held')
  return (section, field, value) => {
    const where = whereWordsAre(section, field)
    if (!where) return value
    const key = where.map((one) => `held:${one}.${value}`).find((one) => i18n.exists(one))
    return key ? t(key) : <code key={value}>{value}</code>
  }
}
