import type { Checkpoint } from '@howcanwe/shared/audit'

/** While something happens, a checkpoint is taken this often (`trust.md` §4.4). */
export const CHECKPOINT_EVERY = '5 minutes'

/** After these a checkpoint is taken at once: what opens, closes or decides must be beyond change soonest. */
export const WEIGHTY: readonly string[] = [
  'challenges.opened',
  'challenges.amended',
  'challenges.closed',
  'challenges.formed',
  'challenges.none-chosen',
  'challenges.paused',
  'challenges.resumed',
  'challenges.withdrawn',
  'interests.decided',
  'protections.ended',
  'protections.published',
]

/** A checkpoint as one line of JSON: in the anchor file, in a letter, in a file of one's own. */
export const lineOf = ({ chain, size, hash, origin, at }: Checkpoint): string =>
  JSON.stringify({ v: 1, origin, chain, size, hash, at: at.toISOString() })

/** What is known to be outside: by chain, the longest. */
export type Anchored = Map<string, Pick<Checkpoint, 'chain' | 'size' | 'hash'>>

function checkpointIn(line: string): Checkpoint | undefined {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/**
 * The longest checkpoint of each chain in the text of an anchor file. A line that a crash cut off does not count.
 *
 * @throws {SyntaxError} when no line of it can be read
 */
export function anchoredIn(text: string): Anchored {
  const longest: Anchored = new Map()
  for (const line of text.split('\n')) {
    const c = checkpointIn(line)
    if (c && c.size > (longest.get(c.chain)?.size ?? 0)) longest.set(c.chain, c)
  }
  if (longest.size === 0 && text.trim() !== '') throw new SyntaxError('holds no checkpoint')
  return longest
}
