import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort, startEmbedded } from '../../../apps/api/src/db/embedded/index.ts'
import { seedDemo } from '../../../apps/api/src/demo/index.ts'

/** Boots what was built as it is deployed, on a real PostgreSQL, and looks at its answers. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const checks: { name: string; passed: boolean }[] = []

async function check(name: string, test: () => Promise<unknown>) {
  const answer = await test().catch((error: unknown) => String(error))
  const passed = answer === true
  checks.push({ name, passed })
  console.log(
    `${passed ? 'ok    ' : 'FAILED'} ${name}${passed ? '' : `: ${JSON.stringify(answer)}`}`,
  )
}

function part(file: string, env: Record<string, string>): ChildProcess {
  const program = join(ROOT, 'apps/api/dist', file)
  return spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function codeOf(child: ChildProcess): Promise<number | string | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode ?? child.signalCode
}

async function ended(child: ChildProcess) {
  child.kill('SIGTERM')
  const code = await codeOf(child)
  return code === 0 || code
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

type Described = { openapi: string; paths: Record<string, unknown> }

const secret = () => randomBytes(32).toString('base64')

async function look(origin: string) {
  const get = (path: string) => fetch(origin + path, { signal: AbortSignal.timeout(10_000) })
  const status = async (path: string) => (await get(path)).status
  const is = (expected: number) => (found: number) => found === expected || found
  await check('says it is alive', () => status('/healthz').then(is(200)))
  await check('says it is ready', () => status('/readyz').then(is(200)))
  await check('describes its API in OpenAPI 3.1', async () => {
    const described = (await (await get('/api/openapi.json')).json()) as Described
    const paths = Object.keys(described.paths)
    return (
      (/^3\.1/.test(described.openapi) && paths.includes('/api/v1/challenges')) || [
        described.openapi,
        paths,
      ]
    )
  })
  await check('shows open challenges to anyone', async () => {
    const answer = await get('/api/v1/challenges')
    const body = (await answer.json()) as { items?: unknown[] }
    return (answer.status === 200 && (body.items?.length ?? 0) > 0) || [answer.status, body]
  })
  await check('asks a stranger to sign in', async () => {
    const answer = await get('/api/v1/me')
    const kind = answer.headers.get('content-type') ?? ''
    return (
      (answer.status === 401 && /^application\/problem\+json/.test(kind)) || [answer.status, kind]
    )
  })
  await check('serves a page under a strict policy, with its script', async () => {
    const page = await get('/')
    const policy = page.headers.get('content-security-policy') ?? ''
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1]
    const found = script ? await status(script) : 'no script'
    const strict = /script-src[^;]*'self'/.test(policy) && !/script-src[^;]*unsafe/.test(policy)
    return (page.status === 200 && strict && found === 200) || [page.status, policy, found]
  })
}

async function boot({ url, appUrl }: { url: string; appUrl: string }) {
  const port = await freePort()
  const letters = createServer((socket) => socket.end('421 not today\r\n'))
  const origin = `http://127.0.0.1:${port}`
  const env = {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    ORIGIN: origin,
    DATABASE_URL: appUrl,
    JWT_SECRET: secret(),
    REFRESH_SECRET: secret(),
    VAULT_KEY: secret(),
    MAIL: 'smtp',
    SMTP_URL: `smtp://127.0.0.1:${await listening(letters)}`,
    WEB_DIR: join(ROOT, 'apps/web/dist'),
    LOG_LEVEL: 'warn',
  }
  await check('brings an empty database up to date', () =>
    codeOf(part('migrate.js', { ...env, DATABASE_OWNER_URL: url })).then(
      (code) => code === 0 || code,
    ),
  )
  await check('loads the demo place', () => seedDemo(url).then((how) => how === 'loaded'))
  const [server, worker] = [part('main.js', env), part('worker.js', env)]
  for (let tick = 0; tick < 200 && server.exitCode === null; tick++) {
    if (
      await fetch(`${origin}/readyz`).then(
        (a) => a.ok,
        () => false,
      )
    )
      break
    await wait(100)
  }
  await look(origin)
  await check('ends its server in order', () => ended(server))
  await check('ends its worker in order', () => ended(worker))
  letters.close()
}

const dataDir = await mkdtemp(join(tmpdir(), 'howcanwe-boot-'))
const database = await startEmbedded({ dataDir, durable: false, log: console.log })
try {
  await boot(database)
} finally {
  await database.stop()
  await rm(dataDir, { recursive: true, force: true })
}
const file = process.env.BOOT_RESULTS
if (file) await writeFile(file, JSON.stringify(checks))
process.exit(checks.every(({ passed }) => passed) ? 0 : 1)
