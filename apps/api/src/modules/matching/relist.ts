import type { ClientBase } from 'pg'

interface Loaded {
  what: string
  counts: { fresh: number; changed: number }
}

/**
 * Lists everybody anew where official areas came in or changed: which district, county and region somebody works in
 * rests on them. Minutes for a whole country.
 *
 * @returns whether that was needed
 */
export async function relistAfter(client: ClientBase, files: readonly Loaded[]): Promise<boolean> {
  const isMoved = files.some(
    ({ what, counts }) => what === 'areas' && counts.fresh + counts.changed > 0,
  )
  if (isMoved) await client.query('select match_rebuild()')
  return isMoved
}
