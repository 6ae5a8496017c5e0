import type { Deps } from '../../../deps.ts'
import type { Hub } from '../../../live/index.ts'
import * as q from '../queries/decisions.queries.ts'
import { answeredNow } from './whole.ts'

/** Twice a second at most, so that the moment of a change tells on nobody and a hall does not ask three hundred times. */
const EVERY_MS = 500

/** What screens hear while a decision is open: how many have answered, asked once for all of them. */
export const sayAnswered = (hub: Hub, { db }: Pick<Deps, 'db'>): void =>
  hub.says('answered', {
    everyMs: EVERY_MS,
    data: async (id) => {
      const decision = await q.decisionById(db, id)
      if (!decision) return {}
      const [last] = await q.versionsOf(db, [id])
      return answeredNow(db, decision, last)
    },
  })
