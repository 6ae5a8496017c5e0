import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readConfig } from '../apps/api/src/config.ts'
import { startEmbedded } from '../apps/api/src/db/embedded/index.ts'
import { migrate } from '../apps/api/src/db/migrate.ts'
import { keepDecisions } from '../apps/api/src/modules/decisions/index.ts'
import { hashOf } from '../apps/api/src/modules/identity/index.ts'
import { type Connected, connect } from './server.ts'
import { percentiles } from './timing.ts'

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
const BLOCS = ['residents', 'organisations', 'public-bodies'] as const

interface Device {
  memberId: string
  key: string
  base: string
}

interface Prepared {
  groupId: string
  decisionId: string
  devices: Device[]
}

/** A group that has agreed its charter, with everybody's place open on a device, and one decision open. */
async function prepare({ pool }: Connected): Promise<Prepared> {
  const [placeId, personId, organisationId, challengeId, groupId, decisionId, versionId] =
    Array.from({ length: 7 }, () => randomUUID()) as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ]
  const client = await pool.connect()
  const run = (text: string, given: unknown[] = []) => client.query(text, given)
  await run('begin')
  await run('set local session_replication_role = replica')
  await run(
    `insert into places (id, slug, name, time_zone, currency, languages, introduction, contact_name, contact_role, lad_codes)
     values ($1, $2, 'Hall', 'Europe/London', 'GBP', '{en}', '', 'Ines', 'Broker', '{}')`,
    [placeId, placeId],
  )
  await run(`insert into people (id, display_name, email) values ($1, 'Yusuf', $2)`, [
    personId,
    `${personId}@example.org`,
  ])
  await run(
    `insert into challenges (id, place_id, organisation_id, commissioner_id, slug, question)
     values ($1, $2, $3, $4, $5, 'How can we book a break?')`,
    [challengeId, placeId, organisationId, personId, challengeId],
  )
  await run(
    `insert into groups (id, place_id, challenge_id, name, about, rung, decides, shapes, fixed, answers_by, you_get,
       facilitator_id, places, taken, state)
     values ($1, $2, $3, 'Hall', 'A hall', 'co-design', '', '', '', '', '', $4, $5, $5, 'active')`,
    [groupId, placeId, challengeId, personId, DEVICES],
  )
  await run(
    `insert into decisions (id, place_id, group_id, number, kind, origin, state)
     values ($1, $2, $3, 1, 'ordinary', 'residents', 'open')`,
    [decisionId, placeId, groupId],
  )
  await run(
    `insert into decision_versions (id, place_id, decision_id, number, why, text, reason, options, affects, review_on,
       opened_at, closes_at)
     values ($1, $2, $3, 1, 'first', 'Breaks are booked by phone too.', 'It is busy.', '', 'Everybody', '2099-01-01', now(),
       now() + interval '1 hour')`,
    [versionId, placeId, decisionId],
  )
  const devices = Array.from(
    { length: DEVICES },
    (_, i): Device => ({
      memberId: randomUUID(),
      key: randomBytes(32).toString('base64url'),
      base: `http://127.0.0.1:${PORTS[i % PORTS.length]}`,
    }),
  )
  for (const [i, { memberId, key }] of devices.entries()) {
    await run(
      `insert into group_members (id, place_id, group_id, reference, first_name, contact_by, contact, contact_hash, ways,
         language, consent_version, manage_hash, bloc)
       values ($1, $2, $3, $4, 'Somebody', 'someone', $4, $5, '{in-the-room}', 'en', '2026-11', $6, $7)`,
      [memberId, placeId, groupId, `HALL-${i}`, hashOf(memberId), hashOf(key + i), BLOCS[i % 3]],
    )
    await run(
      `insert into group_devices (id, member_id, key_hash, key_version, until) values ($1, $2, $3, 1, now() + interval '1 day')`,
      [randomUUID(), memberId, hashOf(key)],
    )
  }
  await run('commit')
  client.release()
  return { groupId, decisionId, devices }
}

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
  const at = await prepare(database)
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
