import { parseArgs } from 'node:util'
import { countLines, measuredLine, refusalLines } from '../modules/places/import/index.ts'
import { importRegister, registerWords as words } from '../modules/register/index.ts'
import { progressOn } from './progress.ts'
import { withDatabase } from './with-database.ts'

const began = Date.now()
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ukcat: { type: 'string' },
    out: { type: 'string', default: '.' },
    help: { type: 'boolean', default: false },
  },
})
const [path] = positionals
const say = (line: string) => void process.stdout.write(`${line}\n`)

if (values.help || !path) {
  say(words.usage)
  process.exitCode = values.help ? 0 : 1
} else {
  await withDatabase(process.env.DATABASE_URL, async (client) => {
    const progress = progressOn(process.stderr)
    const report = await importRegister(client, path, {
      ukcat: values.ukcat,
      outDir: values.out,
      onProgress: progress.show,
    }).finally(progress.end)
    for (const file of report.leftAlone) say(words.leftAlone(file))
    for (const file of report.people) say(words.people(file))
    for (const { file, table, counts } of report.tables) {
      say(`${file} (${words.tables[table]})`)
      for (const line of countLines(counts)) say(line)
    }
    for (const line of refusalLines(report.refusals, report.refusedPath)) say(line)
    if (report.withoutPlaces) say(words.withoutPlaces)
    if (!values.ukcat) say(words.withoutTags)
    say(measuredLine(began, Date.now(), process.resourceUsage().maxRSS))
  })
}
