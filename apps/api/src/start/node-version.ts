import { words } from './start.words.ts'

const NEEDED = [20, 19] as const

/** What is wrong with this version of Node ('v18.2.0'), as a sentence; undefined when it is new enough. */
export function nodeProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const enough = major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])
  return enough ? undefined : words.oldNode(version, NEEDED.join('.'))
}
