import { casesContract } from '@howcanwe/shared/cases'
import { tableOf } from './exports.columns.ts'

/** A broker's own work, month by month, for when a contract is up for renewal: hers, and in nobody else's file. */
export const months = tableOf(
  async (call, placeId) => (await call(casesContract.figures, { params: { placeId } })).items,
  [
    { name: (h) => h.month, of: (m) => m.month },
    { name: (h) => h.minutes, of: (m) => m.minutes },
    { name: (h) => h.introductions, of: (m) => m.introductions },
    { name: (h) => h.invitations, of: (m) => m.invitations },
    { name: (h) => h.typedFor, of: (m) => m.typedFor },
    { name: (h) => h.actions, of: (m) => m.actions },
  ],
)
