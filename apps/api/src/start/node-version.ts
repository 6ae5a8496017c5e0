import { words } from './start.words.ts'

const NEEDED = [20, 19] as const

/** What is wrong with this version of Node ('v18.2.0'), as a sentence; undefined when it is new enough. */
export function nodeProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const enough = major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])
  return enough ? undefined : words.oldNode(version, NEEDED.join('.'))
}

/** Last day with security fixes, by major version. Source: the Node.js release schedule, read in 2026. */
const LAST_DAY: Record<number, string> = {
  20: '2026-04-30',
  21: '2024-06-01',
  22: '2027-04-30',
  23: '2025-06-01',
  24: '2028-04-30',
  25: '2026-06-01',
}

/** A warning for production when this line of Node gets no security fixes any more, else undefined. */
export function endOfLife(version: string, now: Date): string | undefined {
  const major = Number.parseInt(version.replace(/^v/, ''), 10)
  const lastDay = LAST_DAY[major]
  const isOver = lastDay !== undefined && now.toISOString().slice(0, 10) > lastDay
  return isOver ? words.nodeIsOver(version, lastDay) : undefined
}
