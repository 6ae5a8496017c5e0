import { dayIn } from '@howcanwe/shared/places'
import type { Database } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { type GroupRow, memberReach } from '../codesign/index.ts'
import { fitsTexts, reachOf } from '../identity/index.ts'
import { enqueue, type Template, wordsIn } from '../notifications/index.ts'
import { slipToken } from './recruitment.keys.ts'
import { calledOffLetter, heldBackLetter, newSlipLetter } from './recruitment.others.words.ts'
import type { NameRow, RecruitmentRow } from './recruitment.queries.ts'
import {
  alreadyInLetter,
  closedLetter,
  inLetter,
  notDrawnLetter,
  type ToName,
} from './recruitment.words.ts'

type Needs = Pick<Deps, 'config'>

const contactOf = ({ contactName, contactPhone }: GroupRow) =>
  [contactName, contactPhone].filter(Boolean).join(', ')

/** A name in a draw is nobody's place yet. */
export const IN_DRAW = { state: 'joined', textsStoppedAt: null } as const

/** Writes to somebody in the draw, where a letter or a text reaches them; the others are rung. */
async function write(
  { config }: Needs,
  tx: Database,
  group: GroupRow,
  name: NameRow,
  letter: { template: `recruitment.${string}`; words: Template<ToName>; day: Date; why?: string },
): Promise<void> {
  const to = memberReach({ config }, group, { ...name, ...IN_DRAW })
  if (!to || (name.contactBy === 'phone' && !(await fitsTexts(tx, config)))) return
  const facts = {
    group: group.name,
    reference: name.reference,
    day: dayIn(group.zone, letter.day),
    slip: `${config.origin}/draw-slip#${slipToken(config, name)}`,
    page: `${config.origin}/groups/${group.id}/draw`,
    others: `${config.origin}/groups`,
    contact: contactOf(group),
    why: letter.why ?? '',
  }
  const { template } = letter
  const text = wordsIn(letter.words, name.language, facts)
  await enqueue(tx, { placeId: group.placeId, to, template, letter: text })
}

export const tellIn = (
  deps: Needs,
  tx: Database,
  group: GroupRow,
  { closesAt }: RecruitmentRow,
  name: NameRow,
) => write(deps, tx, group, name, { template: 'recruitment.in', words: inLetter, day: closesAt })

export const tellAlreadyIn = (deps: Needs, tx: Database, group: GroupRow, name: NameRow) =>
  write(deps, tx, group, name, {
    ...{ template: 'recruitment.already-in', words: alreadyInLetter, day: name.createdAt },
  })

export const tellNotDrawn = (
  deps: Needs,
  tx: Database,
  group: GroupRow,
  { closesAt }: RecruitmentRow,
  name: NameRow,
) =>
  write(deps, tx, group, name, {
    ...{ template: 'recruitment.not-drawn', words: notDrawnLetter, day: closesAt },
  })

export const tellCalledOff = (
  deps: Needs,
  tx: Database,
  group: GroupRow,
  { calledOffAt, calledOffWhy, createdAt }: RecruitmentRow,
  name: NameRow,
) =>
  write(deps, tx, group, name, {
    ...{ template: 'recruitment.called-off', words: calledOffLetter },
    ...{ day: calledOffAt ?? createdAt, why: calledOffWhy ?? '' },
  })

/** So that nobody gets a slip of theirs behind their own back. */
export const tellNewSlip = (
  deps: Needs,
  tx: Database,
  group: GroupRow,
  { closesAt }: RecruitmentRow,
  name: NameRow,
) =>
  write(deps, tx, group, name, {
    ...{ template: 'recruitment.new-slip', words: newSlipLetter, day: closesAt },
  })

/** Somebody gave their contact, and one of the two is in already. */
export async function tellHeldBack(
  { config }: Needs,
  tx: Database,
  group: GroupRow,
  who: Parameters<typeof reachOf>[0] & { language: string },
): Promise<void> {
  const to = reachOf(who)
  if (!to) return
  const letter = wordsIn(heldBackLetter, who.language, {
    group: group.name,
    page: `${config.origin}/groups/${group.id}/draw`,
    details: `${config.origin}/me`,
    contact: contactOf(group),
  })
  await enqueue(tx, { placeId: group.placeId, to, template: 'recruitment.held-back', letter })
}

/** To whoever runs the group: names are closed; what lacks, if anything; when the figure is known. */
export async function tellClosed(
  { config }: Needs,
  tx: Database,
  group: GroupRow,
  { kept, way, publicAt }: RecruitmentRow,
): Promise<void> {
  if (!group.facilitatorReach) return
  const letter = wordsIn(closedLetter, group.facilitatorLanguage, {
    group: group.name,
    names: kept?.names ?? 0,
    isLottery: way === 'lottery',
    lacks: (kept?.shortages.length ?? 0) > 0 || (kept?.relaxed.length ?? 0) > 0,
    day: dayIn(group.zone, publicAt),
    desk: `${config.origin}/groups/${group.id}/draw/desk`,
  })
  const { placeId, facilitatorReach: to } = group
  await enqueue(tx, { placeId, to, template: 'recruitment.closed', letter })
}
