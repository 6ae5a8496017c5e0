import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import {
  factsFor,
  type GroupRow,
  memberOf,
  memberReach,
  placeLink,
  tellFacilitator,
} from '../../codesign/index.ts'
import { enqueue, type Template, wordsIn } from '../../notifications/index.ts'
import { askedBackLetter, reportedLetter } from '../conversations.words.ts'

export type Needs = Pick<Deps, 'config'>

interface Facts {
  group: string
  link: string
  contact: string
}

/**
 * Writes to a member, if there is an address of theirs; whoever has none is told by whoever runs the group.
 *
 * @returns whether a letter was written
 */
export async function tellMember<More>(
  deps: Needs,
  tx: Database,
  group: GroupRow,
  memberId: string,
  template: `conversations.${string}`,
  words: Template<Facts & More>,
  more: More,
): Promise<boolean> {
  const member = await memberOf(tx, group.id, memberId)
  const to = member && memberReach(deps, group, member)
  if (!member || !to) return false
  const { group: name, contact } = factsFor(deps, group, member.reference)
  const facts = { group: name, contact, link: placeLink(deps, member), ...more }
  const letter = wordsIn(words, member.language, facts)
  await enqueue(tx, { placeId: group.placeId, to, template, letter })
  return true
}

const pageOf = ({ config }: Needs, group: GroupRow, part: 'reports' | 'threads') =>
  `${config.origin}/groups/${group.id}/${part}`

export async function tellReported(
  deps: Needs,
  tx: Database,
  group: GroupRow,
  { late }: { late: boolean },
): Promise<void> {
  const more = { page: pageOf(deps, group, 'reports'), late }
  // The name of a template begins with its module; the foundation writes to whoever runs the group.
  await tellFacilitator(deps, tx, group, 'codesign.reported', reportedLetter, more)
}

export const tellAskedBack = (deps: Needs, tx: Database, group: GroupRow): Promise<void> =>
  tellFacilitator(deps, tx, group, 'codesign.asked-back', askedBackLetter, {
    page: pageOf(deps, group, 'threads'),
  })
