import { readFileSync } from 'node:fs'

/**
 * A name for a process that a later process with the same number does not share, where the system tells
 * (Linux: number and start tick). Undefined when no such process lives; a zombie does not.
 */
export function identify(pid: number): string | undefined {
  if (process.platform !== 'linux') return answers(pid) ? `${pid}` : undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name and may hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, started] = [fields[0], fields[19]]
    return state === 'Z' || state === 'X' ? undefined : `${pid}-${started}`
  } catch {
    return undefined
  }
}

/** Whether the process that was given this name by `identify` still lives. */
export function stillLives(identity: string): boolean {
  return identify(Number.parseInt(identity, 10)) === identity
}

/** Whether any process has this number; one that belongs to somebody else counts. */
export function isAlive(pid: number): boolean {
  return identify(pid) !== undefined
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
