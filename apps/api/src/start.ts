import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeProblem } from './start/node-version.ts'

/** The project's folder, found from source and from the bundle alike. */
function projectRoot(): string {
  for (let dir = dirname(fileURLToPath(import.meta.url)); dir !== dirname(dir); dir = dirname(dir))
    if (existsSync(join(dir, 'pnpm-workspace.yaml'))) return dir
  return process.cwd()
}

const problem = nodeProblem(process.version)
if (problem) {
  console.error(problem)
  process.exit(1)
}
// Loaded only now: an old Node would stumble over the rest before it could be told why.
const { main } = await import('./start/main.ts')
await main(projectRoot(), import.meta.url.endsWith('.ts'))
