import type { Challenge } from '@howcanwe/shared/challenges'
import { isSmall } from '@howcanwe/shared/matching'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useInvite, useInvited } from '../../features/invitations/invitations.queries.ts'
import { InviteBar } from '../../features/invitations/invite-bar.tsx'
import { InviteTick } from '../../features/invitations/invite-tick.tsx'
import { InvitedList } from '../../features/invitations/invited-list.tsx'
import { refusedOf } from '../../features/invitations/refusals.ts'
import { ShareLine } from '../../features/invitations/share-line.tsx'
import { type Ticked, useTicked } from '../../features/invitations/use-ticked.ts'
import { Decide } from '../../features/matching/decide.tsx'
import { FoldedList } from '../../features/matching/folded-list.tsx'
import { MatchList } from '../../features/matching/match-list.tsx'
import type { Matches, Suggested } from '../../features/matching/matching.queries.ts'
import { isFolded, useDeciding } from '../../features/matching/use-deciding.ts'
import { type Already, useReasons } from '../../features/matching/use-reasons.ts'
import { OrganisationMark } from '../../features/organisations/sector.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { TakeAlong } from '../take-along.tsx'

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
  const untick = (id: string) => {
    const ticked = list.of(id)
    if (ticked) list.toggle(ticked)
  }
  const tick = (match: Suggested): ReactNode => {
    if (match.invited || match.interested || challenge.state !== 'open') return null
    const { kind, id, name } = match
    return (
      <InviteTick candidate={{ kind, id, name, why: why(match) }} list={list} errors={errors} />
    )
  }
  const items = invited.data?.items ?? []
  return (
    <>
      <Suggestions {...{ challenge, matches, already, tick }} onFolded={untick} />
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

interface SuggestionsProps {
  challenge: Challenge
  matches: Matches
  already: Already
  tick: (match: Suggested) => ReactNode
  onFolded: (id: string) => void
}

/** Those still in the list, and under it those folded away. */
function Suggestions({ challenge, matches, already, tick, onFolded }: SuggestionsProps) {
  const { t } = useTranslation('matching')
  const deciding = useDeciding(challenge.id, matches.items, onFolded)
  const { done, goTo } = deciding
  return (
    <>
      <p className="govuk-body" role="status">
        {done ? t(`decide.done.${done.decision}`, { name: done.name }) : ''}
      </p>
      <MatchList
        matches={matches.items.filter((m) => !isFolded(m))}
        goTo={goTo}
        already={already}
        mark={(sector) => <OrganisationMark sector={sector} />}
        action={(match) => (
          <>
            {tick(match)}
            <Decide match={match} deciding={deciding} />
          </>
        )}
      />
      <FoldedList folded={matches.items.filter(isFolded)} deciding={deciding} />
    </>
  )
}
