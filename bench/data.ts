import { resolve } from 'node:path'
import { entryOf, writerOf } from './country.ts'
import { distance, fitTo, slopeOf, tokensOf } from './fitted.ts'
import { load } from './load.ts'
import { randomOf } from './random.ts'
import { connect, given, startBench } from './server.ts'

const args = given()
const say = (line: string) => void process.stdout.write(`${line}\n`)

const fitted = await fitTo(resolve(import.meta.dirname, '..', args.charities))
say(`Distributions from: ${fitted.source}`)
const random = randomOf(args.seed)
const write = writerOf(fitted, 3_120)
const made = Array.from({ length: 3_120 }, (_, n) => entryOf(n, fitted, write, random))
const counts = new Map<string, number>()
for (const word of made.flatMap((e) => tokensOf(e.activities ?? '')))
  counts.set(word, (counts.get(word) ?? 0) + 1)
const logs = made.map((e) => Math.log((e.income_pounds ?? 0) + 1))
const lengths = made.flatMap((e) => (e.activities === null ? [] : tokensOf(e.activities).length))
const themes = (sets: readonly (readonly string[])[]) =>
  (sets.reduce((n, s) => n + s.length, 0) / sets.length).toFixed(2)
say(`How close 3,120 generated ones are:
  income, largest distance of the distributions (KS): ${distance(logs, [...fitted.income]).toFixed(3)}
  words a text (KS): ${distance(lengths, [...fitted.words]).toFixed(3)}
  different words: ${counts.size} (${fitted.vocabulary}); slope of frequency by rank: ${slopeOf([...counts.values()]).toFixed(2)} (${fitted.slope.toFixed(2)})
  themes each: ${themes(made.map((e) => e.themes))} (${themes(fitted.themes)})`)

const server = await startBench(args.orgs)
const database = connect(server.url)
try {
  const { rows } = await database.pool.query<{ n: number }>(
    'select count(*)::int as n from register_entries',
  )
  if (rows[0]?.n) say('Loaded already; remove .data/bench to begin anew.')
  else await load(database.pool, args, fitted, say)
} finally {
  await database.close()
  await server.stop()
}
