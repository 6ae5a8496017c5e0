import * as z from 'zod/mini'
import { refuse } from '../../http/app-error.ts'

/** Where a page of the list ended: the closing time as the database writes it, and the id. */
const place = z.tuple([
  z.string().check(z.maxLength(40), z.regex(/^\d{4,6}-[\d :.+-]+$/)),
  z.uuid(),
])
export type Cursor = z.output<typeof place>

export const cursorOf = (closesAt: string, id: string): string =>
  Buffer.from(JSON.stringify([closesAt, id])).toString('base64url')

/** @throws request.invalid for anything this list did not hand out */
export function readCursor(cursor: string | undefined): Cursor | undefined {
  if (cursor === undefined) return undefined
  try {
    return z.parse(place, JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw refuse('request.invalid', { fields: [{ pointer: '#/query/cursor', code: 'invalid' }] })
  }
}
