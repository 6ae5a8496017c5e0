import { startSession } from '@howcanwe/shared/codesign'
import { text, wholeDay } from '@howcanwe/shared/http'
import * as z from 'zod/mini'
import { momentIn } from './local-time.ts'

const number = z.string().check(z.regex(/^\d{0,4}$/))

/** As people think of it: a day and a time of the place. `startsAt` keeps its name, so that refusals find it. */
export const announceForm = z.strictObject({
  startsAt: wholeDay,
  time: z.string().check(z.regex(/^([01]?\d|2[0-3]):[0-5]\d$/)),
  minutes: z.string(),
  venue: startSession.shape.venue,
  address: text({ min: 0, max: 200 }),
  gettingThere: startSession.shape.gettingThere,
  stepFree: z.boolean(),
  breaks: text({ min: 0, max: 200 }),
  capacity: number,
  paidMinutes: number,
  link: z.string().check(z.maxLength(300), z.regex(/^(https:\/\/.*)?$/)),
})
export type Announced = z.output<typeof announceForm>

export const LENGTHS = [30, 45, 60, 90, 120]
const PREPARING_MIN = 60
/** What is usual to pay for: the session, and an hour to get ready and there. */
export const usualPay = (minutes: string): string => String(Number(minutes) + PREPARING_MIN)
export const isUsualPay = (paid: string): boolean =>
  LENGTHS.some((minutes) => usualPay(String(minutes)) === paid)

/** Where and how the group met last, as far as it is known; a day and a time are always new. */
export const announceValues = (
  breaks: string,
  last?: Pick<z.output<typeof startSession>, 'venue' | 'address' | 'gettingThere' | 'stepFree'>,
): Announced => ({
  ...{ startsAt: '', time: '', minutes: '120', breaks, capacity: '', link: '' },
  paidMinutes: usualPay('120'),
  venue: last?.venue ?? '',
  address: last?.address ?? '',
  gettingThere: last?.gettingThere ?? '',
  stepFree: last?.stepFree ?? false,
})

export type AnnounceBody = ReturnType<typeof bodyOf>
export const bodyOf = (zone: string, { time, ...typed }: Announced) => ({
  ...typed,
  startsAt: momentIn(zone, typed.startsAt, time.padStart(5, '0')),
  minutes: Number(typed.minutes),
  address: typed.address.trim() || null,
  link: typed.link.trim() || null,
  capacity: Number(typed.capacity) || null,
  paidMinutes: Number(typed.paidMinutes || usualPay(typed.minutes)),
})
