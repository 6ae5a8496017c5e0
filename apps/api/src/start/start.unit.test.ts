import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../config.ts'
import { isPackageManager } from './launchers.ts'
import { endOfLife, nodeProblem } from './node-version.ts'
import { withDefaults } from './settings.ts'
import { explain } from './start-error.ts'
import { warningsOf } from './warnings.ts'

const context = { port: 3000, databaseUrl: 'postgres://anna:geheim@db.example:5432/town' }
const failure = (code: string, message = '') => Object.assign(new Error(message), { code })

describe('whoever starts the project reads what to do, never a password', () => {
  it.each<[string, Error, RegExp]>([
    ['a taken port', failure('EADDRINUSE'), /^Port 3000 is taken.*PORT=3001/],
    ['a port for root only', Object.assign(failure('EACCES'), { syscall: 'listen' }), /above 1023/],
    ['no server', failure('ECONNREFUSED'), /^No database answers at db\.example:5432\/town/],
    ['no such host', failure('ENOTFOUND'), /^No database answers/],
    [
      'a server in two places that is in neither',
      new AggregateError([failure('ECONNREFUSED')]),
      /^No database answers/,
    ],
    ['a server that takes its time', new Error('timeout expired'), /^No database answers/],
    ['a wrong password', failure('28P01'), /refuses this user or password/],
    ['a missing database', failure('3D000'), /^The server answers, but there is no database/],
    [
      'a missing right',
      failure('42501', 'permission denied'),
      /lacks a right \(permission denied\)/,
    ],
    ['a wrong setting', new ConfigError('PORT is odd.'), /^PORT is odd\.$/],
    ['a cause within an error', new Error('query failed', { cause: failure('28P01') }), /refuses/],
    [
      'what nobody foresaw',
      new TypeError('x is not a function'),
      /Please report.*\n.*x is not a function/,
    ],
  ])('%s', (_, error, sentence) => {
    expect(explain(error, context)).toMatch(sentence)
    expect(explain(error, context)).not.toContain('geheim')
  })
})

it.each([
  ['v20.19.0', true],
  ['v20.18.3', false],
  ['v22.0.0', true],
  ['v18.20.1', false],
])('Node %s is new enough: %s', (version, enough) => {
  expect(nodeProblem(version) === undefined).toBe(enough)
})

it.each([
  ['v20.20.2', '2026-04-30', false],
  ['v20.20.2', '2026-05-01', true],
  ['v24.1.0', '2026-11-21', false],
  ['v31.0.0', '2026-11-21', false],
])('Node %s on %s is past its end: %s', (version, day, isOver) => {
  expect(endOfLife(version, new Date(`${day}T12:00:00Z`)) !== undefined).toBe(isOver)
})

it.each([
  [['npm exec pnpm@10 start'], true],
  [['node', '/home/anna/.npm/_npx/1/node_modules/.bin/pnpm', 'start'], true],
  [['/usr/bin/node', '/usr/lib/node_modules/npm/bin/npx-cli.js', 'pnpm@10', 'start'], true],
  [['/opt/pnpm', 'start'], true],
  [['bash', '-c', 'cd project && npx pnpm@10 start'], false],
  [['node', '/srv/tools/deploy.js', 'pnpm'], false],
  [['/lib/systemd/systemd'], false],
])('%j is a package manager at work: %s', (command, is) => {
  expect(isPackageManager(command)).toBe(is)
})

it.each([
  ['https with nobody named in front', 'https://a.example', false, 1],
  ['https behind a named proxy', 'https://a.example', ['10.0.0.1'], 0],
  ['plain http on a laptop', 'http://localhost:3000', false, 0],
])('whoever starts %s is warned accordingly', (_, origin, trustProxy, how) => {
  const config = {
    mode: 'development' as const,
    origin,
    trustProxy: trustProxy as string[] | false,
  }
  const said = warningsOf(config, 'v24.1.0', new Date('2026-11-21'))
  expect(said.filter((sentence) => sentence.includes('TRUST_PROXY'))).toHaveLength(how)
  expect(said).toHaveLength(how)
})

it('a laptop without settings, with or without the demo, keeps its letters at home', async () => {
  const root = await mkdtemp(join(tmpdir(), 'howcanwe-settings-'))
  for (const given of [{}, { DEMO: '0' }]) {
    const settings = await withDefaults(given, { root, fromSource: true }, root)
    const config = readConfig({ ...settings, DATABASE_URL: 'postgres://' })
    expect([config.mode, config.mail.kind]).toEqual(['development', 'outbox'])
  }
  await rm(root, { recursive: true })
})
