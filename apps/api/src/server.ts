import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { openDatabase } from './db/database.ts'

export interface Running {
  /** http://127.0.0.1:3000 */
  address: string
  close(): Promise<void>
}

/** Opens the pool, listens, and closes both in the right order. */
export async function startServer(config: Config): Promise<Running> {
  const database = openDatabase({
    url: config.databaseUrl,
    max: config.databasePool,
    onError: (error) => app?.log.error({ name: error.name }, 'a database connection was lost'),
  })
  let app: Awaited<ReturnType<typeof buildApp>> | undefined
  try {
    app = await buildApp({
      db: database.db,
      config,
      clock: () => new Date(),
      log: {
        info: (facts, message) => app?.log.info(facts, message),
        warn: (facts, message) => app?.log.warn(facts, message),
        error: (facts, message) => app?.log.error(facts, message),
      },
    })
    const address = await app.listen({ port: config.port, host: config.host })
    const started = app
    return {
      address,
      close: async () => {
        await started.close()
        await database.close()
      },
    }
  } catch (error) {
    await app?.close().catch(() => undefined)
    await database.close()
    throw error
  }
}
