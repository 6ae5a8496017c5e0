import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readConfig } from '../apps/api/src/config.ts'
import { startEmbedded } from '../apps/api/src/db/embedded/index.ts'
import { migrate } from '../apps/api/src/db/migrate.ts'
import { keepDecisions } from '../apps/api/src/modules/decisions/index.ts'
import { connect } from './server.ts'
import { percentiles } from './timing.ts'
import { type Device, type Prepared, prepareHall } from './voices-hall.ts'

/**
 * Three hundred phones of one hall answer within a minute, through two real API processes, and read the result when it
 * comes (issue 5, item 5): some lose their connection while they send, some send twice, some streams break.
 */
const { values } = parseArgs({
  options: {
    devices: { type: 'string', default: '300' },
    seconds: { type: 'string', default: '60' },
    ports: { type: 'string', default: '3611,3612' },
  },
})
const DEVICES = Number(values.devices)
const SECONDS = Number(values.seconds)
const PORTS = values.ports.split(',').map(Number)
/** As the web does it, so that a hall does not ask at one instant. */
const SPREAD_MS = 400
const WORKER_MS = 1_000
const OPENING_MS = 5_000
const secret = () => randomBytes(32).toString('base64')
const SECRETS = { JWT_SECRET: secret(), REFRESH_SECRET: secret(), VAULT_KEY: secret() }
const ORIGIN = 'http://localhost:3611'

const environment = (databaseUrl: string, port: number) => ({
  ...SECRETS,
  NODE_ENV: 'production',
  DATABASE_URL: databaseUrl,
  ORIGIN,
  PORT: String(port),
  LOG_LEVEL: 'error',
  // Nothing is sent: no letter is written.
  MAIL: 'smtp',
  SMTP_URL: 'smtp://127.0.0.1:2525',
})

async function startApi(databaseUrl: string, port: number): Promise<ChildProcess> {
  const main = resolve(import.meta.dirname, '..', 'apps', 'api', 'dist', 'main.js')
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, ...environment(databaseUrl, port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    if (answer?.ok) return child
    await sleep(100)
  }
  throw new Error(`the API on ${port} did not start`)
}

/** Seconds of CPU a process has used (Linux). */
function cpuOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

const tally = { sent: 0, kept: 0, again: 0, refused: 0, streamsBroken: 0 }
const took: number[] = []

async function say(device: Device, at: Prepared, cut: boolean): Promise<void> {
  const url = `${device.base}/api/v1/decisions/${at.decisionId}/answer`
  const answer = ['yes', 'yes', 'no', 'yes', 'aside'][Math.floor(Math.random() * 5)]
  const send = (signal?: AbortSignal) => {
    tally.sent += 1
    return fetch(url, {
      method: 'PUT',
      headers: { cookie: `group-places=${device.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ version: 1, answer }),
      ...(signal ? { signal } : {}),
    })
  }
  if (cut) {
    const stop = new AbortController()
    const lost = send(stop.signal).catch(() => undefined)
    await sleep(Math.random() * 8)
    stop.abort()
    await lost
    tally.again += 1
  }
  for (let tries = 0; tries < 8; tries++) {
    const began = performance.now()
    const reply = await send().catch(() => undefined)
    await reply?.body?.cancel()
    if (reply?.ok) {
      took.push(performance.now() - began)
      tally.kept += 1
      return
    }
    if (reply && reply.status < 429) break
    tally.again += 1
    await sleep(400 * 2 ** tries * (0.5 + Math.random()))
  }
  tally.refused += 1
}

/** Looks as a phone does, and reads the result when it is told that something moved. */
async function look(device: Device, at: Prepared, breaks: boolean): Promise<number> {
  // People do not open the page in the same instant.
  await sleep(Math.random() * OPENING_MS)
  const headers = { cookie: `group-places=${device.key}` }
  for (;;) {
    const stream = await fetch(`${device.base}/api/v1/groups/${at.groupId}/live`, { headers })
    if (!stream.ok || !stream.body) {
      tally.streamsBroken += 1
      await stream.body?.cancel()
      await sleep(500 + Math.random() * 1_000)
      continue
    }
    const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader()
    if (breaks) {
      breaks = false
      tally.streamsBroken += 1
      await sleep(Math.random() * SECONDS * 800)
      await reader.cancel()
      continue
    }
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      if (!/event: (decision|here|again)/.test(value)) continue
      await sleep(Math.random() * SPREAD_MS)
      const reply = await fetch(`${device.base}/api/v1/decisions/${at.decisionId}`, { headers })
      const read = (await reply.json()) as { versions?: { result: string | null }[] }
      if (!read.versions?.[0]?.result) continue
      const seen = Date.now()
      await reader.cancel()
      return seen
    }
  }
}

async function run(): Promise<void> {
  const dataDir = resolve(import.meta.dirname, '..', '.data', 'bench', 'voices')
  const server = await startEmbedded({ dataDir, log: (line) => console.error(line) })
  await migrate(server.url)
  const database = connect(server.url, 4)
  const at = await prepareHall(database, { devices: DEVICES, ports: PORTS })
  const apis = await Promise.all(PORTS.map((port) => startApi(server.url, port)))
  process.once('exit', () => apis.map((api) => api.kill()))
  const before = apis.map(cpuOf)
  const screens = at.devices.map((device, i) => look(device, at, i % 10 === 0))
  await sleep(OPENING_MS + 1_500)
  const began = Date.now()
  await Promise.all(
    at.devices.map(async (device, i) => {
      await sleep(Math.random() * SECONDS * 1_000)
      await say(device, at, i % 10 === 1)
      if (i % 10 === 2) await say(device, at, false)
    }),
  )
  const answering = (Date.now() - began) / 1_000
  await database.pool.query('begin')
  await database.pool.query(
    `set session_replication_role = replica; update decision_versions set closes_at = clock_timestamp()
     where decision_id = '${at.decisionId}'; set session_replication_role = origin; commit`,
  )
  const config = readConfig(environment(server.url, 0))
  const counting = setInterval(() => void keepDecisions({ db: database.db, config }), WORKER_MS)
  const seen = await Promise.all(screens)
  clearInterval(counting)
  const { rows } = await database.pool.query<{ closed: Date; ballots: number; members: number }>(
    `select v.closed_at as closed, (select count(*)::int from decision_ballots b where b.version_id = v.id) as ballots,
       (select count(distinct member_id)::int from decision_ballots b where b.version_id = v.id) as members
     from decision_versions v where v.decision_id = $1`,
    [at.decisionId],
  )
  const counts = await database.pool.query(
    `select c.bloc, c.members, c.yes, c.no, c.aside from decision_counts c join decision_versions v on v.id = c.version_id
     where v.decision_id = $1 order by c.bloc`,
    [at.decisionId],
  )
  const [row] = rows
  if (!row) throw new Error('no version')
  const toScreen = seen.map((moment) => moment - row.closed.getTime())
  const cpu = apis.map((api, i) => cpuOf(api) - (before[i] ?? 0))
  console.table(counts.rows)
  console.log({
    devices: DEVICES,
    answeringSeconds: answering,
    ...tally,
    stored: row.ballots,
    duplicates: row.ballots - row.members,
    answerMs: percentiles(took),
    fromCloseToScreenMs: percentiles(toScreen),
    apiCpuSeconds: cpu,
  })
  for (const api of apis) {
    api.kill('SIGTERM')
    await once(api, 'exit')
  }
  await database.close()
  await server.stop()
  if (row.ballots !== DEVICES) process.exitCode = 1
}

await run()
