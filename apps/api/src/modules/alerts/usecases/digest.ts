import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { person } from '../../identity/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { requirePlace } from '../../places/index.ts'
import { digestLetter } from '../alerts.words.ts'
import * as q from '../queries/digest.queries.ts'
import { noteTold } from '../queries/hits.queries.ts'
import { contactOf, greets, hearingLink, lineOf, type Origin, type Reader } from './lines.ts'

/** A kept letter is told by its subject and its own page here; what others wrote into it is never looked into. */
const keptLine = ({ origin }: Origin, { subject, link }: q.KeptLetter) => ({
  subject,
  link: link?.startsWith(`${origin}/`) ? link : null,
})

async function gather(tx: Database, turn: q.Turn) {
  const closing = await q.closingFor(tx, turn)
  const soon = new Set(closing.map(({ id }) => id))
  const fresh = (await q.freshFor(tx, turn)).filter(({ id }) => !soon.has(id))
  const kept = await q.takeKept(tx, turn)
  const news = await q.newsFor(tx, turn)
  const isEmpty = [closing, fresh, kept, news].every(({ length }) => length === 0)
  return { closing, fresh, kept, news, isEmpty }
}

async function write(
  tx: Database,
  config: Origin,
  turn: q.Turn,
  to: { who: Reader; found: Awaited<ReturnType<typeof gather>> },
): Promise<string | undefined> {
  const { who, found } = to
  const place = await requirePlace(tx, turn.placeId)
  const { language } = who
  const lines = (listed: readonly q.Listed[]) =>
    listed.map((one) => lineOf(config, place, language, one))
  const letter = wordsIn(digestLetter, language, {
    name: greets(who),
    organisations: (await q.readsFor(tx, turn)).join(', '),
    place: place.name,
    isWeekly: turn.isWeekly,
    kept: found.kept.map((letter) => keptLine(config, letter)),
    fresh: lines(found.fresh),
    closing: lines(found.closing),
    news: found.news.map(({ slug, question, state }) => ({
      question,
      link: `${config.origin}/challenges/${slug}`,
      isFormed: state === 'formed',
    })),
    all: `${config.origin}/challenges`,
    hearing: hearingLink(config),
    contact: contactOf(place),
  })
  return enqueue(tx, { placeId: place.id, to: who.to ?? '', template: 'alerts.digest', letter })
}

async function collect(tx: Database, config: Origin, turn: q.Turn): Promise<void> {
  const who = await person(tx, turn.personId)
  if (!who?.to || !(await q.claimDay(tx, turn))) return
  const found = await gather(tx, turn)
  if (found.isEmpty) return
  const letterId = await write(tx, config, turn, { who, found })
  if (letterId) await q.noteLetter(tx, turn, letterId)
  const told = [...found.closing, ...found.fresh].map(({ id }) => id)
  await noteTold(tx, turn.personId, told)
}

/** Letters one step makes at most, so that nothing else of the worker waits for a Monday morning. */
const AT_MOST = 25

/**
 * One step of the worker: writes the collected letters that are due, each in a transaction of its own. Never an empty
 * one, never two for a person, a place and a day, however many workers there are.
 *
 * @returns whether there was one due
 */
export async function sendDigests({ db, config }: Pick<Deps, 'db' | 'config'>): Promise<boolean> {
  for (let made = 0; made < AT_MOST; made++) {
    const wasDue = await inTransaction(db, async (tx) => {
      const turn = await q.takeTurn(tx)
      if (!turn) return false
      await collect(tx, config, turn)
      await q.windOn(tx, turn)
      return true
    })
    if (!wasDue) return made > 0
  }
  return true
}
