import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import pg from 'pg'
import { EmbeddedError, startEmbedded } from '../db/embedded/index.ts'
import { migrate } from '../db/migrate.ts'
import { ImportProblem, problemSentence } from '../modules/places/import/index.ts'

/**
 * By default the heap may grow to four times what is alive before it is cleaned; an import makes much that dies at
 * once. 60 % keeps a register of 400,000 rows under 200 MB at the same speed.
 */
setFlagsFromString('--heap-growing-percent=60')

/** The workspace's root, found from source and from the bundle alike. */
function root(): string {
  for (let dir = dirname(fileURLToPath(import.meta.url)); ; dir = dirname(dir)) {
    if (existsSync(join(dir, 'pnpm-workspace.yaml'))) return dir
    if (dirname(dir) === dir) return process.cwd()
  }
}

async function findDatabase(databaseUrl: string | undefined, log: (line: string) => void) {
  if (databaseUrl) return { url: databaseUrl, stop: async () => {} }
  return startEmbedded({ dataDir: join(root(), '.data', 'postgres'), log })
}

/** One sentence for what went wrong; never a stack, never a password. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ImportProblem) return problemSentence(error.code, error.about)
  if (error instanceof EmbeddedError) return error.message
  const { code } = error as { code?: unknown }
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return 'The database does not answer. Check DATABASE_URL.'
  return error instanceof Error ? error.message : String(error)
}

/**
 * Runs one command against the migrated database: the one of DATABASE_URL, else the product's own. Ends with exit
 * code 1 and one sentence when it fails, 130 when interrupted.
 *
 * @param work gets one connection for the whole run
 */
export async function withDatabase(
  databaseUrl: string | undefined,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const say = (line: string) => void process.stderr.write(`${line}\n`)
  let stop = async () => {}
  try {
    const database = await findDatabase(databaseUrl, say)
    stop = database.stop
    process.once('SIGINT', () => void stop().finally(() => process.exit(130)))
    process.once('SIGTERM', () => void stop().finally(() => process.exit(143)))
    await migrate(database.url)
    const client = new pg.Client({
      connectionString: database.url,
      connectionTimeoutMillis: 5_000,
      application_name: 'howcanwe-import',
    })
    await client.connect()
    await work(client).finally(() => client.end())
  } catch (error) {
    say(sentenceOf(error))
    process.exitCode = 1
  } finally {
    await stop()
  }
}
