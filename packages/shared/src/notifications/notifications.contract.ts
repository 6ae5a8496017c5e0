import * as z from 'zod/mini'
import { endpoint, id, instant } from '../http/index.ts'

export const letter = z.object({
  id,
  channel: z.enum(['email', 'sms']),
  /** An address, or a number in E.164. */
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  createdAt: instant,
  sentAt: z.nullable(instant),
})

export const notificationsContract = {
  inbox: endpoint({
    method: 'GET',
    path: '/dev/inbox',
    summary:
      'Emails and texts that would have been sent. Only where they stay here: development, tests, demo',
    access: 'anyone',
    query: z.strictObject({ to: z.optional(z.string().check(z.maxLength(254))) }),
    response: z.object({ items: z.array(letter) }),
  }),
} as const
