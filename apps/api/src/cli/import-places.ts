import { parseArgs } from 'node:util'
import {
  countLines,
  importPlaces,
  measuredLine,
  parseColumns,
  refusalLines,
  placesWords as words,
} from '../modules/places/import/index.ts'
import { progressOn } from './progress.ts'
import { withDatabase } from './with-database.ts'

const began = Date.now()
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lad: { type: 'string' },
    columns: { type: 'string' },
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
    const report = await importPlaces(client, path, {
      lads: values.lad?.split(',').map((code) => code.trim()),
      columns: values.columns ? parseColumns(values.columns) : undefined,
      outDir: values.out,
      onProgress: progress.show,
      onLeftAlone: (file) => say(words.leftAlone(file)),
    }).finally(progress.end)
    for (const { file, what, counts } of report.files) {
      say(`${file} (${words.loaded[what]})`)
      for (const line of countLines(counts)) say(line)
    }
    for (const line of refusalLines(report.refusals, report.refusedPath)) say(line)
    say(measuredLine(began, Date.now(), process.resourceUsage().maxRSS))
  })
}
