import { blocsOf } from '@howcanwe/shared/decisions'
import { type Database, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import {
  factsFor,
  type GroupRow,
  memberReach,
  membersOf,
  placeLink,
  tellFacilitator,
} from '../../codesign/index.ts'
import { person } from '../../identity/index.ts'
import { enqueue, type Template, wordsIn } from '../../notifications/index.ts'
import { heldLetter, openedLetter, reviewLetter, wordsLetter } from '../decisions.words.ts'
import type { DecisionRow, VersionRow } from '../queries/decisions.queries.ts'

type Needs = Pick<Deps, 'config'>

/** A day, or a day and a time, as people of the place say it. */
export const said = (zone: string, language: string, at: Date, withTime: boolean): string =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    timeZone: zone,
    dateStyle: 'full',
    ...(withTime ? { timeStyle: 'short' } : {}),
  }).format(at)

/** Where whoever runs the group reads a decision. */
export const pageOf = ({ config }: Needs, decision: DecisionRow) =>
  `${config.origin}/groups/${decision.groupId}/decisions/${decision.id}`

type Member = Awaited<ReturnType<typeof membersOf>>[number]
type Asked = Pick<DecisionRow, 'kind'>

/** Writes to every member who is asked and can be written to; the others are rung. */
async function tellAsked(
  deps: Needs,
  tx: Database,
  group: GroupRow,
  { kind }: Asked,
  { template, letterTo }: { template: LetterName; letterTo: (member: Member) => Letter },
): Promise<void> {
  const members = await membersOf(tx, group.id)
  await inTurn(members, async (member) => {
    const to = memberReach(deps, group, member)
    if (!to || member.state === 'resting' || !blocsOf(kind).includes(member.bloc)) return
    await enqueue(tx, { placeId: group.placeId, to, template, letter: letterTo(member) })
  })
}
type LetterName = 'codesign.decision-opened' | 'codesign.decision-words'
type Letter = ReturnType<typeof wordsIn<object>>

export const tellOpened = (
  deps: Needs,
  tx: Database,
  group: GroupRow,
  { text, closesAt, ...of }: Asked & { text: string; closesAt: Date },
) =>
  tellAsked(deps, tx, group, of, {
    template: 'codesign.decision-opened',
    letterTo: (member) =>
      wordsIn(openedLetter, member.language, {
        ...factsFor(deps, group, member.reference),
        text,
        closes: said(group.zone, member.language, closesAt, true),
        link: placeLink(deps, member),
      }),
  })

/** The paper of a decision: its words, before anybody is asked, and from when something may be decided on them. */
export const tellWords = (
  deps: Needs,
  tx: Database,
  group: GroupRow,
  { text, why, notBefore, ...of }: Asked & { text: string; why: string; notBefore: Date },
) =>
  tellAsked(deps, tx, group, of, {
    template: 'codesign.decision-words',
    letterTo: (member) =>
      wordsIn(wordsLetter, member.language, {
        ...factsFor(deps, group, member.reference),
        ...{ text, why },
        from: said(group.zone, member.language, notBefore, false),
        link: placeLink(deps, member),
      }),
  })

export const tellHeld = (
  deps: Needs,
  tx: Database,
  { group, decision }: { group: GroupRow; decision: DecisionRow },
  { until, reasons }: { until: Date; reasons: string[] },
) =>
  tellFacilitator(deps, tx, group, 'codesign.decision-held', heldLetter, {
    number: decision.number,
    page: pageOf(deps, decision),
    until: said(group.zone, group.facilitatorLanguage, until, false),
    reasons: reasons.join('\n'),
  })

export const tellReview = (
  deps: Needs,
  tx: Database,
  { group, decision, version }: { group: GroupRow; decision: DecisionRow; version: VersionRow },
) =>
  tellFacilitator(deps, tx, group, 'codesign.decision-review', reviewLetter, {
    number: decision.number,
    page: pageOf(deps, decision),
    text: version.text,
  })

interface ToBody {
  name: string
  group: string
  text: string
  by: string
  page: string
}

/** To whoever answers for the body; nobody is written to where they cannot be. */
export async function tellBody<More>(
  deps: Needs,
  tx: Database,
  of: { group: GroupRow; text: string; answerBy: Date; personId: string },
  kind: 'asked' | 'due' | 'late',
  words: Template<ToBody & More>,
  more: More,
): Promise<void> {
  const who = await person(tx, of.personId)
  if (!who?.to) return
  const facts: ToBody = {
    name: who.displayName ?? '',
    group: of.group.name,
    text: of.text,
    by: said(of.group.zone, who.language, new Date(of.answerBy.getTime() - 1), false),
    page: `${deps.config.origin}/desk/decisions`,
  }
  await enqueue(tx, {
    placeId: of.group.placeId,
    to: who.to,
    template: `codesign.decision-answer-${kind}`,
    letter: wordsIn(words, who.language, { ...facts, ...more }),
  })
}
