import type { Config } from '../config.ts'
import { endOfLife } from './node-version.ts'
import { words } from './start.words.ts'

/** What is allowed and yet likely wrong, in sentences for whoever starts this. */
export function warningsOf(
  config: Pick<Config, 'mode' | 'origin' | 'trustProxy'>,
  node: string,
  now: Date,
): string[] {
  const isOver = config.mode === 'production' ? endOfLife(node, now) : undefined
  const hasProxy = config.origin.startsWith('https:')
  return [isOver, hasProxy && !config.trustProxy ? words.noProxy : undefined].filter(
    (sentence) => sentence !== undefined,
  )
}
