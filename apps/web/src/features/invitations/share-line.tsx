import type { Result } from '@howcanwe/shared/http'
import {
  type invitationsContract,
  nextTenth,
  type Share,
  shortAtTenth,
} from '@howcanwe/shared/invitations'
import { isSmall } from '@howcanwe/shared/matching'
import { useTranslation } from 'react-i18next'

const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((100 * part) / whole)

export interface ShareLineProps {
  invited: Result<typeof invitationsContract.list>['items']
  /** Those ticked now, and the small ones among them. */
  ticked: Share
  eligible: Share
}

/** FR-05: small ones among the invited, against small ones among those that fit, and what the next tenth asks for. */
export function ShareLine({ invited, ticked, eligible }: ShareLineProps) {
  const { t } = useTranslation('invitations')
  const small = invited.filter((i) => isSmall(i.incomeBand)).length
  const count = invited.length
  const theirs = `${percent(eligible.small, eligible.all)}%`
  const below = small * eligible.all < eligible.small * count
  return (
    <>
      <p className="govuk-body">
        {count === 0
          ? t('share.none', { eligible: theirs })
          : t('share.text', {
              small,
              count,
              share: `${percent(small, count)}%`,
              eligible: theirs,
            })}{' '}
        {below ? <strong>{t('share.below')}</strong> : null}
      </p>
      <NextTenth invited={{ all: count, small }} ticked={ticked} eligible={eligible} />
    </>
  )
}

/** Said while somebody chooses, so that nobody is refused after the work is done. */
function NextTenth({
  invited,
  ticked,
  eligible,
}: Record<'invited' | 'ticked' | 'eligible', Share>) {
  const { t } = useTranslation('invitations')
  const short = shortAtTenth(invited, ticked, eligible)
  const then = { all: invited.all + ticked.all, small: invited.small + ticked.small }
  const { tenth, missing, left } = nextTenth(then, eligible)
  const sentence = () => {
    if (short) return t('share.short', { count: short.missing })
    if (missing > left) return t('share.lost', { count: missing, tenth })
    return missing > 0 ? t('share.more', { count: missing, tenth }) : t('share.enough', { tenth })
  }
  const stops = short !== undefined || missing > left
  return (
    <p className="govuk-body" role="status">
      {stops ? <strong>{sentence()}</strong> : sentence()}
    </p>
  )
}
