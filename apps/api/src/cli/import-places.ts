import { relistAfter } from '../modules/matching/index.ts'
import {
  countLines,
  ImportProblem,
  importPlaces,
  measuredLine,
  parseColumns,
  refusalLines,
  placesWords as words,
} from '../modules/places/import/index.ts'
import { readArguments } from './arguments.ts'
import { progressOn } from './progress.ts'
import { withDatabase } from './with-database.ts'

const began = Date.now()
const say = (line: string) => void process.stdout.write(`${line}\n`)
const given = readArguments(
  { lad: { type: 'string' }, columns: { type: 'string' }, out: { type: 'string' } },
  words.usage,
)

/** 'E09000028,E09000022' as codes. */
function districtsIn(option: string | undefined): string[] | undefined {
  const codes = option?.split(',').map((code) => code.trim().toUpperCase())
  if (codes?.some((code) => !/^[A-Z]\d{8}$/.test(code)))
    throw new ImportProblem('bad_option', `--lad ${option}`)
  return codes
}

if (given) {
  const { path, values } = given
  await withDatabase(async (client) => {
    const progress = progressOn(process.stderr)
    const report = await importPlaces(client, path, {
      lads: districtsIn(values.lad),
      columns: values.columns ? parseColumns(values.columns) : undefined,
      outDir: values.out ?? '.',
      onProgress: progress.show,
      onLeftAlone: (file) => say(words.leftAlone(file)),
    }).finally(progress.end)
    if (await relistAfter(client, report.files)) say(words.relisted)
    for (const { file, what, counts } of report.files) {
      say(`${file} (${words.loaded[what]})`)
      for (const line of countLines(counts)) say(line)
    }
    for (const line of refusalLines(report.refusals, report.refusedPath)) say(line)
    say(measuredLine(began, Date.now(), process.resourceUsage().maxRSS))
  })
}
