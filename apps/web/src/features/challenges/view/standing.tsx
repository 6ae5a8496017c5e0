import { isBeforeOpening } from '@howcanwe/shared/challenges'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../lib/format.ts'
import { Notice } from '../../../ui/index.ts'
import type { Shown } from './shown.ts'

/** What somebody who comes after the closing time should know first. Nothing while it is open. */
export function Standing({ challenge }: { challenge: Shown }) {
  const { t } = useTranslation('challenges')
  const { date } = useFormats()
  const { state, resultsBy, withdrawnReason } = challenge
  if (state === 'open' || isBeforeOpening(state)) return null
  if (state === 'paused')
    return (
      <Notice
        heading={t('page.paused', {
          until: challenge.pausedUntil ? date(challenge.pausedUntil) : '',
        })}
      >
        <p className="govuk-body hcw-pre-line">{challenge.pausedReason}</p>
        <p className="govuk-body">{t('page.pausedTime')}</p>
      </Notice>
    )
  return (
    <Notice heading={t(`standing.${state}`, { on: resultsBy ? date(resultsBy) : '' })}>
      {state === 'withdrawn' && withdrawnReason ? (
        <p className="govuk-body hcw-pre-line">{withdrawnReason}</p>
      ) : null}
    </Notice>
  )
}
