import { grantLines, importGrants, grantsWords as words } from '../modules/grants/index.ts'
import { measuredLine } from '../modules/places/import/index.ts'
import { readManyPaths } from './arguments.ts'
import { withDatabase } from './with-database.ts'

const began = Date.now()
const say = (line: string) => void process.stdout.write(`${line}\n`)
const given = readManyPaths(
  { publisher: { type: 'string' }, licence: { type: 'string' } },
  words.usage,
)

if (given) {
  const { paths, values } = given
  await withDatabase(async (client) => {
    for (const report of await importGrants(client, paths, values)) grantLines(report).forEach(say)
    say(measuredLine(began, Date.now(), process.resourceUsage().maxRSS))
  })
}
