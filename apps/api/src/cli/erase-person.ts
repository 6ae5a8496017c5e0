import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { readErasureSettings } from '../config.ts'
import { eraseWhoAsked, erasureOf, whoIsMeant, askedWords as words } from '../personal/index.ts'
import { secretsMade } from '../start/secrets.ts'
import { readArguments } from './arguments.ts'
import { withDatabase } from './with-database.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)
const given = readArguments({ yes: { type: 'boolean' } }, words.usage)

function refuse(line: string): void {
  process.exitCode = 1
  say(line)
}

if (given)
  await withDatabase(async (client, data) => {
    await client.query('set synchronous_commit to on')
    const db = drizzle({ client })
    const id = await whoIsMeant(db, given.path)
    if (!id) return refuse(words.nobody)
    const erasure = await erasureOf(db, id)
    for (const line of [words.found(id), ...words.ends(erasure)]) say(line)
    if (given.values.yes !== true)
      return erasure.blockers.length > 0 ? refuse(words.blocked) : say(words.sayYes)
    const keys = await secretsMade(join(data, 'secrets.json'))
    const config = readErasureSettings({ ...keys, ...process.env })
    const outcome = await eraseWhoAsked({ config }, db, id)
    return outcome === 'done' ? say(words.done) : refuse(words[outcome])
  })
