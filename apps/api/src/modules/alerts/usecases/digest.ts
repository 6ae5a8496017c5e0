import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { person } from '../../identity/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { requirePlace } from '../../places/index.ts'
import { digestLetter } from '../alerts.words.ts'
import * as q from '../queries/digest.queries.ts'
import { noteTold, readsHere } from '../queries/hits.queries.ts'
import { bestFirst, fitsOf } from './fitting.ts'
import {
  contactOf,
  type Found,
  greets,
  hearingLink,
  lineOf,
  type Origin,
  type Reader,
} from './lines.ts'

/** Lines of a list at most: those that fit best, or close first. The page of challenges has them all. */
const MOST = 10

/** A kept letter is told by its subject and its own page here; what others wrote into it is never looked into. */
const keptLine = ({ origin }: Origin, { subject, link }: q.KeptLetter) => ({
  subject,
  link: link?.startsWith(`${origin}/`) ? link : null,
})

/** What fits the organisations they read for and is not answered yet; each once, under the one it fits best. */
async function fitting(tx: Database, turn: q.Turn): Promise<(q.Unanswered & Found)[]> {
  const { fresh, soon } = await q.hearsNow(tx, turn)
  if (!fresh && !soon) return []
  const reads = await readsHere(tx, turn)
  const fits = bestFirst(await fitsOf(tx, reads))
  if (fits.length === 0) return []
  const rows = await q.unanswered(tx, turn, {
    challengeIds: fits.map((fit) => fit.challengeId),
    organisationIds: fits.map((fit) => fit.organisationId),
  })
  const isNamed = reads.length > 1
  const pairs = fits.flatMap((fit) =>
    rows
      .filter((r) => r.id === fit.challengeId && r.organisationId === fit.organisationId)
      .map((r) => ({ ...r, isNew: r.isNew && fresh, isSoon: r.isSoon && soon, fit, isNamed })),
  )
  return pairs.filter((one, i) => pairs.findIndex(({ id }) => id === one.id) === i)
}

/** What a search found and what fits are one line where they are the same. */
async function gather(tx: Database, turn: q.Turn) {
  const fits = await fitting(tx, turn)
  const found = new Map((await q.searchFinds(tx, turn)).map((one) => [one.id, one]))
  const withSearches = fits.map((one) => ({
    ...one,
    searches: found.get(one.id)?.searches ?? [],
  }))
  const closing = withSearches
    .filter(({ isSoon }) => isSoon)
    .toSorted((a, b) => Number(a.closesAt) - Number(b.closesAt))
    .slice(0, MOST)
  const soon = new Set(closing.map(({ id }) => id))
  const fresh = withSearches.filter((one) => !soon.has(one.id) && (one.isNew || found.has(one.id)))
  const listed = new Set([...soon, ...fresh.map(({ id }) => id)])
  const others = [...found.values()].filter(({ id }) => !listed.has(id))
  const kept = await q.takeKept(tx, turn)
  const news = await q.newsFor(tx, turn)
  return {
    closing,
    fresh: [
      ...fresh.slice(0, MOST),
      ...others.map((one) => ({ ...one, fit: undefined, isNamed: false })),
    ],
    ...{ kept, news },
  }
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
  const lines = (listed: readonly Found[]) =>
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

/** @returns whether the day was claimed for this letter */
async function collect(tx: Database, config: Origin, turn: q.Turn): Promise<boolean> {
  const who = await person(tx, turn.personId)
  if (!who?.to || !(await q.claimDay(tx, turn))) return false
  const found = await gather(tx, turn)
  if (Object.values(found).every(({ length }) => length === 0)) return true
  const letterId = await write(tx, config, turn, { who, found })
  if (letterId) await q.noteLetter(tx, turn, letterId)
  const told = [...found.closing, ...found.fresh].map(({ id }) => id)
  await noteTold(tx, turn, told)
  return true
}

/** One turn, in a transaction of its own. */
async function next(db: Database, config: Origin): Promise<boolean> {
  let turn: q.Turn | undefined
  try {
    return await inTransaction(db, async (tx) => {
      turn = await q.takeTurn(tx)
      if (!turn) return false
      await q.windOn(tx, turn, await collect(tx, config, turn))
      return true
    })
  } catch (error) {
    if (turn) await q.postpone(db, turn)
    throw error
  }
}

/** Letters one step makes at most, so that nothing else of the worker waits for a Monday morning. */
const AT_MOST = 10

/**
 * One step of the worker: writes the collected letters that are due, each in a transaction of its own. Never an empty
 * one, never two for a person, a place and a day, however many workers there are. One that fails is put off for an hour.
 *
 * @returns whether there was one due
 */
export async function sendDigests({ db, config }: Pick<Deps, 'db' | 'config'>): Promise<boolean> {
  for (let made = 0; made < AT_MOST; made++) if (!(await next(db, config))) return made > 0
  return true
}
