import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '../apps/api/src/db/embedded/index.ts'
import { migrate } from '../apps/api/src/db/migrate.ts'
import { loadHalf, readHalf } from './quality.load.ts'
import { measure, tableOf } from './quality.measure.ts'
import type { Half } from './quality.metrics.ts'
import { connect } from './server.ts'

const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    half: { type: 'string', default: 'tune' },
    charities: { type: 'string', default: '../shared/data/charities/charities-labelled.csv' },
    ukcat: { type: 'string', default: '../shared/data/charity-classification/ukcat.csv' },
    themes: { type: 'boolean', default: false },
  },
})
const half: Half = values.half === 'report' ? 'report' : 'tune'
const read = await readHalf(resolve(root, values.charities), half)
const dataDir = resolve(root, '.data', 'bench', `quality-${half}`)
const server = await startEmbedded({
  dataDir,
  durable: false,
  log: (line) => console.error(line),
})
try {
  await migrate(server.url)
  const connected = connect(server.url)
  const client = await connected.pool.connect()
  await loadHalf(client, read, {
    folder: `${dataDir}-tables`,
    ukcat: resolve(root, values.ukcat),
  })
  client.release()
  const measured = await measure(connected, read.truth)
  process.stdout.write(
    `${half} half: ${read.truth.size} charities\n${tableOf(measured, values.themes)}`,
  )
  await connected.close()
} finally {
  await server.stop()
}
