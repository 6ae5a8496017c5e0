import { paths } from './paths.ts'
import type { Persona } from './place.ts'

/** One link of the second row; `words` is its key under `layout:nav`. At most five a person (`ux.md` §5.4). */
export interface NavLink {
  words: string
  to: string
}

const challenges: NavLink = { words: 'challenges', to: paths.challenges() }
const groups: NavLink = { words: 'groups', to: paths.groups() }
const help: NavLink = { words: 'help', to: paths.help() }
const desk: NavLink = { words: 'desk', to: paths.desk() }

/** What each kind of person finds in the second row, in order. */
export const NAVIGATION: Record<Persona, readonly NavLink[]> = {
  visitor: [challenges, groups, help],
  resident: [challenges, groups, { words: 'me', to: paths.me() }, help],
  'small-charity': [
    { words: 'today', to: paths.today() },
    challenges,
    { words: 'capacity', to: paths.capacity() },
    { words: 'organisation', to: paths.organisation() },
    help,
  ],
  facilitator: [{ words: 'myGroups', to: paths.myGroups() }, challenges, groups, help],
  commissioner: [
    desk,
    { words: 'newChallenge', to: paths.newChallenge() },
    challenges,
    groups,
    help,
  ],
  clerk: [
    { words: 'pay', to: paths.payDesk() },
    challenges,
    groups,
    { words: 'me', to: paths.me() },
    help,
  ],
  steward: [{ words: 'roles', to: paths.roles() }, challenges, groups, help],
  broker: [
    desk,
    { words: 'organisations', to: paths.organisationsDesk() },
    challenges,
    groups,
    help,
  ],
}
