import type { Room } from '@howcanwe/shared/codesign'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useRoom } from '../../features/codesign/own-places.queries.ts'
import { Voices } from '../../features/codesign/voices.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { ButtonLink, Columns, Link, PageHeading, SideNote } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { ROOM_DOORS } from '../room-doors.tsx'
import { RoomNext } from '../room-next.tsx'

/** A group from within: what waits, who sits at the table, and where everything is. */
export function GroupRoomPage() {
  const { groupId = '' } = useParams()
  const room = useRoom(groupId)
  return (
    <Loaded query={room} refused={() => <NotOpenHere />}>
      {(found) => <Within room={found} />}
    </Loaded>
  )
}

function NotOpenHere() {
  const { t } = useTranslation('codesign')
  return (
    <>
      <PageHeading title={t('room.closedTitle')} lead={t('room.closedText')} />
      <ButtonLink to={further.myPlace()}>{t('place.open')}</ButtonLink>
    </>
  )
}

function Within({ room }: { room: Room }) {
  const { t } = useTranslation('codesign')
  const groupId = room.group.id
  const place = usePlace()
  const doors = ROOM_DOORS.filter((door) => door.for?.(room, place) ?? true)
  const aside = (
    <SideNote title={t('room.tableTitle')}>
      <Voices members={room.members} mine={room.me?.bloc} />
    </SideNote>
  )
  return (
    <>
      <PageHeading
        title={room.group.name}
        caption={t(`room.state.${room.group.state}`)}
        lead={room.me ? t('room.hello', { name: room.me.firstName }) : t('room.runs')}
      />
      <Columns aside={aside} asideLabel={t('room.tableTitle')}>
        <RoomNext groupId={groupId} isIn={room.me !== null} />
        <ul className="hcw-doors">
          {doors.map(({ key, to }) => (
            <li key={key}>
              <Link className="govuk-link hcw-doors__link" to={to(groupId)}>
                {t(`doors.${key}`)}
              </Link>
              <span className="hcw-soft">{t(`doors.${key}Hint`)}</span>
            </li>
          ))}
        </ul>
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.group({ groupId })}>
            {t('room.public')}
          </Link>
        </p>
        {room.me ? (
          <p className="govuk-body">
            <Link className="govuk-link" to={further.myPlace()}>
              {t('room.myPlace', { reference: room.me.reference })}
            </Link>
          </p>
        ) : null}
      </Columns>
    </>
  )
}
