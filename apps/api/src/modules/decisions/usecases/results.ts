import type { BodyAnswer } from '@howcanwe/shared/decisions'
import { type Database, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import {
  factsFor,
  type GroupRow,
  type MemberRow,
  memberReach,
  membersOf,
  placeLink,
  tellFacilitator,
} from '../../codesign/index.ts'
import { enqueue, type Template, wordsIn } from '../../notifications/index.ts'
import {
  answeredLetter,
  countedLetter,
  type Outcome,
  toRingLetter,
} from '../decisions.results.words.ts'
import type { DecisionRow, VersionRow } from '../queries/decisions.queries.ts'
import { pageOf, said } from './letters.ts'

type Needs = Pick<Deps, 'config'>

export interface About {
  group: GroupRow
  decision: DecisionRow
  version: VersionRow
}

/** Those who take part and whom no letter and no text reaches: somebody rings them. */
export const toRing = (deps: Needs, group: GroupRow, members: readonly MemberRow[]): MemberRow[] =>
  members.filter((one) => one.state !== 'resting' && !memberReach(deps, group, one))

/** Writes to every member who can be written to, and tells whoever runs the group that the others are to be rung. */
async function tellEach<More>(
  deps: Needs,
  tx: Database,
  { group, decision, version }: About,
  template: `codesign.decision-${'counted' | 'answered'}`,
  words: Template<ReturnType<typeof factsFor> & { text: string; link: string } & More>,
  more: (language: string) => More,
): Promise<void> {
  const members = await membersOf(tx, group.id)
  await inTurn(members, async (member) => {
    const to = memberReach(deps, group, member)
    if (!to || member.state === 'resting') return
    const letter = wordsIn(words, member.language, {
      ...factsFor(deps, group, member.reference),
      text: version.text,
      link: placeLink(deps, member),
      ...more(member.language),
    })
    await enqueue(tx, { placeId: group.placeId, to, template, letter })
  })
  const people = toRing(deps, group, members).length
  if (people === 0) return
  await tellFacilitator(deps, tx, group, 'codesign.decision-to-ring', toRingLetter, {
    ...{ number: decision.number, page: pageOf(deps, decision), people },
    answered: template === 'codesign.decision-answered',
  })
}

/** What follows from a count, for whoever answered. */
export function outcomeOf(
  { result }: Pick<VersionRow, 'result'>,
  { hasBody, isLast }: { hasBody: boolean; isLast: boolean },
): Outcome {
  if (result === 'no-quorum') return 'too-few'
  if (result === 'consented') return hasBody ? 'body-next' : 'decided'
  if (!isLast) return 'once-more'
  return hasBody ? 'body-next' : 'not-agreed'
}

/** That it is counted, how it ended, and what comes next. */
export const tellCounted = (
  deps: Needs,
  tx: Database,
  about: About,
  next: { outcome: Outcome; body: string; answerBy: Date | undefined },
): Promise<void> => {
  const { group, version } = about
  return tellEach(deps, tx, about, 'codesign.decision-counted', countedLetter, (language) => ({
    outcome: next.outcome,
    agreed: version.result === 'consented',
    body: next.body,
    by: next.answerBy
      ? said(group.zone, language, new Date(next.answerBy.getTime() - 1), false)
      : '',
    reviewOn: version.reviewOn ? said('UTC', language, new Date(version.reviewOn), false) : '',
  }))
}

/** That the named person has answered, and why. */
export const tellAnswered = (
  deps: Needs,
  tx: Database,
  about: About,
  given: { body: string; answer: BodyAnswer; reasons: string },
): Promise<void> =>
  tellEach(deps, tx, about, 'codesign.decision-answered', answeredLetter, () => given)
