import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { words } from './start.words.ts'
import { StartError } from './start-error.ts'

const NAMES = ['JWT_SECRET', 'REFRESH_SECRET', 'VAULT_KEY'] as const

/**
 * The keys of this installation: made at its first start, 32 random bytes each, kept for its owner alone.
 * What was locked with them must open again tomorrow, so they are never made anew.
 * @throws {StartError} when the file can be neither read nor made
 */
export async function installationSecrets(file: string): Promise<Record<string, string>> {
  try {
    await mkdir(dirname(file), { recursive: true })
    return await createSecrets(file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw unusable(file, error)
  }
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw unusable(file, error)
  }
}

/** The keys of an installation that has been started before; none where it was not, or is given its own. */
export const secretsMade = (file: string): Promise<Record<string, string>> =>
  readFile(file, 'utf8').then(JSON.parse, (error: unknown) => {
    if (codeOf(error) === 'ENOENT') return {}
    throw unusable(file, error)
  })

async function createSecrets(file: string) {
  const handle = await open(file, 'wx', 0o600)
  const secrets = Object.fromEntries(
    NAMES.map((name) => [name, randomBytes(32).toString('base64')]),
  )
  await handle.writeFile(JSON.stringify(secrets, null, 2))
  await handle.sync()
  await handle.close()
  return secrets
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : '')

function unusable(file: string, error: unknown): StartError {
  const why = error instanceof Error ? error.message : String(error)
  return new StartError(words.noSecrets(file, why), { cause: error })
}
