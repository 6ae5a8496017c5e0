import type { Role } from '@howcanwe/shared/identity'
import { useTranslation } from 'react-i18next'
import { Link } from '../ui/index.ts'
import { further } from './further-paths.ts'
import { paths } from './paths.ts'
import { useRoles } from './place.ts'

interface Room {
  /** Its key in `rooms.json`. */
  words: string
  to: string
  /** Whoever holds one of these sees it. */
  roles: readonly Role[]
}

/** One line a room, the most used first. Its words: one line each in words/<language>/rooms.json. */
const ROOMS: readonly Room[] = [
  {
    words: 'proposals',
    to: further.proposalsDesk(),
    roles: ['broker', 'commissioner', 'elected-member'],
  },
  {
    words: 'answers',
    to: further.answersOwed(),
    roles: ['commissioner', 'facilitator', 'broker'],
  },
  { words: 'decisions', to: further.decisionsDesk(), roles: ['commissioner'] },
  { words: 'introductions', to: further.introductionsDesk(), roles: ['broker'] },
  { words: 'safeguarding', to: further.safeguarding(), roles: ['steward', 'broker'] },
  { words: 'map', to: further.mapDesk(), roles: ['broker'] },
  { words: 'cases', to: further.cases(), roles: ['broker'] },
  { words: 'organisations', to: paths.organisationsDesk(), roles: ['broker'] },
  { words: 'typeFor', to: further.typeFor(), roles: ['broker'] },
  { words: 'contacts', to: further.contacts(), roles: ['broker'] },
  { words: 'hours', to: further.hoursDesk(), roles: ['broker'] },
  { words: 'support', to: further.supportDesk(), roles: ['broker'] },
  { words: 'weights', to: further.setWeights(), roles: ['steward'] },
  { words: 'protections', to: paths.myProtections(), roles: ['commissioner'] },
]

/** Where else a desk leads, besides its questions. Needs `rooms`. */
export function DeskRooms() {
  const { t } = useTranslation('rooms')
  const held = useRoles()
  const open = ROOMS.filter(({ roles }) => roles.some((role) => held.includes(role)))
  if (open.length === 0) return null
  return (
    <nav aria-label={t('title')}>
      <ul className="govuk-list">
        {open.map(({ words, to }) => (
          <li key={to}>
            <Link to={to}>{t(words)}</Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
