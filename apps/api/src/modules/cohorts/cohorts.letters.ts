import type { Database } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { type ChallengeRow, criteriaOf } from '../challenges/index.ts'
import { person } from '../identity/index.ts'
import {
  calledIn,
  dated,
  type interestsFor,
  type Recipient,
  recipientsOf,
} from '../interests/index.ts'
import { enqueue, wordsIn } from '../notifications/index.ts'
import { organisationById } from '../organisations/index.ts'
import { type PlaceRow, placeById } from '../places/index.ts'
import type { Written } from './answers.rules.ts'
import { chosenLetter, notThisTimeLetter } from './cohorts.words.ts'

export type Answered = Awaited<ReturnType<typeof interestsFor>>[number]
export type Decided = Answered & Written & { outcome: 'chosen' | 'not-this-time' }

interface Setting {
  challenge: ChallengeRow
  place: PlaceRow
  from: string
  origin: string
  all: readonly Decided[]
  /** Names of the criteria, in their order. */
  criteria: readonly string[]
}

function letterTo({ language }: Recipient, one: Decided, s: Setting) {
  const { challenge, place, from, origin, all } = s
  const on = (day: string | null) => (day ? dated(language, place.timeZone, day) : null)
  const link = `${origin}/challenges/${challenge.slug}`
  const chosen = all.filter((other) => other.outcome === 'chosen')
  const common = {
    organisation: calledIn(language, one.names),
    question: challenge.question,
    reason: one.reason,
    criteria: one.criteria.map((c) => ({ ...c, name: s.criteria[c.position] ?? '' })),
    nextStep: one.nextStep,
    answerLink: `${link}/interest`,
    from,
    link,
    contact: [place.contactName, place.contactPhone ?? place.contactEmail]
      .filter(Boolean)
      .join(', '),
  }
  if (one.outcome === 'chosen') {
    const others = chosen.filter((other) => other.id !== one.id).flatMap((o) => o.names)
    return wordsIn(chosenLetter, language, {
      ...common,
      others: calledIn(language, others),
      startsOn: on(challenge.startsOn),
      endsOn: on(challenge.endsOn),
    })
  }
  return wordsIn(notThisTimeLetter, language, {
    ...common,
    answered: all.length,
    chosen: chosen.length,
    next:
      // Where nobody was chosen the group has nothing left to work on.
      challenge.groupsCount > 0 && chosen.length > 0
        ? { kind: 'group', link }
        : { kind: 'challenges', link: `${origin}/challenges` },
  })
}

/** Who asks, in words: person and public body. */
export async function askerIn(
  db: Database,
  challenge: Pick<ChallengeRow, 'commissionerId' | 'organisationId'>,
): Promise<string> {
  const asker = await person(db, challenge.commissionerId)
  const body = await organisationById(db, challenge.organisationId)
  return [asker?.displayName, body?.name].filter(Boolean).join(', ')
}

/** One letter to every organisation that answered, in the transaction that decides. */
export async function tellEveryone(
  tx: Database,
  deps: Deps,
  challenge: ChallengeRow,
  all: readonly Decided[],
): Promise<void> {
  const place = await placeById(tx, challenge.placeId)
  if (!place) throw new Error('a challenge without its place')
  const from = await askerIn(tx, challenge)
  const criteria = (await criteriaOf(tx, challenge.id)).map((c) => c.name)
  const setting = { challenge, place, from, origin: deps.config.origin, all, criteria }
  for (const one of all) {
    for (const reader of await recipientsOf(tx, one))
      await enqueue(tx, {
        placeId: place.id,
        to: reader.to,
        template: `cohorts.${one.outcome}`,
        letter: letterTo(reader, one, setting),
      })
  }
}
