import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { identify, stillLives } from '../db/embedded/processes.ts'

const EVERY_MS = 500

/**
 * Calls `onGone` when one of the programs that started us, from `npx` down, is gone. `npx` and `pnpm` do not
 * hand a signal on to what they run: whoever ends them means us. A shell or service above them may come
 * and go.
 */
export function whenLaunchersGo(onGone: () => void): { forget(): void } {
  const watched = launchers(process.ppid)
  if (watched.length === 0) return { forget: () => undefined }
  const timer = setInterval(() => {
    if (watched.every(stillLives)) return
    clearInterval(timer)
    onGone()
  }, EVERY_MS)
  timer.unref()
  return { forget: () => clearInterval(timer) }
}

/** The identities of our ancestors up to the topmost package manager; none elsewhere than on Linux. */
function launchers(first: number): string[] {
  const chain: { identity: string; isManager: boolean }[] = []
  for (let pid = first; pid > 1 && chain.length < 12; ) {
    const [identity, command, parent] = [identify(pid), commandOf(pid), parentOf(pid)]
    if (!identity || !parent) break
    chain.push({ identity, isManager: isPackageManager(command) })
    pid = parent
  }
  const topmost = chain.findLastIndex(({ isManager }) => isManager)
  return chain.slice(0, topmost + 1).map(({ identity }) => identity)
}

/** Whether a command is npm, npx or pnpm at work; npm names itself 'npm exec …'. */
export function isPackageManager(command: string[]): boolean {
  const [program = '', script = ''] = command
  const named = (path: string) => /^(npm|npx|pnpm)(-cli)?(\.[cm]?js)?$/.test(basename(path))
  const runsScript = /^node(\.exe)?$/.test(basename(program)) && named(script)
  return runsScript || named(program.split(' ')[0] ?? '')
}

function commandOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return undefined
  }
}
