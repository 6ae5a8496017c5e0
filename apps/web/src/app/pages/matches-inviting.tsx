import type { Challenge } from '@howcanwe/shared/challenges'
import type { Result } from '@howcanwe/shared/http'
import { isSmall, type Match, type matchingContract } from '@howcanwe/shared/matching'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useInvite, useInvited } from '../../features/invitations/invitations.queries.ts'
import { InviteBar } from '../../features/invitations/invite-bar.tsx'
import { InviteTick } from '../../features/invitations/invite-tick.tsx'
import { InvitedList } from '../../features/invitations/invited-list.tsx'
import { refusedOf } from '../../features/invitations/refusals.ts'
import { ShareLine } from '../../features/invitations/share-line.tsx'
import { type Ticked, useTicked } from '../../features/invitations/use-ticked.ts'
import { MatchList } from '../../features/matching/match-list.tsx'
import { useReasons } from '../../features/matching/use-reasons.ts'
import { OrganisationMark } from '../../features/organisations/sector.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { TakeAlong } from '../take-along.tsx'

export type Matches = Result<typeof matchingContract.forChallenge>

const smallAmong = ({ items }: Matches, ticked: readonly Ticked[]): number =>
  items.filter((m) => isSmall(m.incomeBand) && ticked.some((one) => one.id === m.id)).length

/** The list with its ticks, the one button under it, and who has been invited so far. */
export function Inviting({ challenge, matches }: { challenge: Challenge; matches: Matches }) {
  const { t } = useTranslation(['invitations', 'problems'])
  const place = usePlace()
  const list = useTicked()
  const invite = useInvite(challenge.id)
  const invited = useInvited(challenge.id)
  const [sent, setSent] = useState<readonly Ticked[]>([])
  const already = challenge.state === 'open' ? 'invited' : 'answered'
  const { why } = useReasons(already)
  const errors = refusedOf(t, invite.error, sent, (id) => list.of(id) !== undefined)
  const send = () => {
    setSent(list.ticked)
    invite.mutate(list.ticked, { onSuccess: list.clear })
  }
  const tick = (match: Match): ReactNode => {
    if (match.invited || match.interested || challenge.state !== 'open') return null
    const { kind, id, name } = match
    return (
      <InviteTick candidate={{ kind, id, name, why: why(match) }} list={list} errors={errors} />
    )
  }
  const items = invited.data?.items ?? []
  return (
    <>
      <MatchList
        matches={matches.items}
        already={already}
        mark={(sector) => <OrganisationMark sector={sector} />}
        action={tick}
      />
      <TakeAlong list="matches" about={challenge.id} />
      {challenge.state === 'open' ? (
        <InviteBar
          ticked={list.ticked}
          errors={errors}
          busy={invite.isPending}
          onSend={send}
          sent={invite.data ?? null}
          share={
            <ShareLine
              invited={items}
              ticked={{ all: list.ticked.length, small: smallAmong(matches, list.ticked) }}
              eligible={matches.eligible}
            />
          }
        />
      ) : null}
      {place && items.length > 0 ? (
        <InvitedList
          invited={items}
          challenge={challenge}
          from={{
            place: place.name,
            contact: [place.contact.name, place.contact.phone].filter(Boolean).join(', '),
            path: paths.challenge({ slug: challenge.slug }),
          }}
        />
      ) : null}
      {items.length > 0 ? <TakeAlong list="invitations" about={challenge.id} /> : null}
    </>
  )
}
