import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import {
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import chromium from '@sparticuz/chromium'

/** A Chromium and what must stand in its environment. */
export type Installed = { executablePath: string; env: Record<string, string> }

/**
 * CHROME_PATH if it is set, else the Chromium that comes as an npm package, unpacked once per version.
 * It needs nothing from the system: libraries and fonts are brought along where the system has none.
 */
export async function findChromium(): Promise<Installed> {
  if (process.env.CHROME_PATH) return { executablePath: process.env.CHROME_PATH, env: {} }
  const folder = await unpacked()
  const executablePath = join(folder, 'chromium')
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : await ownFonts(folder)
  const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
  return (await runs(executablePath, {}))
    ? { executablePath, env: fonts }
    : { executablePath, env: { ...fonts, ...libraries } }
}

async function runs(executablePath: string, env: Record<string, string>): Promise<boolean> {
  return promisify(execFile)(executablePath, ['--version'], {
    env: { ...process.env, ...env },
  }).then(
    () => true,
    () => false,
  )
}

const CACHES = [
  fileURLToPath(new URL('../../../../node_modules/.cache', import.meta.url)),
  tmpdir(),
]

async function unpacked(): Promise<string> {
  const name = `howcanwe-chromium-${await version()}-${process.arch}-${process.getuid?.() ?? 0}`
  for (const cache of CACHES) {
    const folder = join(cache, name)
    if (await isOurs(folder)) return folder
    const draft = await mkdir(cache, { recursive: true })
      .then(() => mkdtemp(`${folder}-`))
      .catch(() => undefined)
    if (!draft) continue
    await unpackInto(draft)
    // Somebody else may have unpacked the same meanwhile; ours is as good.
    await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }))
    if (await isOurs(folder)) return folder
  }
  throw new Error(`No folder to unpack Chromium into: tried ${CACHES.join(' and ')}.`)
}

/** What lies in a folder that others may write to is not run. */
async function isOurs(folder: string): Promise<boolean> {
  const entry = await lstat(folder).catch(() => undefined)
  return entry?.isDirectory() === true && entry.uid === process.getuid?.() && !(entry.mode & 0o022)
}

async function version(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const about = join(dirname(dirname(dirname(entry))), 'package.json')
  return String(JSON.parse(await readFile(about, 'utf8')).version)
}

/**
 * The package unpacks into the temporary folder, takes any file of the right name it finds there for its
 * own, and brings its libraries only on one cloud. So it is told that this is that cloud, and given an
 * empty temporary folder.
 */
async function unpackInto(folder: string): Promise<void> {
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV }
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'nodejs22.x' })
  try {
    await chromium.executablePath()
  } finally {
    for (const [name, value] of Object.entries(before))
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
  }
  await ownEverything(folder)
}

/** Unpacked by root, the archive's files belong to a number that may be somebody here. */
async function ownEverything(folder: string): Promise<void> {
  const [uid, gid] = [process.getuid?.(), process.getgid?.()]
  if (uid !== 0 || gid === undefined) return
  for (const path of await readdir(folder, { recursive: true }))
    await chown(join(folder, path), uid, gid)
}

async function ownFonts(folder: string): Promise<Record<string, string>> {
  const file = join(folder, 'fonts.conf')
  const dirs = [join(folder, 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`)
  const cache = `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`
  await writeFile(file, `<?xml version="1.0"?><fontconfig>${dirs.join('')}${cache}</fontconfig>`)
  return { FONTCONFIG_FILE: file }
}
