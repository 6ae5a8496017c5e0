import { fork } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { interestedOrganisationIds } from '../apps/api/src/modules/interests/index.ts'
import { invitedAmong, invitedOf } from '../apps/api/src/modules/invitations/index.ts'
import { searchOf, shortlistOf } from '../apps/api/src/modules/matching/matching.list.ts'
import { listsFor } from '../apps/api/src/modules/matching/matching.making.ts'
import { askingRows } from '../apps/api/src/modules/matching/matching.queries.ts'
import { type Question, questionsOf } from '../apps/api/src/modules/matching/matching.reading.ts'
import { challengesFor } from '../apps/api/src/modules/matching/matching.reverse.ts'
import { search } from '../apps/api/src/modules/matching/matching.search.queries.ts'
import type { Due } from '../apps/api/src/modules/matching/night/night.queries.ts'
import { rematch } from '../apps/api/src/modules/matching/night/night.usecases.ts'
import { exhaustive } from './exhaustive.ts'
import { type Connected, connect, given, startBench } from './server.ts'
import { leastBy, percentiles, type Timed, timedBy, turnsBy } from './timing.ts'

const OTHERS = { interestedOf: interestedOrganisationIds, invitedOf, invitedAmong }
const BY_ID =
  'select id, name_shown, activities, themes, areas, income_band from register_entries where id = $1'
const STORED =
  'select packed, made_at, knows_answers, made_of = changes from challenge_matches where challenge_id = $1'
const IDLE_MS = 10_000

const ids = async (pool: Connected['pool'], query: string): Promise<string[]> =>
  (await pool.query<{ id: string }>(query)).rows.map((r) => r.id)

const some = <T>(all: readonly T[], n: number): T[] =>
  all.filter((_, i) => i % Math.max(1, Math.floor(all.length / n)) === 0).slice(0, n)

async function questionsFor({ db }: Connected, wanted: readonly string[]): Promise<Question[]> {
  const questions: Question[] = []
  for (const id of wanted) questions.push(...(await questionsOf(db, await askingRows(db, [id]))))
  return questions
}

/** Of the twenty that scoring everybody gives, how many are among the twenty found. */
async function recallOf(connected: Connected, questions: readonly Question[]) {
  let [right, all] = [0, 0]
  const slow: number[] = []
  for (const question of questions) {
    const [top] = await search(connected.db, [searchOf({ question, members: new Map() })])
    if (!top) continue
    const found = shortlistOf(question, top, new Map(), [])
    const best = top.found
      .toSorted((a, b) => b.score - a.score || b.sure - a.sure || a.place - b.place)
      .slice(0, 20)
      .map((f) => f.id)
    const began = performance.now()
    const truth = await exhaustive(connected.pool, question)
    slow.push(performance.now() - began)
    all += truth.length
    right += truth.filter((id) => best.includes(id)).length
    if (found.shown.length === 0 && truth.length > 0) throw new Error('nobody was found')
  }
  return { recall: all === 0 ? 1 : right / all, slow: percentiles(slow) }
}

/** Another process reads single rows while some work is done. */
async function besideReader(url: string, work: () => Promise<unknown>): Promise<Timed> {
  const reader = fork(new URL('./reader.ts', import.meta.url), [url])
  const read = new Promise<Timed>((tell, fail) => {
    reader.once('message', (took) => tell(took as Timed))
    reader.once('error', fail)
  })
  await work()
  reader.send('stop')
  return read
}

/** All matched anew in one go on one connection, while another process reads single rows; `kept`: beside what was kept. */
async function night({ db, pool }: Connected, url: string, { lists, kept }: Night) {
  const { rows: due } = await pool.query<Due>(
    `update challenge_matches set made_at = '2000-01-01' where challenge_id in (select challenge_id from challenge_matches
       order by place_id limit $1)
     returning challenge_id as id, place_id as "placeId", false as "knowsAnswers", changes,
       case when $2 and made_of = changes then fingerprint end as fingerprint`,
    [lists, kept],
  )
  const byPlace = due.toSorted((a, b) => (a.placeId < b.placeId ? -1 : 1))
  let [made, seconds] = [0, 0]
  const during = await besideReader(url, async () => {
    const began = performance.now()
    made = await rematch(db, OTHERS, byPlace)
    seconds = (performance.now() - began) / 1000
  })
  return { made, seconds, during }
}
interface Night {
  lists: number
  kept: boolean
}

async function warmAndCold(
  connected: Connected,
  questions: readonly Question[],
  entries: readonly string[],
) {
  const found = (question: Question) =>
    search(connected.db, [searchOf({ question, members: new Map() })])
  const whole = (question: Question) =>
    listsFor(connected.db, OTHERS, [{ id: question.row.id, knowsAnswers: false }])
  const cold: Timed = await timedBy(questions, found)
  const warm = await timedBy(questions, found)
  const least = await leastBy(questions, found)
  const byId = await timedBy(some(entries, 1_000), (id) =>
    connected.pool.query({ name: 'by-id', text: BY_ID, values: [id] }),
  )
  return { cold, warm, least, whole: await timedBy(questions, whole), byId }
}

const args = given()
const say = (line: string) => void process.stdout.write(`${line}\n`)
const row = (name: string, t: Timed, byId: Timed) =>
  say(`| ${name} | ${t.p50.toFixed(2)} | ${t.p95.toFixed(2)} | ${(t.p50 / byId.p50).toFixed(1)} |`)

let server = await startBench(args.orgs)
const first = connect(server.url)
const entries = await ids(first.pool, 'select id from register_entries order by id limit 20000')
const challenges = await ids(first.pool, 'select id from challenges order by id')
const orgs = await ids(
  first.pool,
  `select id from organisations where kind <> 'council' order by id limit 5000`,
)
const questions = await questionsFor(first, some(challenges, args.questions))
await first.close()
await server.stop()
server = await startBench(args.orgs)

const one = connect(server.url)
try {
  const { cold, warm, least, whole, byId } = await warmAndCold(one, questions, entries)
  const fitting = (id: string) => challengesFor(one.db, id)
  const reverse = await timedBy(some(orgs, args.questions), fitting)
  const reverseLeast = await leastBy(some(orgs, args.questions), fitting)
  const { recall, slow } = await recallOf(one, questions)
  say(
    `\n${args.orgs} organisations of the register, ${challenges.length} open challenges, ${questions.length} asked; ms, as a client sees them, one connection`,
  )
  say('| | p50 | p95 | ÷ one row |\n| --- | --- | --- | --- |')
  row('one row by its id', byId, byId)
  row('the best twenty, server just restarted', cold, byId)
  row('the best twenty, warm', warm, byId)
  row('the same, least of three tries', least, byId)
  row('the whole list with names, parts and reasons', whole, byId)
  row('challenges for an organisation, with parts and reasons', reverse, byId)
  row('the same, least of three tries', reverseLeast, byId)
  row('everybody scored', slow, byId)
  say(
    `\nrecall@20: ${recall.toFixed(4)}; of everybody scored, the search takes 1/${(slow.p50 / warm.p50).toFixed(0)}`,
  )
  if (args.digest) {
    const idle = await besideReader(server.url, () => sleep(IDLE_MS))
    for (const kept of [false, true]) {
      const { made, seconds, during } = await night(one, server.url, { lists: args.lists, kept })
      say(
        `${made} matched anew, ${kept ? 'what came out the same kept' : 'every list written'}: ${seconds.toFixed(1)} s; by id meanwhile p95 ${during.p95.toFixed(2)}, idle ${idle.p95.toFixed(2)}`,
      )
    }
    say(`${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB in node`)
    const pairs = some(challenges, 1_000).map((id, i) => ({ id, entry: entries[i] }))
    const inTurns = () =>
      turnsBy(
        pairs,
        ({ id }) => one.pool.query({ name: 'stored', text: STORED, values: [id] }),
        ({ entry }) => one.pool.query({ name: 'by-id', text: BY_ID, values: [entry] }),
      )
    await inTurns()
    const [stored, beside] = await inTurns()
    row('one row by its id, in turns with', beside, beside)
    row('a kept list', stored, beside)
  }
} finally {
  await one.close()
  await server.stop()
}
