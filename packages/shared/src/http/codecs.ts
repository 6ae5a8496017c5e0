import * as z from 'zod/mini'

/** UUIDv7, so that ids sort by birth. */
export const id = z.uuid()

/** Control characters (but tab and new line), NUL and the marks that turn text around on screen. */
const HIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/u
const trimmed = /^\s+|\s+$/gu

/**
 * Words a person types: NFC, trimmed, without control characters, length counted in code points.
 *
 * @param limits `min` 0 makes it may-be-empty; both in code points
 */
export const text = (limits: { min?: number; max: number }) =>
  z.pipe(
    z.pipe(
      z.string().check(z.maxLength(limits.max * 4)),
      z.transform((s: string) => s.normalize('NFC').replace(/\r\n/g, '\n').replace(trimmed, '')),
    ),
    z.string().check(
      z.refine((s) => !HIDDEN.test(s), { error: 'hidden_characters' }),
      z.refine((s) => [...s].length >= (limits.min ?? 1), { error: `too_short:${limits.min ?? 1}` }),
      z.refine((s) => [...s].length <= limits.max, { error: `too_long:${limits.max}` }),
    ),
  )

/** A whole day, YYYY-MM-DD, within the years people mean. */
export const wholeDay = z.iso.date().check(z.refine((s) => s >= '1900-01-01' && s <= '2100-12-31'))

/** Query of every list: opaque cursor, page size. */
export const cursorPage = {
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
  cursor: z.optional(z.string().check(z.maxLength(400))),
}

/** `{ items, nextCursor }`. */
export const pageOf = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) })

/** The body of a 204. */
export const nothing = z.undefined()
