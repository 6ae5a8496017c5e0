import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import pg from 'pg'
import { migrate } from '../db/migrate.ts'
import { ImportProblem, problemSentence } from '../modules/places/import/index.ts'
import { openDatabase } from '../start/database.ts'
import { explain } from '../start/start-error.ts'

/**
 * By default the heap may grow to four times what is alive before it is cleaned; an import makes much that dies at
 * once. 60 % keeps a register of 400,000 rows under 200 MB at the same speed.
 */
setFlagsFromString('--heap-growing-percent=60')

/** The project's folder, found from source and from the bundle alike. */
function projectRoot(): string {
  for (
    let dir = dirname(fileURLToPath(import.meta.url));
    dir !== dirname(dir);
    dir = dirname(dir)
  ) {
    if (existsSync(join(dir, 'pnpm-workspace.yaml'))) return dir
  }
  return process.cwd()
}

function sentenceOf(error: unknown, databaseUrl: string): string {
  if (error instanceof ImportProblem) return problemSentence(error.code, error.about)
  return explain(error, { port: 0, databaseUrl })
}

/**
 * Runs one command against the same database that `pnpm start` uses, brought up to date. Ends with exit code 1 and
 * one sentence when it fails, with 130 or 143 when it is told to stop.
 *
 * @param work gets one connection for the whole run, and the folder this installation keeps its own in
 * @param as whose login it is: some things the application's own may not do
 */
export async function withDatabase(
  work: (client: pg.Client, data: string) => Promise<void>,
  as: 'application' | 'owner' = 'application',
): Promise<void> {
  const root = projectRoot()
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
  const { DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR } = process.env
  const say = (line: string) => void process.stderr.write(`${line}\n`)
  const data = resolve(root, DATA_DIR ?? '.data')
  let stop = async () => {}
  try {
    const database = await openDatabase({ DATABASE_URL, DATABASE_OWNER_URL }, data, say)
    stop = database.stop
    process.once('SIGINT', () => void stop().finally(() => process.exit(130)))
    process.once('SIGTERM', () => void stop().finally(() => process.exit(143)))
    await migrate(database.ownerUrl, database.appUrl)
    const client = new pg.Client({
      connectionString: as === 'owner' ? database.ownerUrl : database.appUrl,
      connectionTimeoutMillis: 10_000,
      application_name: 'howcanwe-import',
    })
    await client.connect()
    // A power cut may cost the last thousand rows, which the next run brings; it never costs order.
    await client.query('set synchronous_commit to off')
    await work(client, data).finally(() => client.end())
  } catch (error) {
    say(sentenceOf(error, DATABASE_URL ?? ''))
    process.exitCode = 1
  } finally {
    await stop()
  }
}
