import { drizzle } from 'drizzle-orm/node-postgres'
import {
  problemLines,
  readSetup,
  reportLines,
  SetupRefused,
  setUpPlace,
  setupWords as words,
} from '../setup/index.ts'
import { readArguments } from './arguments.ts'
import { withDatabase } from './with-database.ts'

const given = readArguments(
  { 'dry-run': { type: 'boolean' }, 'end-missing': { type: 'boolean' } },
  words.usage,
)

/** Says why a file is refused instead of failing over it. */
async function unlessRefused(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof SetupRefused)) throw error
    process.exitCode = 1
    process.stderr.write(`${problemLines(error.problems).join('\n')}\n`)
  }
}

if (given) {
  const { path, values } = given
  const dryRun = values['dry-run'] === true
  const endMissing = values['end-missing'] === true
  await unlessRefused(async () => {
    const file = await readSetup(path)
    await withDatabase(
      (client) =>
        unlessRefused(async () => {
          const report = await setUpPlace(drizzle({ client }), file, { dryRun, endMissing })
          process.stdout.write(`${reportLines(report, file, dryRun).join('\n')}\n`)
        }),
      'owner',
    )
  })
}
