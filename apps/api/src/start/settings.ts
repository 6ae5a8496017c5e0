import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../db/embedded/index.ts'
import { installationSecrets } from './secrets.ts'
import { words } from './start.words.ts'
import { StartError } from './start-error.ts'

export type Environment = Record<string, string | undefined>

/** A demo with letters kept in, unless told otherwise. In production nothing is made up, keys least of all. */
export async function withDefaults(
  given: Environment,
  around: { root: string; fromSource?: boolean },
  data: string,
): Promise<Environment> {
  const common: Environment = { LOG_LEVEL: 'warn', ...pages(given, around), ...given }
  // Letters and cookies name the port, so it has to be known before there is a server.
  if (given.PORT === '0') common.PORT = String(await freePort())
  if (given.NODE_ENV === 'production') return common
  const secrets = await installationSecrets(join(data, 'secrets.json'))
  return { NODE_ENV: 'development', DEMO: '1', ...secrets, ...common }
}

const PAGES_WHILE_WORKING = 'http://localhost:5173'

function pages(given: Environment, around: { root: string; fromSource?: boolean }): Environment {
  const WEB_DIR = given.WEB_DIR ?? join(around.root, 'apps/web/dist')
  if (around.fromSource) return { ORIGIN: PAGES_WHILE_WORKING }
  if (!existsSync(join(WEB_DIR, 'index.html'))) throw new StartError(words.notBuilt(WEB_DIR))
  return { WEB_DIR }
}
