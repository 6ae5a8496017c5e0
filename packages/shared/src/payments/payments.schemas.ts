import * as z from 'zod/mini'
import { SAID_BY } from '../codesign/index.ts'
import { id, instant, text, wholeDay } from '../http/index.ts'
import { accountNumberOf, ibanOf, sortCodeOf } from './payments.bank.ts'
import {
  CHOICES,
  FAILED_BECAUSE,
  ITEM_STATES,
  KINDS,
  PAY_AS,
  SPENT_ON,
  WAYS_PAID,
  WHYS,
} from './payments.kinds.ts'

const pence = z.int().check(z.gte(1), z.lte(500_000))

/** Something somebody is owed, as they see it themselves. */
export const payItem = z.object({
  id,
  kind: z.enum(KINDS),
  why: z.enum(WHYS),
  /** The session it belongs to; called off or moved late: with the start that was lost. */
  session: z.object({ id, startsAt: instant, venue: z.string() }),
  /** That start was moved to another day or by hours, too late (§2.11). */
  moved: z.boolean(),
  /** Of taking part: at the session, and getting ready for it. */
  minutes: z.nullable(z.number()),
  preparationMinutes: z.nullable(z.number()),
  amountPence: z.number(),
  words: z.string(),
  receipt: z.boolean(),
  advance: z.boolean(),
  choice: z.nullable(z.enum(CHOICES)),
  chosenPence: z.nullable(z.number()),
  charityName: z.string(),
  /** Somebody wrote the choice down for them. */
  saidBy: z.nullable(z.enum(SAID_BY)),
  state: z.enum(ITEM_STATES),
  dueAt: instant,
  chooseBy: instant,
  /** When the money is there at the latest, once somebody has chosen. */
  payBy: z.nullable(instant),
  approveBy: z.nullable(instant),
  /** Expenses: whoever runs the group has seen that it is right. */
  confirmed: z.boolean(),
  paidAt: z.nullable(instant),
  failedBecause: z.nullable(z.enum(FAILED_BECAUSE)),
  refusedWhy: z.string(),
  settledPence: z.nullable(z.number()),
  /** Past its day, and nobody has done the next step. */
  late: z.boolean(),
})
export type PayItem = z.output<typeof payItem>

/** How money reaches somebody; of an account four signs at most, ever. */
export const ownWay = z.object({ way: z.enum(WAYS_PAID), last4: z.string(), since: instant })
export type OwnWay = z.output<typeof ownWay>

/** Before somebody says yes to pay: where the place says advice is to be had. It gives none and asks nothing. */
export const advice = z.object({
  language: z.string(),
  words: z.string(),
  link: z.string(),
  phone: z.string(),
  since: instant,
})
export type Advice = z.output<typeof advice>

/** Everything about pay on one's own page. */
export const ownPay = z.object({
  items: z.array(payItem),
  way: z.nullable(ownWay),
  /** The place's words in each language it has them in. */
  advice: z.array(advice),
  vouchers: z.boolean(),
  receiptLimitPence: z.number(),
  currency: z.string(),
  /** What may be claimed for: coming ones beforehand, held ones afterwards. */
  sessions: z.array(z.object({ id, startsAt: instant, venue: z.string(), begun: z.boolean() })),
  /** Whether this place pays for taking part, or only gives money back. */
  paid: z.boolean(),
})
export type OwnPay = z.output<typeof ownPay>

const choiceOf = {
  choice: z.enum(CHOICES),
  /** With `less`: how much. */
  pence: z.optional(pence),
  /** With `charity`: its name. */
  charity: z.optional(text({ max: 120 })),
}
const fits = z.refine<{
  choice: (typeof CHOICES)[number]
  pence?: number | undefined
}>(({ choice, pence: some }) => choice !== 'less' || some !== undefined, {
  path: ['pence'],
  error: 'required',
})
const named = z.refine<{ choice: (typeof CHOICES)[number]; charity?: string | undefined }>(
  ({ choice, charity }) => choice !== 'charity' || Boolean(charity),
  { path: ['charity'], error: 'required' },
)

export const makeChoice = z.strictObject(choiceOf).check(fits, named)

/** The same, said on the telephone or over a table, and read back. */
export const choiceSaid = z
  .strictObject({ ...choiceOf, saidBy: z.enum(SAID_BY), readBack: z.literal(true) })
  .check(fits, named)

/** Money given back, or asked for beforehand (`advance`). */
export const claimExpense = z.strictObject({
  sessionId: id,
  why: z.enum(SPENT_ON),
  pence,
  words: text({ min: 0, max: 200 }),
  receipt: z.boolean(),
  advance: z.boolean(),
})

/** The same for somebody who rang or wrote, read back to them. */
export const claimSaid = z.strictObject({
  ...claimExpense.shape,
  saidBy: z.enum(SAID_BY),
  readBack: z.literal(true),
})

const checked = (read: (typed: string) => string | undefined, code: string) =>
  z.string().check(
    z.maxLength(60),
    z.refine((typed) => read(typed) !== undefined, { error: code }),
  )

/** Goes into the vault as it is; nobody reads it back but the payment file. */
export const setWay = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cash') }),
  z.strictObject({ kind: z.literal('post'), address: text({ min: 10, max: 300 }) }),
  z.strictObject({
    kind: z.literal('uk'),
    name: text({ max: 70 }),
    sortCode: checked(sortCodeOf, 'sort_code'),
    accountNumber: checked(accountNumberOf, 'account_number'),
  }),
  z.strictObject({
    kind: z.literal('iban'),
    name: text({ max: 70 }),
    iban: checked(ibanOf, 'iban'),
  }),
])

/** Who was there, and how long; whoever is not in the list was not. */
export const sayAttendance = z.strictObject({
  people: z
    .array(
      z.strictObject({
        memberId: id,
        minutes: z.int().check(z.gte(1), z.lte(960)),
        preparationMinutes: z.int().check(z.gte(0), z.lte(960)),
        payAs: z.enum(PAY_AS),
      }),
    )
    .check(z.minLength(1), z.maxLength(300)),
})

export const wholePence = pence
export const because = text({ min: 5, max: 300 })
export const failedBecause = z.enum(FAILED_BECAUSE)
export const day = wholeDay
