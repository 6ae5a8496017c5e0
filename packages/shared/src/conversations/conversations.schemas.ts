import * as z from 'zod/mini'
import { BLOCS } from '../codesign/index.ts'
import { id, instant, text } from '../http/index.ts'

/** Languages somebody may say they write in, named in themselves by the page (§2, conventions). */
export const WRITTEN_IN = [
  ...[
    'en',
    'nl',
    'cy',
    'ar',
    'bn',
    'bg',
    'de',
    'es',
    'fa',
    'fr',
    'gu',
    'hi',
    'it',
    'ku',
    'pa',
    'pl',
    'ps',
  ],
  ...['pt', 'ro', 'so', 'sq', 'sw', 'ta', 'ti', 'tr', 'uk', 'ur', 'vi', 'zh'],
] as const
export type WrittenIn = (typeof WRITTEN_IN)[number]
export const isWrittenIn = (code: string): code is WrittenIn =>
  (WRITTEN_IN as readonly string[]).includes(code)

export const MOST_WORDS = 4_000
/** Minutes in which whoever wrote something may put it better. */
export const CHANGE_MINUTES = 15
export const MOST_FILES = 4
export const FILE_MOST_BYTES = 5 * 1_024 * 1_024
/** Longest side of a picture as it is kept, in pixels. */
export const IMAGE_SIDE = 1_600
/** Pixels a picture may have before it is opened at all: 50 million, a good camera's. */
export const IMAGE_MOST_PIXELS = 50_000_000
export const FILE_KINDS = ['image', 'pdf'] as const
export type FileKind = (typeof FILE_KINDS)[number]

export const HIDE_REASONS = [
  'not-kind',
  'about-somebody',
  'off-topic',
  'advert',
  'unlawful',
] as const
export type HideReason = (typeof HIDE_REASONS)[number]

export const ACTS = [
  'hidden',
  'asked-back',
  'shown-again',
  'stays-hidden',
  'thread-closed',
  'thread-opened',
  'moderator-named',
  'moderator-ended',
] as const
export type Act = (typeof ACTS)[number]

export const SAID_TO_US = ['phone', 'in-person', 'paper', 'text'] as const

/** What a sentence to somebody has at least, so that it says something. */
export const sentence = text({ min: 10, max: 400 })
export const words = text({ max: MOST_WORDS })
const lang = z.enum(WRITTEN_IN)

export const writing = z.strictObject({
  /** Drawn by the page, so that a message sent twice is there once. */
  key: z.uuid(),
  words,
  lang,
  /** Whether their bloc stands beside the name. */
  showBloc: z.boolean(),
  files: z.array(id).check(z.maxLength(MOST_FILES)),
})

export const opening = z.strictObject({ ...writing.shape, title: text({ min: 3, max: 120 }) })

/** What somebody without internet said, read back to them before it stands. */
export const typing = z.strictObject({
  key: z.uuid(),
  memberId: id,
  words,
  lang,
  saidBy: z.enum(SAID_TO_US),
  readBack: z.literal(true),
})

export const attachment = z.object({
  id,
  kind: z.enum(FILE_KINDS),
  name: z.string(),
  /** What is to be seen, for who does not see it. */
  alt: z.string(),
  bytes: z.number(),
  width: z.nullable(z.number()),
  height: z.nullable(z.number()),
})
export type Attachment = z.output<typeof attachment>

export const writer = z.object({
  /** Null once they left: the page says "a resident". */
  name: z.nullable(z.string()),
  bloc: z.nullable(z.enum(BLOCS)),
  runsGroup: z.boolean(),
  moderates: z.boolean(),
  /** Of whoever reads. */
  mine: z.boolean(),
})
export type Writer = z.output<typeof writer>

export const MESSAGE_STATES = ['here', 'hidden', 'taken-back', 'emptied'] as const
export const message = z.object({
  id,
  threadId: id,
  writer,
  state: z.enum(MESSAGE_STATES),
  /** Empty where it is not for whoever reads. */
  words: z.string(),
  lang,
  files: z.array(attachment),
  /** Said, and typed by whoever runs the group. */
  saidBy: z.nullable(z.enum(SAID_TO_US)),
  versions: z.number(),
  at: instant,
  changeUntil: z.nullable(instant),
  hidden: z.nullable(
    z.object({
      reason: z.enum(HIDE_REASONS),
      sentence: z.string(),
      /** Once, by who wrote it. */
      mayAskBack: z.boolean(),
      askedBack: z.nullable(z.string()),
    }),
  ),
})
export type Message = z.output<typeof message>

export const thread = z.object({
  id,
  title: z.string(),
  lang,
  messages: z.number(),
  lastAt: instant,
  openedBy: writer,
  closed: z.boolean(),
})
export type Thread = z.output<typeof thread>

/** Who reads a group's conversation, and what they may do in it. */
export const aboutMe = z.object({
  group: z.object({ id, name: z.string(), placeId: id, closed: z.boolean() }),
  firstName: z.string(),
  bloc: z.nullable(z.enum(BLOCS)),
  language: z.string(),
  isMember: z.boolean(),
  runs: z.boolean(),
  moderates: z.boolean(),
  moderators: z.array(z.object({ memberId: id, name: z.string() })),
  openReports: z.number(),
  /** By email or text; null: there is no address of theirs that could be written to. */
  hearing: z.nullable(z.object({ by: z.enum(['email', 'text']), daily: z.boolean() })),
})
export type AboutMe = z.output<typeof aboutMe>

export const logLine = z.object({
  id,
  act: z.enum(ACTS),
  at: instant,
  by: z.object({ name: z.nullable(z.string()), runsGroup: z.boolean() }),
  reason: z.nullable(z.enum(HIDE_REASONS)),
  sentence: z.string(),
  /** Never what a hidden message said. */
  about: z.object({ threadTitle: z.nullable(z.string()), name: z.nullable(z.string()) }),
})
export type LogLine = z.output<typeof logLine>

export const version = z.object({ number: z.number(), words: z.string(), lang, until: instant })
