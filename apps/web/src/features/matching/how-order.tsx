import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import type { Matches } from './matching.queries.ts'

/** The size balance in numbers (FR-04). */
export function OrderBalance({ matches }: { matches: Matches }) {
  const { t } = useTranslation('matching')
  const { number } = useFormats()
  const { all, small } = matches.eligible
  const moved = matches.items.filter((m) => m.movedUp > 0).length
  return (
    <p className="govuk-body">
      {t('balance.order', {
        small: number(small),
        all: number(all),
        share: percent(small, all),
      })}{' '}
      {moved === 0 ? t('balance.movedNone') : t('balance.moved', { count: moved })}
    </p>
  )
}

/** '67%'; nothing out of nothing is nothing. */
const percent = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.round((100 * part) / whole)}%`
