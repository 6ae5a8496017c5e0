import type { Closed } from '@howcanwe/shared/decisions'
import type { Database } from '../../../db/database.ts'

/** How a group's decisions came out, and how often the body overrode it: handed in by the app. */
export type DecisionsOf = (
  db: Database,
  groupId: string,
) => Promise<{ closed: readonly Closed[]; overrides: number }>
