import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../apps/api/src/db/database.ts'
import { startEmbedded } from '../apps/api/src/db/embedded/index.ts'
import { migrate } from '../apps/api/src/db/migrate.ts'

export const given = () => {
  const { values } = parseArgs({
    options: {
      orgs: { type: 'string', default: '170000' },
      residents: { type: 'string', default: '1000000' },
      challenges: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      charities: { type: 'string', default: '../shared/data/charities/charities-labelled.csv' },
      questions: { type: 'string', default: '200' },
      lists: { type: 'string', default: '10000' },
      digest: { type: 'boolean', default: true },
    },
    allowNegative: true,
  })
  const number = (text: string) => Number(text)
  return {
    ...values,
    orgs: number(values.orgs),
    residents: number(values.residents),
    challenges: number(values.challenges),
    seed: number(values.seed),
    questions: number(values.questions),
    lists: number(values.lists),
  }
}

const HOUR = 3_600_000
export const connect = (url: string, max = 1) =>
  openDatabase({ url, max, statementTimeout: HOUR, idleInTransaction: HOUR })
export type Connected = ReturnType<typeof connect>

/** A PostgreSQL of the bench's own, a folder for each size; never the product's. */
export async function startBench(orgs: number) {
  const dataDir = resolve(import.meta.dirname, '..', '.data', 'bench', String(orgs))
  const server = await startEmbedded({ dataDir, log: (line) => console.error(line) })
  await migrate(server.url)
  return server
}
