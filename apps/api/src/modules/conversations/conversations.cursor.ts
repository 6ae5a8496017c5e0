const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const AT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** Where a page of conversations goes on. What cannot be read starts from the beginning. */
export function readCursor(cursor: string | undefined): { at: string; id: string } | undefined {
  const [at = '', id = ''] = (cursor ?? '').split('_')
  return AT.test(at) && UUID.test(id) ? { at, id } : undefined
}
export const cursorOf = ({ lastAt, id }: { lastAt: Date; id: string }): string =>
  `${lastAt.toISOString()}_${id}`

/** The same for what is ordered by birth. */
export const readId = (cursor: string | undefined): string | undefined =>
  cursor && UUID.test(cursor) ? cursor : undefined

/** One page, and where the next begins. */
export function cut<T>(rows: readonly T[], limit: number, next: (last: T) => string) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? next(last) : null }
}
