import * as z from 'zod/mini'
import { id, instant } from '../http/index.ts'
import { SERVICE_STATES } from './services.states.ts'

/** What a directory says an organisation runs (Open Referral UK). Reached by the service's own email and telephone. */
export const publishedService = z.object({
  id,
  name: z.string(),
  description: z.string(),
  status: z.enum(SERVICE_STATES),
  url: z.nullable(z.string()),
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  minimumAge: z.nullable(z.number()),
  maximumAge: z.nullable(z.number()),
  /** Where it is offered, as the directory writes it. */
  areas: z.array(z.string()),
  /** Whose it is, as the directory writes it. */
  organisation: z.string(),
  /** Which file says so, under which licence, on which day the directory changed it and when we read it. */
  source: z.object({
    file: z.string(),
    licence: z.nullable(z.string()),
    changedOn: z.nullable(z.string()),
    readAt: instant,
  }),
})
export type PublishedService = z.output<typeof publishedService>
