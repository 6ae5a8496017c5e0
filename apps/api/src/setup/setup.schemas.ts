import { text, wholeDay } from '@howcanwe/shared/http'
import { emailAddress, me, ROLES, type Role } from '@howcanwe/shared/identity'
import { KINDS, registerOrganisation, sectorOf } from '@howcanwe/shared/organisations'
import { FRAMEWORKS, PLACE_KINDS } from '@howcanwe/shared/places/page'
import * as z from 'zod/mini'
import { isGssCode } from '../modules/places/import/index.ts'

const said = registerOrganisation.shape
const reach = said.contact.shape

/** Who may ask a question is of the public sector; the kind decides that (`sectorOf`). */
const PUBLIC_KINDS = KINDS.filter((kind) => sectorOf(kind) === 'public')
const GRANTED = ROLES.filter((role): role is Exclude<Role, 'member'> => role !== 'member')

const gssCode = z.string().check(z.trim(), z.toUpperCase(), z.refine(isGssCode))
const hostName = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.maxLength(253), z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/))

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

const place = z.strictObject({
  /** Which place this file is about; the one thing that stays the same from run to run. */
  slug: z.string().check(z.maxLength(60), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  name: text({ max: 80 }),
  kind: z._default(z.enum(PLACE_KINDS), 'other'),
  /** A file sets up an active place unless it says that it rests or has ended. */
  state: z._default(z.enum(['active', 'paused', 'archived']), 'active'),
  host: z.optional(z.nullable(hostName)),
  timeZone: z.string().check(z.refine(isTimeZone)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  languages: z.array(me.shape.language).check(z.minLength(1)),
  introduction: text({ max: 600 }),
  /** Who hears complaints; the contact of the place unless said otherwise. */
  complaints: z.optional(
    z.strictObject({ name: text({ max: 80 }), phone: reach.phone, email: reach.email }),
  ),
  /** Named on every page that asks for something (PE6). */
  contact: z.strictObject({
    name: text({ max: 80 }),
    role: text({ max: 120 }),
    phone: reach.phone,
    email: reach.email,
    hours: z.optional(z.nullable(text({ max: 120 }))),
  }),
  pay: z.optional(
    z.strictObject({
      hourlyPence: z.int().check(z.gte(1), z.lte(100_000)),
      source: text({ max: 200 }),
      asOf: wholeDay,
    }),
  ),
  /** What an hour of answering an ask and an hour of reading answers costs (FR-01). */
  askCost: z.optional(
    z.strictObject({
      applicantHourlyPence: z.int().check(z.gte(1), z.lte(100_000)),
      panelHourlyPence: z.int().check(z.gte(1), z.lte(100_000)),
      source: text({ max: 200 }),
      asOf: wholeDay,
    }),
  ),
  /** Days of the week off, Monday 1 to Sunday 7. */
  weekend: z._default(z.array(z.int().check(z.gte(1), z.lte(7))).check(z.maxLength(7)), [6, 7]),
  ladCodes: z.array(gssCode).check(z.minLength(1), z.maxLength(60)),
})

const pledge = z.strictObject({
  framework: z.enum(FRAMEWORKS),
  statement: text({ max: 400 }),
  /** Who answers for it, by name. */
  owner: text({ max: 120 }),
  reviewOn: wholeDay,
})

const holiday = z.strictObject({
  day: wholeDay,
  name: text({ max: 80 }),
  source: text({ max: 200 }),
})

const area = z.strictObject({ name: text({ max: 80 }), gssCode: z.optional(z.nullable(gssCode)) })

const publicBody = z.strictObject({
  name: said.name,
  kind: z.enum(PUBLIC_KINDS),
  incomeBand: z._default(said.incomeBand, 'not-a-charity'),
  /** Names of areas in this file. */
  areas: z.array(text({ max: 80 })).check(z.minLength(1)),
  themes: said.themes,
  contact: said.contact,
})

const person = z.strictObject({
  name: text({ max: 80 }),
  email: emailAddress,
  roles: z.array(z.enum(GRANTED)),
  /** The name of the public body in this file that they belong to. */
  of: z.optional(text({ max: 120 })),
})

/** A place and whoever works there, as the file of `pnpm setup:place` says it. */
export const setupFile = z.strictObject({
  place,
  /** Public holidays; every clock of the place counts by them. */
  holidays: z._default(z.array(holiday).check(z.maxLength(400)), []),
  /** What the place promises in public; the file is the only place they are written. */
  pledges: z._default(z.array(pledge).check(z.maxLength(30)), []),
  areas: z._default(z.array(area).check(z.maxLength(60)), []),
  publicBodies: z._default(z.array(publicBody).check(z.maxLength(60)), []),
  people: z._default(z.array(person).check(z.maxLength(500)), []),
})
export type SetupFile = z.output<typeof setupFile>
export type GrantedRole = SetupFile['people'][number]['roles'][number]
