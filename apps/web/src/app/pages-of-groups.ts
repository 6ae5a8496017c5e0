import { further } from './further-paths.ts'
import type { Pages } from './matched.tsx'
import { page } from './page.tsx'

const ROOM = ['codesign+group', 'codesign+room', 'problems']

/** Pages within a group: for its members, mostly without an account, and for whoever runs it. */
export const ofGroups: Pages = [
  [
    further.myPlace.path,
    page(() => import('./pages/my-place-page.tsx').then((m) => m.MyPlacePage), ROOM),
  ],
  [
    further.room.path,
    page(() => import('./pages/group-room-page.tsx').then((m) => m.GroupRoomPage), ROOM),
  ],
  [
    further.enterMember.path,
    page(
      () => import('./pages/enter-member-page.tsx').then((m) => m.EnterMemberPage),
      [...ROOM, 'consents'],
    ),
  ],
  [
    further.charter.path,
    page(
      () => import('./pages/charter-page.tsx').then((m) => m.CharterPage),
      ['charters', 'problems'],
    ),
  ],
]
