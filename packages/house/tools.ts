import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the whole project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const PROGRAMS = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  depcruise: 'dependency-cruiser/bin/dependency-cruise.mjs',
} as const

/** Runs one of the project's tools to its end and gives back everything it said. */
export function runTool(tool: keyof typeof PROGRAMS, args: string[], cwd = ROOT) {
  const program = join(ROOT, 'node_modules', PROGRAMS[tool])
  return new Promise<{ code: number; output: string; said: string }>((done) => {
    const options = { cwd, maxBuffer: 256 * 1024 * 1024 }
    execFile(process.execPath, [program, ...args], options, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0
      done({ code, output: stdout, said: stdout + stderr })
    })
  })
}

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.turbo', '.git', '.data'])

/** Our own files below a folder of the project, as paths from its root with forward slashes. */
export function filesIn(folder: string, pattern: RegExp): string[] {
  const found: string[] = []
  const walk = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory() && !NOT_OURS.has(entry.name)) walk(join(path, entry.name))
      else if (entry.isFile() && pattern.test(entry.name)) found.push(join(path, entry.name))
    }
  }
  walk(join(ROOT, folder))
  return found.map((path) => relative(ROOT, path).replaceAll('\\', '/')).sort()
}
