import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../db/embedded/index.ts'
import { words } from './start.words.ts'
import { StartError, whereIs } from './start-error.ts'

const OLDEST = 160_000

export type OpenDatabase = {
  /** For migrations and the demo town. */
  ownerUrl: string
  /** For everything else. */
  appUrl: string
  stop(): Promise<void>
}

export type GivenUrls = {
  DATABASE_URL?: string | undefined
  DATABASE_OWNER_URL?: string | undefined
}

/**
 * The server in DATABASE_URL, after a look at whether it answers and is new enough; without one, our own,
 * with its data in `dataFolder`. Where the owner has no address of its own, the application owns the tables, and
 * whoever starts this is told what that means.
 */
export async function openDatabase(
  { DATABASE_URL: app, DATABASE_OWNER_URL: owner }: GivenUrls,
  dataFolder: string,
  say: (line: string) => void,
): Promise<OpenDatabase> {
  if (!app) {
    const { url, appUrl, stop } = await startEmbedded({
      dataDir: join(dataFolder, 'postgres'),
      log: say,
    })
    return { ownerUrl: url, appUrl, stop }
  }
  const ownerUrl = owner || app
  await look(ownerUrl, say)
  if (!owner) say(words.oneLogin)
  return { ownerUrl, appUrl: app, stop: async () => undefined }
}

async function look(given: string, say: (line: string) => void): Promise<void> {
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
}
