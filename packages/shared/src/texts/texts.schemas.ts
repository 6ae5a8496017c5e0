import * as z from 'zod/mini'
import { id, instant } from '../http/index.ts'

/** What came of a text that a person read: they got in touch, wrote down what it says, or there was nothing to do. */
export const CAME_OF = ['in-touch', 'written-down', 'nothing'] as const
export type CameOf = (typeof CAME_OF)[number]

/** A text as the gateway hands it in. What a phone can send is not ours to refuse: it is cut, or kept as it is. */
export const arrived = z.strictObject({
  /** The gateway's own name for it: one that comes twice is taken once. */
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  /** A number in E.164; anything else cannot be answered and is dropped. */
  from: z.string().check(z.maxLength(40)),
  text: z.string().check(z.maxLength(4_000)),
})

/** Where texts stay here, anybody can try what a phone would do. */
export const tried = z.strictObject({
  from: z.string().check(z.maxLength(40)),
  text: z.string().check(z.minLength(1), z.maxLength(1_000)),
})

/** A text that waits for whoever runs the group; its words are read one at a time. */
export const waitingText = z.object({
  id,
  /** null: from a number that has no place here, by the two words of the group. */
  member: z.nullable(z.object({ id, firstName: z.string(), reference: z.string() })),
  receivedAt: instant,
  /** A person answers by then (J-17). */
  dueAt: instant,
  isLate: z.boolean(),
})
export type WaitingText = z.output<typeof waitingText>

export const textRead = z.object({
  text: z.string(),
  /** To ring or to text back. */
  number: z.string(),
})
