import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../db/embedded/index.ts'
import { words } from './start.words.ts'
import { StartError, whereIs } from './start-error.ts'

const OLDEST = 160_000

export type OpenDatabase = { url: string; stop(): Promise<void> }

/**
 * The server in DATABASE_URL, after a look at whether it answers and is new enough; without one, our own,
 * with its data in `dataFolder`.
 */
export async function openDatabase(
  given: string | undefined,
  dataFolder: string,
  say: (line: string) => void,
): Promise<OpenDatabase> {
  if (!given) return startEmbedded({ dataDir: join(dataFolder, 'postgres'), log: say })
  say(words.connecting(whereIs(given)))
  if (!/^postgres(ql)?:\/\//.test(given)) throw new StartError(words.badUrl)
  const client = new pg.Client({ connectionString: given, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ number: number; name: string }>(
      `select current_setting('server_version_num')::int as number,
              current_setting('server_version') as name`,
    )
    const [version] = rows
    if (version && version.number < OLDEST)
      throw new StartError(words.oldServer(whereIs(given), version.name))
  } finally {
    await client.end().catch(() => undefined)
  }
  return { url: given, stop: async () => undefined }
}
