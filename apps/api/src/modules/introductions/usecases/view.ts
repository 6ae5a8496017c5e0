import type { Introduction, OwnIntroduction, Turn } from '@howcanwe/shared/introductions'
import { dayIn } from '@howcanwe/shared/places'
import type { Party, Whole } from '../introductions.queries.ts'
import {
  aboutFor,
  canTakeBack,
  isByHand,
  shared,
  sharesOf,
  sideState,
  wereNew,
} from '../introductions.rules.ts'

const DAY_MS = 86_400_000

const partyOf = ({ organisation: { id, name, sector } }: Party) => ({ id, name, sector })

const reachOf = ({ organisation }: Party) => ({
  email: organisation.contactEmail || null,
  phone: organisation.contactPhone || null,
})

/** Only a voice reaches them, and nobody of theirs could answer: not a broker's to decide, so it is looked up. */
export const isHeard = ({ side, hasPeople }: Party): boolean => isByHand(side) && !hasPeople

function brokersSide(
  party: Party,
  other: Party,
  { endedAt, bothYesAt }: Whole['introduction'],
): Introduction['sides'][number] {
  const { side, organisation, spoken } = party
  const isOver = endedAt !== null
  const { turn, askedAt, answerBy, answer, answeredAt, known, outcome } = side
  return {
    turn,
    organisation: partyOf(party),
    resting: organisation.state === 'paused' || organisation.state === 'left',
    about: side.ownAbout ?? side.about,
    ownWords: side.ownAbout !== null,
    byHand: !isOver && isByHand(side),
    ...{ askedAt, answerBy, answer, answeredAt, known, outcome, spoken },
    toWriteDown: !isOver && isHeard(party) ? { canShare: sharesOf(reachOf(party)) } : null,
    toTell: spoken && bothYesAt && !isOver ? contactOf(other) : null,
  }
}

/** For the brokers: who said what. */
export function brokersView({ introduction: i, challenge, parties }: Whole): Introduction {
  const [first, second] = parties
  return {
    id: i.id,
    state: i.state,
    challenge,
    guess: i.guess,
    sides: [brokersSide(first, second, i), brokersSide(second, first, i)],
    draftedAt: i.createdAt,
    endsAt: first.side.tellAt ?? first.side.answerBy,
    bothYesAt: i.bothYesAt,
    askWhatCameAt: i.askWhatCameAt,
    outcome: i.outcome,
    newToEachOther: i.bothYesAt ? wereNew(first.side.known, second.side.known) : null,
  }
}

/** Whom they reach now: read from the organisation as it stands, never kept here. */
function contactOf(other: Party): OwnIntroduction['contact'] {
  if (other.organisation.state === 'left') return null
  return { name: other.organisation.contactName, ...shared(reachOf(other), other.side.share) }
}

/**
 * For one side. Of the other it takes name, sector and the sentence about them; of their answer only whether both said
 * yes (BR3 [G]). Whole days of the place alone: to the second, times would tell who was asked first.
 *
 * @param now by the database's clock
 */
export function ownView(whole: Whole, turn: Turn, now: Date): OwnIntroduction {
  const [first, second] = whole.parties
  const [own, other] = turn === 'first' ? [first, second] : [second, first]
  const isBothYes = whole.introduction.bothYesAt !== null
  const { side } = own
  const dayOf = (at: Date, less = 0) => dayIn(whole.timeZone, new Date(at.getTime() - less))
  if (!side.askedAt || !side.answerBy) throw new Error('a side that was not asked sees nothing')
  return {
    id: whole.introduction.id,
    state: sideState(side, isBothYes, now),
    own: partyOf(own),
    ownAbout: side.ownAbout ?? side.about,
    other: partyOf(other),
    otherAbout: aboutFor(side, other.side, isBothYes),
    challenge: whole.challenge,
    answerBy: dayOf(side.answerBy, DAY_MS),
    known: side.known,
    share: side.share,
    canShare: sharesOf(reachOf(own)),
    tellBy: side.tellAt && dayOf(side.tellAt),
    canTakeBack: canTakeBack(side, now),
    contact: isBothYes ? contactOf(other) : null,
    outcome: side.outcome,
  }
}
