import { countLines, measuredLine, refusalLines } from '../modules/places/import/index.ts'
import { importRegister, registerWords as words } from '../modules/register/index.ts'
import { readArguments } from './arguments.ts'
import { progressOn } from './progress.ts'
import { withDatabase } from './with-database.ts'

const began = Date.now()
const say = (line: string) => void process.stdout.write(`${line}\n`)
const given = readArguments({ ukcat: { type: 'string' }, out: { type: 'string' } }, words.usage)

if (given) {
  const { path, values } = given
  await withDatabase(async (client) => {
    const progress = progressOn(process.stderr)
    const report = await importRegister(client, path, {
      ukcat: values.ukcat,
      outDir: values.out ?? '.',
      onProgress: progress.show,
    }).finally(progress.end)
    for (const file of report.leftAlone) say(words.leftAlone(file))
    for (const file of report.people) say(words.people(file))
    for (const { file, table, counts } of report.tables) {
      say(`${file} (${words.tables[table]})`)
      const entries = table === 'charity' || table === 'sample'
      for (const line of countLines(counts, entries ? undefined : ['read', 'refused'])) say(line)
    }
    for (const line of refusalLines(report.refusals, report.refusedPath)) say(line)
    if (report.withoutPlaces) say(words.withoutPlaces)
    if (!values.ukcat) say(words.withoutTags)
    say(measuredLine(began, Date.now(), process.resourceUsage().maxRSS))
  })
}
