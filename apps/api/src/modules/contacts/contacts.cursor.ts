const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export interface After {
  name: string
  id: string
}

/** Where the list goes on: opaque to whoever carries it. */
export const cursorOf = ({ name, id }: After): string =>
  Buffer.from(JSON.stringify([name, id])).toString('base64url')

/** @returns undefined for a cursor we did not write; the list then starts anew */
export function readCursor(cursor: string | undefined): After | undefined {
  try {
    const [name, id]: unknown[] = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString())
    return typeof name === 'string' && typeof id === 'string' && UUID.test(id)
      ? { name, id }
      : undefined
  } catch {
    return undefined
  }
}
