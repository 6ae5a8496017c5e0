import * as z from 'zod/mini'
import { id } from '../http/index.ts'

/**
 * What a challenge or an organisation can be about: one short list for everybody, so that they meet.
 * Words live in the catalogues. At most 63, because matching packs them into one bigint.
 */
export const THEMES = [
  'carers',
  'children-young-people',
  'older-people',
  'disability',
  'mental-health',
  'health',
  'poverty-money',
  'food',
  'housing-homelessness',
  'employment-skills',
  'education',
  'community-spaces',
  'transport',
  'environment',
  'arts-heritage',
  'sport-play',
  'safety-justice',
  'refugees-migration',
  'equality-rights',
  'digital',
  'advice-information',
  'faith',
  'volunteering-infrastructure',
  'animals',
] as const
export type Theme = (typeof THEMES)[number]
export const theme = z.enum(THEMES)

/** A named neighbourhood of a place, with its GSS code where it has one. */
export const area = z.object({ id, name: z.string(), gssCode: z.nullable(z.string()) })

/** A place: the tenant. Never called "organisation". */
export const place = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  languages: z.array(z.string()),
  introduction: z.string(),
  /** A named human on every page that asks for something (PE6). */
  contact: z.object({
    name: z.string(),
    role: z.string(),
    phone: z.nullable(z.string()),
    email: z.nullable(z.string()),
    hours: z.nullable(z.string()),
  }),
  /** Participation pay, a dated setting with its source. */
  pay: z.nullable(z.object({ hourlyPence: z.number(), source: z.string(), asOf: z.string() })),
  areas: z.array(area),
  /** True where records are made up and letters go to the inbox page. */
  demo: z.boolean(),
  /** Whether people can sign in by text message here. */
  texts: z.boolean(),
  /** The number people may text (CD2); null where nobody listens. */
  textTo: z.nullable(z.string()),
})
export type Place = z.output<typeof place>
