import { type KeyObject, sign } from 'node:crypto'
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

export interface LineOptions {
  /** Ed25519. Not set, the line carries no signature. */
  key: KeyObject | undefined
  /** Why whoever runs this went on from here although earlier lines do not fit. */
  accepted?: string
}

/**
 * A checkpoint as one line of JSON: in the anchor file, in a letter, in a file of one's own. The signature is the last
 * member, over the exact bytes of the line as it was without it (docs/audit.md).
 */
export function lineOf(checkpoint: Checkpoint, { key, accepted }: LineOptions): string {
  const { chain, size, hash, origin, at } = checkpoint
  const why = accepted === undefined ? {} : { accepted }
  const line = JSON.stringify({ v: 1, origin, chain, size, hash, at: at.toISOString(), ...why })
  if (!key) return line
  const signature = sign(null, Buffer.from(line), key).toString('base64')
  return `${line.slice(0, -1)},"signature":"${signature}"}`
}

/** What is known to be outside: by chain, the longest. */
export type Anchored = Map<string, Pick<Checkpoint, 'chain' | 'size' | 'hash'>>

/** A chain that does not go on from what lies outside: how long it was there, and how long it is here. */
export interface BrokenChain {
  chain: string
  outside: number
  here: number
}

function checkpointIn(line: string): (Checkpoint & { accepted?: string }) | undefined {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/**
 * The longest checkpoint of each chain in the text of an anchor file. A line that a crash cut off does not count, and
 * what was accepted stands for whatever came before it.
 *
 * @throws {SyntaxError} when no line of it can be read
 */
export function anchoredIn(text: string): Anchored {
  const longest: Anchored = new Map()
  for (const line of text.split('\n')) {
    const c = checkpointIn(line)
    if (c && (c.accepted !== undefined || c.size > (longest.get(c.chain)?.size ?? 0)))
      longest.set(c.chain, c)
  }
  if (longest.size === 0 && text.trim() !== '') throw new SyntaxError('holds no checkpoint')
  return longest
}
