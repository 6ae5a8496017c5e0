import type { Config } from '../../config.ts'
import { type Database, inTurn } from '../../db/database.ts'
import {
  dayOf,
  factsFor,
  type GroupRow,
  groupById,
  type MemberRow,
  memberOf,
  memberReach,
  placeLink,
  tellFacilitator,
} from '../codesign/index.ts'
import { peopleWithRole, person } from '../identity/index.ts'
import { enqueue, type Template, wordsIn } from '../notifications/index.ts'
import * as desk from './payments.desk.words.ts'
import * as hours from './payments.hours.words.ts'
import * as words from './payments.words.ts'

type Needs = { config: Config }

function factsOf(deps: Needs, group: GroupRow, member: MemberRow) {
  const { reference, contact } = factsFor(deps, group, member.reference)
  return {
    firstName: member.firstName,
    group: group.name,
    reference,
    contact,
    open: placeLink(deps, member),
  }
}

export interface About {
  groupId: string
  memberId: string
  startsAt: Date
}

/**
 * Writes to one member about one session, if they can be written to.
 *
 * @returns whether they could; who could not is rung by whoever runs the group
 */
async function tell<More extends object>(
  deps: Needs,
  tx: Database,
  { groupId, memberId, startsAt }: About,
  template: `codesign.${string}`,
  letter: Template<words.ToMember & More>,
  more: More,
): Promise<boolean> {
  const group = await groupById(tx, groupId)
  const member = await memberOf(tx, groupId, memberId)
  const to = group && member && memberReach(deps, group, member)
  if (!group || !member || !to) return false
  const language = member.language === 'nl' ? 'nl' : 'en'
  const day = dayOf(language, group.zone, startsAt)
  const facts = { ...factsOf(deps, group, member), day }
  const written = wordsIn(letter, member.language, { ...facts, ...more })
  await enqueue(tx, { placeId: group.placeId, to, template, letter: written })
  return true
}

export const askChoice = (deps: Needs, tx: Database, about: About & { off: words.CalledOff }) =>
  tell(deps, tx, about, 'codesign.pay-choice', words.choiceLetter, { off: about.off })
export const remindChoice = (deps: Needs, tx: Database, about: About) =>
  tell(deps, tx, about, 'codesign.pay-reminder', words.choiceReminder, {})
export const tellPaid = (deps: Needs, tx: Database, about: About) =>
  tell(deps, tx, about, 'codesign.paid', words.paidLetter, {})
export const tellFailed = (deps: Needs, tx: Database, about: About) =>
  tell(deps, tx, about, 'codesign.pay-failed', words.failedLetter, {})
export const tellNoWay = (deps: Needs, tx: Database, about: About) =>
  tell(deps, tx, about, 'codesign.pay-no-way', words.noWayLetter, {})
export const tellRefused = (deps: Needs, tx: Database, about: About, why: string) =>
  tell(deps, tx, about, 'codesign.pay-refused', words.refusedLetter, { why })

export const tellHours = (
  deps: Needs,
  tx: Database,
  about: About,
  answered: { answer: 'yes' | 'no'; why: string; by: string },
) => tell(deps, tx, about, 'codesign.pay-hours-answered', hours.hoursLetter, answered)

/** To the member, whenever somebody says where their money should go. */
export async function tellWayChanged(
  deps: Needs,
  tx: Database,
  { groupId, memberId }: Pick<About, 'groupId' | 'memberId'>,
): Promise<void> {
  const group = await groupById(tx, groupId)
  const member = await memberOf(tx, groupId, memberId)
  const to = group && member && memberReach(deps, group, member)
  if (!group || !member || !to) return
  const letter = wordsIn(words.wayChangedLetter, member.language, factsOf(deps, group, member))
  await enqueue(tx, { placeId: group.placeId, to, template: 'codesign.pay-way-changed', letter })
}

type Late = 'approve' | 'pay'

/** To every finance clerk of a place: how many are late, never whose. */
export async function tellClerks(
  { config }: Needs,
  tx: Database,
  place: { id: string; name: string },
  { late, count }: { late: Late; count: number },
): Promise<void> {
  const words = late === 'approve' ? desk.approveLateLetter : desk.payLateLetter
  await inTurn(await peopleWithRole(tx, place.id, 'finance-clerk'), async ({ id }) => {
    const clerk = await person(tx, id)
    if (!clerk?.to) return
    const facts = { where: place.name, count, desk: `${config.origin}/desk/pay` }
    const letter = wordsIn(words, clerk.language, facts)
    const template = late === 'approve' ? 'codesign.pay-approve-late' : 'codesign.pay-late'
    await enqueue(tx, { placeId: place.id, to: clerk.to, template, letter })
  })
}

/** To whoever runs a group: who was there, an expense to confirm, hours that are not right, or money that is late. */
export async function tellWhoRuns(
  deps: Needs,
  tx: Database,
  groupId: string,
  about:
    | { what: 'attendance' | 'expenses' }
    | { what: 'hours'; due: boolean }
    | { what: 'late'; count: number },
): Promise<void> {
  const group = await groupById(tx, groupId)
  if (!group) return
  const pay = `${deps.config.origin}/groups/${group.id}/pay/desk`
  if (about.what === 'late') {
    const facts = { where: group.name, count: about.count, desk: pay }
    await tellFacilitator(deps, tx, group, 'codesign.pay-late', desk.payLateLetter, facts)
    return
  }
  if (about.what === 'hours') {
    const facts = { pay, due: about.due }
    await tellFacilitator(deps, tx, group, 'codesign.pay-hours', hours.hoursAskedLetter, facts)
    return
  }
  const facts = { pay, attendance: about.what === 'attendance' }
  await tellFacilitator(deps, tx, group, 'codesign.pay-confirm', desk.confirmLetter, facts)
}
