import type { Room } from '@howcanwe/shared/codesign'
import type { Place } from '@howcanwe/shared/places'
import { further } from './further-paths.ts'
import { paths } from './paths.ts'

/** A way on from within a group: one line a noun. Words are `codesign` `doors.<key>` and `doors.<key>Hint`. */
export interface Door {
  key: string
  to: (groupId: string) => string
  /** Whom it is for; left out: everybody within. */
  for?: (room: Room, place: Pick<Place, 'textTo'> | undefined) => boolean
}

export const ROOM_DOORS: readonly Door[] = [
  { key: 'sessions', to: (groupId) => further.sessions({ groupId }) },
  { key: 'decisions', to: (groupId) => further.decisions({ groupId }) },
  { key: 'charter', to: (groupId) => further.charter({ groupId }) },
  {
    key: 'pay',
    to: (groupId) => further.ownPay({ groupId }),
    for: (room) => room.me !== null,
  },
  {
    key: 'people',
    to: () => paths.myGroups(),
    for: (room) => room.runs,
  },
  {
    key: 'payDesk',
    to: (groupId) => further.groupPay({ groupId }),
    for: (room) => room.runs,
  },
  {
    key: 'texts',
    to: (groupId) => further.texts({ groupId }),
    for: (room, place) => room.runs && Boolean(place?.textTo),
  },
  {
    key: 'paper',
    to: (groupId) => further.paperOfGroup({ groupId }),
    for: (room) => room.runs,
  },
  { key: 'suggestions', to: (groupId) => further.suggestions({ groupId }) },
  { key: 'influence', to: (groupId) => further.influence({ groupId }) },
  { key: 'threads', to: (groupId) => further.threads({ groupId }) },
]
