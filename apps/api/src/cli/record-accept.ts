import { drizzle } from 'drizzle-orm/node-postgres'
import { readAnchorSettings } from '../config.ts'
import { acceptRecord, acceptWords as words } from '../witness/index.ts'
import { readArguments } from './arguments.ts'
import { withDatabase } from './with-database.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)
const why = readArguments({}, words.usage)?.path.trim()

if (why !== undefined && (why.length < 10 || why.length > 200)) {
  process.exitCode = 1
  say(words.usage)
} else if (why !== undefined) {
  await withDatabase(async (client) => {
    await client.query('set synchronous_commit to on')
    const broken = await acceptRecord(drizzle({ client }), readAnchorSettings(process.env), why)
    if (!broken) return say(words.nothing)
    say(broken.length > 0 ? words.accepted(broken.length) : words.fitsAgain)
    for (const { chain, outside, here } of broken) say(words.chain(chain, outside, here))
    say(words.goesOn)
  }, 'owner')
}
