import type { Format, ListName } from '@howcanwe/shared/exports'
import { type Call, ProblemError } from '@howcanwe/shared/http'
import { inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { AppError, type Refusal } from '../../http/app-error.ts'
import { record } from '../audit/index.ts'
import { areasOf } from '../places/index.ts'
import { LISTS } from './exports.lists.ts'
import { csvOf } from './exports.table.rules.ts'
import { wordsFor } from './exports.words.ts'
import { xlsxOf } from './exports.xlsx.ts'

export interface Ask {
  actor: Actor
  /** The reader's own client: a list may hold what its screen shows this very person, and nothing else. */
  call: Call
  list: ListName
  about: { kind: 'place' | 'challenge' | 'organisation'; id: string }
  placeOf: (about: string) => Promise<string | null>
  format: Format
  mark: boolean
  language: string | undefined
  requestId: string
}

export interface File {
  name: string
  mediaType: string
  content: string | Buffer
}

/** The list's own route refused: whoever asks for the file hears the same. */
function passedOn(error: unknown): unknown {
  if (!(error instanceof ProblemError)) return error
  const { code, title, status, detail } = error.problem
  return new AppError(code, { status: status as Refusal['status'], title, next: detail ?? '' })
}

/**
 * Makes a file of a list. That it left is an event, with how many rows; what was in them is not (trust.md §4.3).
 *
 * @throws exports.too_long and every refusal of the list itself
 */
export async function takeAlong({ db, clock }: Deps, ask: Ask): Promise<File> {
  const { list, about, format } = ask
  const placeId = await ask.placeOf(about.id)
  const areas = placeId ? await areasOf(db, placeId) : []
  const named = new Map(areas.map(({ id, name }) => [id, name]))
  const words = { ...wordsFor(ask.language), areas: named }
  const table = await LISTS[list](ask.call, about.id, words).catch((error: unknown) => {
    throw passedOn(error)
  })
  await inTransaction(db, (tx) =>
    record(tx, {
      placeId,
      actorId: ask.actor.personId,
      action: 'exports.made',
      subject: about,
      after: { list, format, rows: table.rows.length },
      requestId: ask.requestId,
    }),
  )
  const name = `${words.lists[list]}-${clock().toISOString().slice(0, 10)}.${format}`
  if (format === 'csv')
    return { name, mediaType: 'text/csv; charset=utf-8', content: csvOf(table, ask) }
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name, mediaType, content: await xlsxOf(table, words.lists[list]) }
}
