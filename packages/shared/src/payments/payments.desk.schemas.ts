import * as z from 'zod/mini'
import { BLOCS } from '../codesign/index.ts'
import { id, instant, text, wholeDay } from '../http/index.ts'
import { KINDS, LINE_OUTCOMES, RATES, WAYS_PAID } from './payments.kinds.ts'
import { advice, ownPay, payItem } from './payments.schemas.ts'

const share = z.nullable(z.number())

/** M26 and M30 with the counts behind them; a share is null while there is nothing to count. */
export const payFigures = z.object({
  /** Items paid, and the working days of the place from session to money. */
  paid: z.number(),
  medianDays: z.nullable(z.number()),
  inTime: z.number(),
  inTimeShare: share,
  /** Expenses paid before the session, of all that were paid. */
  expensesPaid: z.number(),
  prepaid: z.number(),
  prepaidShare: share,
  /** Hours people gave, by whose table side, and those nobody paid: by choice, and because this place does not. */
  hours: z.array(
    z.object({
      bloc: z.enum(BLOCS),
      minutes: z.number(),
      unpaidMinutes: z.number(),
      byChoiceMinutes: z.number(),
    }),
  ),
})
export type PayFigures = z.output<typeof payFigures>

/** An item beside the person it is for, as whoever runs the group sees it. */
export const groupItem = z.object({
  ...payItem.shape,
  member: z.object({
    id,
    firstName: z.string(),
    reference: z.string(),
    /** Their name is gone with their place; what was owed is still paid. */
    left: z.boolean(),
  }),
})
export type GroupItem = z.output<typeof groupItem>

const person = z.object({
  memberId: id,
  firstName: z.string(),
  reference: z.string(),
  /** Has left since: the name is gone, the reference stays. */
  left: z.boolean(),
  bloc: z.enum(BLOCS),
  /** Is paid for taking part here. */
  paid: z.boolean(),
  minutes: z.nullable(z.number()),
  preparationMinutes: z.nullable(z.number()),
  /** Has said that they come; nobody asked: null. */
  comes: z.nullable(z.boolean()),
  /** Is on the list of who was there; nobody wrote one: null. */
  came: z.nullable(z.boolean()),
})

export const groupPay = z.object({
  group: z.object({ id, name: z.string() }),
  sessions: z.array(
    z.object({
      id,
      startsAt: instant,
      venue: z.string(),
      state: z.enum(['held', 'cancelled-late']),
      minutes: z.number(),
      preparationMinutes: z.number(),
      /** Once who was there was written down it stands. */
      confirmed: z.boolean(),
      people: z.array(person),
    }),
  ),
  items: z.array(groupItem),
  /** Nobody can write to them: ring, and write down what they choose. */
  ring: z.array(
    z.object({
      memberId: id,
      firstName: z.string(),
      contact: z.string(),
      /** They have not chosen, or it came back and they choose again. */
      choice: z.boolean(),
      /** Nobody knows how money should reach them. */
      way: z.boolean(),
    }),
  ),
  currency: z.string(),
  hasRates: z.boolean(),
  /** Halves and whole days can be paid here. */
  dayRates: z.array(z.enum(['half-day', 'day'])),
  vouchers: z.boolean(),
  /** What an expense can be written down for, for whoever rings: beforehand for sessions to come. */
  claims: z.object({
    people: z.array(z.object({ id, firstName: z.string(), reference: z.string() })),
    sessions: ownPay.shape.sessions,
    receiptLimitPence: z.number(),
  }),
  figures: payFigures,
})
export type GroupPay = z.output<typeof groupPay>

const sums = { involvementPence: z.number(), expensePence: z.number() }

/** One item before the clerk: who, what for, how much; never how somebody is reached or what they need. */
export const clerkItem = z.object({
  id,
  kind: z.enum(KINDS),
  why: payItem.shape.why,
  name: z.string(),
  /** Has left the group: no name, only the reference. */
  left: z.boolean(),
  reference: z.string(),
  group: z.string(),
  sessionAt: instant,
  moved: payItem.shape.moved,
  choice: payItem.shape.choice,
  pence: z.number(),
  charityName: z.string(),
  words: z.string(),
  receipt: z.boolean(),
  advance: z.boolean(),
  approveBy: z.nullable(instant),
  payBy: z.nullable(instant),
  late: z.boolean(),
  /** How it goes out, with four digits of an account; null: they have not said yet. */
  way: z.nullable(z.enum([...WAYS_PAID, 'charity', 'voucher'])),
  last4: z.string(),
  /** Why it cannot be approved by this clerk now. */
  stopped: z.nullable(z.enum(['not-confirmed', 'no-way', 'yours'])),
})
export type ClerkItem = z.output<typeof clerkItem>

export const batchShort = z.object({
  id,
  number: z.number(),
  madeAt: instant,
  lines: z.number(),
  ...sums,
  open: z.number(),
  failed: z.number(),
  files: z.number(),
  /** Lines that did not go out, because nobody knew how the money should reach them. */
  aside: z.number(),
})

export const clerkDesk = z.object({
  items: z.array(clerkItem),
  batches: z.array(batchShort),
  currency: z.string(),
  figures: payFigures,
})
export type ClerkDesk = z.output<typeof clerkDesk>

export const batch = z.object({
  ...batchShort.shape,
  currency: z.string(),
  madeBy: z.nullable(z.string()),
  items: z.array(
    z.object({
      ...clerkItem.shape,
      outcome: z.nullable(z.enum(LINE_OUTCOMES)),
    }),
  ),
  exports: z.array(
    z.object({
      number: z.number(),
      at: instant,
      by: z.nullable(z.string()),
      checksum: z.string(),
      reason: z.string(),
    }),
  ),
})
export type Batch = z.output<typeof batch>

const dated = { fromDay: z.string(), source: z.string(), by: z.nullable(z.string()), at: instant }

export const payRules = z.object({
  currency: z.string(),
  /** Newest first, by what they are for. */
  rates: z.array(z.object({ what: z.enum(RATES), pence: z.number(), now: z.boolean(), ...dated })),
  settings: z.array(
    z.object({
      receiptLimitPence: z.number(),
      vouchers: z.boolean(),
      paysOrganisations: z.boolean(),
      now: z.boolean(),
      ...dated,
    }),
  ),
  advice: z.array(advice),
})
export type PayRules = z.output<typeof payRules>

const source = text({ min: 5, max: 300 })

export const newRate = z.strictObject({
  placeId: id,
  what: z.enum(RATES),
  pence: z.int().check(z.gte(1), z.lte(1_000_000)),
  fromDay: wholeDay,
  source,
})
export const newSettings = z.strictObject({
  placeId: id,
  fromDay: wholeDay,
  receiptLimitPence: z.int().check(z.gte(0), z.lte(100_000)),
  vouchers: z.boolean(),
  paysOrganisations: z.boolean(),
  source,
})
export const newAdvice = z
  .strictObject({
    placeId: id,
    language: z.enum(['en', 'nl']),
    words: text({ min: 20, max: 600 }),
    link: z.string().check(z.trim(), z.maxLength(300), z.regex(/^(https:\/\/\S+)?$/u)),
    phone: text({ min: 0, max: 30 }),
  })
  .check(z.refine(({ link, phone }) => link !== '' || phone !== '', { path: ['link'] }))
