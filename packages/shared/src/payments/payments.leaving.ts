import * as z from 'zod/mini'
import { endpoint, id, instant, text } from '../http/index.ts'
import { LEAVING_CHOICES } from './payments.kinds.ts'
import { ownWay, setWay } from './payments.schemas.ts'

/** What is still owed to somebody who leaves, or who has left: two sums, never one. */
export const leavingPay = z.object({
  left: z.boolean(),
  reference: z.string(),
  currency: z.string(),
  involvementPence: z.number(),
  expensePence: z.number(),
  /** A session they may have been at is still to be written down: what it is worth comes on top. */
  mayCome: z.boolean(),
  way: z.nullable(ownWay),
  /** What they said when they left; null: nothing, so all is paid the way they chose before. */
  choice: z.nullable(z.enum(LEAVING_CHOICES)),
  charityName: z.string(),
  /** The last day by which something of it is there. */
  payBy: z.nullable(instant),
})
export type LeavingPay = z.output<typeof leavingPay>

const said = {
  choice: z.enum(LEAVING_CHOICES),
  /** With `charity`: its name. */
  charity: z.optional(text({ max: 120 })),
  /** With `all`: where to, if it shall be another way than before. */
  to: z.optional(setWay),
}
const named = z.refine<{ choice: (typeof LEAVING_CHOICES)[number]; charity?: string | undefined }>(
  ({ choice, charity }) => choice !== 'charity' || Boolean(charity),
  { path: ['charity'], error: 'required' },
)
const token = { manageToken: z.string().check(z.minLength(20), z.maxLength(100)) }
const open = { access: 'anyone', params: z.object({ groupId: id }) } as const

/** Money on the way out of a group: any time, no reason, paid for what was done (§4.2). */
export const leavingContract = {
  leavingOwn: endpoint({
    method: 'GET',
    path: '/groups/:groupId/own-pay/leaving',
    summary: 'What is still owed to me if I leave this group now',
    ...open,
    supporter: 'groups',
    response: leavingPay,
    errors: ['codesign.no_place_here'],
  }),
  leaveOwnPaid: endpoint({
    method: 'POST',
    path: '/groups/:groupId/own-pay/leaving',
    summary: 'Say how I am paid what is owed to me, before I leave',
    ...open,
    body: z.strictObject(said).check(named),
    response: leavingPay,
    errors: ['codesign.no_place_here'],
    limit: { perMinute: 10 },
  }),
  leavingBySlip: endpoint({
    method: 'POST',
    path: '/group-places/leave/pay',
    summary: 'What is still owed to whoever holds this link to leave, also after they left',
    access: 'anyone',
    body: z.strictObject(token),
    response: leavingPay,
    errors: ['codesign.place_not_found'],
    limit: { perMinute: 20 },
  }),
  leavePaidBySlip: endpoint({
    method: 'POST',
    path: '/group-places/leave/pay/choice',
    summary: 'Say how I am paid what is owed to me, with the link to leave; also after I left',
    access: 'anyone',
    body: z.strictObject({ ...token, ...said }).check(named),
    response: leavingPay,
    errors: ['codesign.place_not_found'],
    limit: { perMinute: 10 },
  }),
} as const
