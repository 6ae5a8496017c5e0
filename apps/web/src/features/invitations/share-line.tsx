import type { Result } from '@howcanwe/shared/http'
import type { invitationsContract } from '@howcanwe/shared/invitations'
import { isSmall } from '@howcanwe/shared/matching'
import { useTranslation } from 'react-i18next'

const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((100 * part) / whole)

export interface ShareLineProps {
  invited: Result<typeof invitationsContract.list>['items']
  eligible: { all: number; small: number }
}

/** FR-05: small ones among the invited, against small ones among those that fit. */
export function ShareLine({ invited, eligible }: ShareLineProps) {
  const { t } = useTranslation('invitations')
  const small = invited.filter((i) => isSmall(i.incomeBand)).length
  const count = invited.length
  const theirs = `${percent(eligible.small, eligible.all)}%`
  if (count === 0) return <p className="govuk-body">{t('share.none', { eligible: theirs })}</p>
  const below = small * eligible.all < eligible.small * count
  return (
    <p className="govuk-body">
      {t('share.text', { small, count, share: `${percent(small, count)}%`, eligible: theirs })}{' '}
      {below ? <strong>{t('share.below')}</strong> : null}
    </p>
  )
}
