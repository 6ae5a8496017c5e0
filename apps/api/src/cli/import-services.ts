import { measuredLine } from '../modules/places/import/index.ts'
import { importServices, serviceLines, servicesWords as words } from '../modules/services/index.ts'
import { readManyPaths } from './arguments.ts'
import { withDatabase } from './with-database.ts'

const began = Date.now()
const say = (line: string) => void process.stdout.write(`${line}\n`)
const given = readManyPaths({ licence: { type: 'string' } }, words.usage)

if (given) {
  const { paths, values } = given
  await withDatabase(async (client) => {
    for (const report of await importServices(client, paths, values))
      serviceLines(report).forEach(say)
    say(measuredLine(began, Date.now(), process.resourceUsage().maxRSS))
  })
}
