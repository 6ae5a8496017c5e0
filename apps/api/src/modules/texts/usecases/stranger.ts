import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { type GroupRow, liveGroup } from '../../codesign/index.ts'
import { fitsTexts, textedNumber } from '../../identity/index.ts'
import { enqueue, type Letter, wordsIn } from '../../notifications/index.ts'
import * as q from '../queries/texts.queries.ts'
import { codesIn } from '../texts.rules.ts'
import { fullLetter, ringYouLetter, unknownLetter } from '../texts.words.ts'
import type { Came } from './came.ts'
import { keep, lastDay } from './keep.ts'

const DUTCH = '+31'
const languageOf = (number: string) => (number.startsWith(DUTCH) ? 'nl' : 'en')
const zoneOf = (number: string) => (number.startsWith(DUTCH) ? 'Europe/Amsterdam' : 'Europe/London')

/**
 * A number that has no place here. With the two words of a group, a person rings it (J-17: a flyer with a number for
 * text); nobody joins by text alone, because what one agrees to would go unread. Without them nothing is kept.
 */
export async function fromStranger(deps: Deps, tx: Database, came: Came): Promise<void> {
  const { origin } = deps.config
  const group = await groupMeant(tx, came.text)
  if (!group) {
    if (came.today === 1)
      await say(deps, tx, came, null, (language) =>
        wordsIn(unknownLetter, language, { groups: `${origin}/groups` }),
      )
    return
  }
  if (group.taken >= group.places)
    return say(deps, tx, came, group.placeId, (language) =>
      wordsIn(fullLetter, language, { group: group.name, others: `${origin}/groups` }),
    )
  const dueAt = await keep(deps, tx, group, { ...came, memberId: null })
  if (dueAt)
    await say(deps, tx, came, group.placeId, (language) =>
      wordsIn(ringYouLetter, language, {
        group: group.name,
        facilitator: group.facilitatorName ?? '',
        by: lastDay(language, group, dueAt),
        join: `${origin}/join/${group.joinCode}`,
      }),
    )
}

async function groupMeant(tx: Database, text: string): Promise<GroupRow | undefined> {
  for (const code of codesIn(text)) {
    const id = await q.groupIdByCode(tx, code)
    const group = id && (await liveGroup(tx, id))
    if (group) return group
  }
  return undefined
}

/** Says something back to a stranger, within what everybody together may set off in a day. */
async function say(
  deps: Deps,
  tx: Database,
  { number }: Came,
  placeId: string | null,
  words: (language: 'en' | 'nl') => Letter,
): Promise<void> {
  const to = textedNumber(deps.config, number, zoneOf(number))
  if (!to || !(await fitsTexts(tx, deps.config))) return
  const letter = words(languageOf(number))
  await enqueue(tx, { placeId, to, template: 'codesign.text-to-stranger', letter })
}
