import * as z from 'zod/mini'

/** UUIDv7, so that ids sort by birth. */
export const id = z.uuid()

const EARLIEST = Date.UTC(1900, 0, 1)
const LATEST = Date.UTC(2101, 0, 1)

/** A moment within the years people mean: `Date` in our code, RFC 3339 UTC on the wire. */
const moment = z.date().check(z.refine((d) => d.getTime() >= EARLIEST && d.getTime() < LATEST))
export const instant = z.codec(z.iso.datetime({ offset: true }), moment, {
  decode: (s) => new Date(s),
  encode: (d) => d.toISOString(),
})

/** Control characters (but tab and new line), NUL, and the marks that turn text around on screen. */
function isHidden(char: string): boolean {
  const c = char.codePointAt(0) ?? 0
  if (c === 9 || c === 10) return false
  return c < 32 || c === 127 || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)
}

/** Joiners and fillers that writing needs between letters, and that alone say nothing. */
const UNSEEN = /\p{Cf}|[\u115f\u1160\u2800\u3164\uffa0]/gu
const seen = (s: string): number => [...s.replaceAll(UNSEEN, '').trim()].length

/**
 * Words a person types: NFC, trimmed, without control characters, length counted in code points.
 *
 * @param limits `min` 0 makes it may-be-empty, and counts what shows; both in code points
 */
export const text = (limits: { min?: number; max: number }) =>
  z.pipe(
    z.pipe(
      z.string().check(z.maxLength(limits.max * 4)),
      z.transform((s: string) => s.normalize('NFC').replaceAll('\r\n', '\n').trim()),
    ),
    z.string().check(
      z.refine((s) => ![...s].some(isHidden), { error: 'hidden_characters' }),
      z.refine((s) => seen(s) >= (limits.min ?? 1), {
        error: `too_short:${limits.min ?? 1}`,
      }),
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
