import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../lib/format.ts'
import { Notice } from '../../../ui/index.ts'
import type { Shown } from './shown.ts'

/** What somebody who comes after the closing time should know first. Nothing while it is open. */
export function Standing({ challenge }: { challenge: Shown }) {
  const { t } = useTranslation('challenges')
  const { date } = useFormats()
  const { state, resultsBy, withdrawnReason } = challenge
  if (state === 'open' || state === 'draft') return null
  return (
    <Notice heading={t(`standing.${state}`, { on: resultsBy ? date(resultsBy) : '' })}>
      {state === 'withdrawn' && withdrawnReason ? (
        <p className="govuk-body hcw-pre-line">{withdrawnReason}</p>
      ) : null}
    </Notice>
  )
}
