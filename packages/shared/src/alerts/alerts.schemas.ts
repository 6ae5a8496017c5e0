import * as z from 'zod/mini'
import { id, text } from '../http/index.ts'
import { CHANNELS, LANGUAGES } from '../identity/index.ts'
import { theme } from '../places/index.ts'

/** What somebody may hear about, and may choose not to. What is owed to them is not in this list: it always comes. */
export const HEARD = ['waiting', 'mine', 'new', 'closing', 'news'] as const
export type Heard = (typeof HEARD)[number]

export const HOWS = ['at-once', 'daily', 'weekly', 'never'] as const
export type How = (typeof HOWS)[number]

/** What closes soon and what came of questions are lists: one letter each would be one too many. */
export const mayBe = (what: Heard, how: How): boolean =>
  how !== 'at-once' || (what !== 'closing' && what !== 'news')

/** Saved searches one person may have. */
export const MOST_SEARCHES = 20

const wish = z
  .strictObject({ what: z.enum(HEARD), how: z.enum(HOWS) })
  .check(z.refine(({ what, how }) => mayBe(what, how), { path: ['how'], error: 'not_at_once' }))

const hour = z.int().check(z.gte(0), z.lte(23))
/** Whole hours of the place's own clock; both the same: no quiet hours. */
const quiet = z.strictObject({ channel: z.enum(['email', 'sms']), from: hour, until: hour })

/** Words, themes and areas as the list of challenges has them; all empty follows everything of the place. */
export const searchInput = z.strictObject({
  name: text({ max: 60 }),
  q: text({ min: 0, max: 200 }),
  themes: z.array(theme).check(z.maxLength(20)),
  areaIds: z.array(id).check(z.maxLength(20)),
  how: z.enum(HOWS),
})

export const savedSearch = z.object({
  id,
  name: z.string(),
  q: z.string(),
  themes: z.array(theme),
  areaIds: z.array(id),
  how: z.enum(HOWS),
})
export type SavedSearch = z.output<typeof savedSearch>

export const hearing = z.object({
  wishes: z.array(z.object({ what: z.enum(HEARD), how: z.enum(HOWS) })),
  quiet: z.array(z.object({ channel: z.enum(['email', 'sms']), from: hour, until: hour })),
  /** As on "My details": where letters go, and in which language. */
  channel: z.enum(CHANNELS),
  language: z.enum(LANGUAGES),
  searches: z.array(savedSearch),
})
export type Hearing = z.output<typeof hearing>

export const changeHearing = z.strictObject({
  wishes: z.optional(z.array(wish).check(z.maxLength(HEARD.length))),
  quiet: z.optional(z.array(quiet).check(z.maxLength(2))),
})

/** What a link at the foot of a letter stops. */
export const STOPPED = [...HEARD, 'saved', 'digest'] as const

/** Good for one thing: no more letters of this kind, to this person at this address. */
export const stopInput = z.strictObject({
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
})

export const stopped = z.object({
  what: z.enum(STOPPED),
  /** First name of the person, or name of the group, whose letters stop; null where neither is known. */
  whose: z.nullable(z.string()),
  stopped: z.boolean(),
  /** It was this very link that stopped them: it can take that back. */
  canUndo: z.boolean(),
})
export type Stopped = z.output<typeof stopped>
