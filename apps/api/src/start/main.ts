import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '../db/migrate.ts'
import { DEMO_PEOPLE, seedDemo } from '../demo/index.ts'
import { startServer } from '../server.ts'
import { startWorker } from '../worker-loop.ts'
import { type Demo, startProduct } from './run.ts'
import { aborted, stopWithin, whenTold } from './until-told.ts'

const people = DEMO_PEOPLE.map(({ email, name, tries }) => ({ email, who: `${name}, ${tries}` }))
const demo: Demo = { seed: seedDemo, people }
const parts = { migrate, startServer, startWorker, demo }

/** `pnpm start`: serves until told to stop, then ends the process with code 0, or 1 after a failure. */
export async function main(root: string, fromSource: boolean): Promise<void> {
  const settings = join(root, '.env')
  if (existsSync(settings)) process.loadEnvFile(settings)
  // Whoever read our lines may be gone before we have stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  const signal = whenTold()
  const broken = new Promise<Error>((fault) => process.on('uncaughtException', fault))
  try {
    const product = await startProduct(parts, { root, fromSource, env: process.env, say, signal })
    const fault = await Promise.race([aborted(signal), broken])
    if (fault) process.stderr.write(`${fault.stack}\n`)
    const code = await stopWithin(product, say)
    process.exit(fault ? 1 : code)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(1)
  }
}
