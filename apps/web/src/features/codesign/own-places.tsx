import type { OwnPlace } from '@howcanwe/shared/codesign'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Details, Link, Notice, Tag } from '../../ui/index.ts'
import { usePlaceAct } from './own-places.queries.ts'
import './codesign.scss'

export interface OwnPlacesProps {
  places: readonly OwnPlace[]
  roomOf: (groupId: string) => string
  /** Somebody is signed in, so a place may be joined to the account. */
  signedIn: boolean
  /** What is still owed to them there, shown before they leave. */
  moneyOf: (groupId: string) => ReactNode
}

/** The groups somebody takes part in here: where to go in, and a rest where life is full. */
export function OwnPlaces({ places, roomOf, signedIn, moneyOf }: OwnPlacesProps) {
  return (
    <ul className="hcw-people">
      {places.map((place) => (
        <li key={place.id} className="hcw-people__person">
          <Place
            place={place}
            to={roomOf(place.group.id)}
            signedIn={signedIn}
            money={() => moneyOf(place.group.id)}
          />
        </li>
      ))}
    </ul>
  )
}

interface PlaceProps {
  place: OwnPlace
  to: string
  signedIn: boolean
  money: () => ReactNode
}

function Place({ place, to, signedIn, money }: PlaceProps) {
  const { t } = useTranslation(['codesign', 'problems'])
  const resting = place.state === 'resting'
  const move = usePlaceAct(resting ? 'comeBack' : 'rest')
  const [going, setGoing] = useState(false)
  const claim = usePlaceAct('claimPlace')
  const leave = usePlaceAct('leaveOpened')
  const refused = move.error ?? claim.error ?? leave.error
  const group = place.group.name
  return (
    <>
      <p className="hcw-people__name">
        <strong>
          <Link className="govuk-link" to={to}>
            {group}
          </Link>
        </strong>
        <span className="hcw-soft">
          {t('codesign:desk.reference', { reference: place.reference })}
        </span>
        {resting ? <Tag tone="quiet">{t('codesign:place.resting')}</Tag> : null}
      </p>
      {refused ? <Notice kind="warning" heading={sentenceOf(t, refused)} focus /> : null}
      <p className="govuk-body hcw-soft">
        {t(resting ? 'codesign:place.restingText' : 'codesign:place.restText')}
      </p>
      <div className="hcw-choices-in-line">
        <Button kind="secondary" busy={move.isPending} onClick={() => move.mutate(place.id)}>
          {t(resting ? 'codesign:place.comeBack' : 'codesign:place.rest', { group })}
        </Button>
        {signedIn && !place.claimed ? (
          <Button kind="secondary" busy={claim.isPending} onClick={() => claim.mutate(place.id)}>
            {t('codesign:place.claim', { group })}
          </Button>
        ) : null}
      </div>
      <Details
        summary={t('codesign:place.leave', { group })}
        onToggle={(event) => setGoing(event.currentTarget.open)}
      >
        {going ? money() : null}
        <p className="govuk-body">{t('codesign:leave.deleted')}</p>
        <Button kind="secondary" busy={leave.isPending} onClick={() => leave.mutate(place.id)}>
          {t('codesign:leave.press')}
        </Button>
      </Details>
    </>
  )
}
