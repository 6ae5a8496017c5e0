import type { Result } from '@howcanwe/shared/http'
import {
  type invitationsContract,
  nextTenth,
  type Share,
  shortAtTenth,
  waysOut,
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

type Shares = Record<'invited' | 'ticked' | 'eligible', Share>

/** Said while somebody chooses, so that nobody is refused after the work is done. */
function NextTenth({ invited, ticked, eligible }: Shares) {
  const { t } = useTranslation('invitations')
  const then = { all: invited.all + ticked.all, small: invited.small + ticked.small }
  const { tenth, missing, onlySmall } = nextTenth(then, eligible)
  const short = shortAtTenth(invited, ticked, eligible)
  const sentence = () => {
    if (short) return t(`share.${short.kind}`, { tenth: short.tenth })
    if (onlySmall) return t('share.onlySmall', { tenth })
    return missing > 0 ? t('share.more', { count: missing, tenth }) : t('share.enough', { tenth })
  }
  return (
    <p className="govuk-body" role="status">
      {short || onlySmall ? <strong>{sentence()}</strong> : sentence()}
      {short ? <Instead {...{ invited, ticked, eligible }} /> : null}
    </p>
  )
}

/** What to choose instead of a batch that would be refused. */
function Instead({ invited, ticked, eligible }: Shares) {
  const { t } = useTranslation('invitations')
  const { fewer, more } = waysOut(invited, ticked, eligible)
  const all = fewer === ticked.all - ticked.small
  return (
    <>
      {' '}
      {all ? t('share.untickAll') : t('share.untick', { count: fewer })}
      {more === undefined ? null : ` ${t('share.orTick', { count: more })}`}
    </>
  )
}
