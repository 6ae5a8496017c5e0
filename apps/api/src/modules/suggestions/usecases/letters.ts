import { type Database, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import {
  factsFor,
  type GroupRow,
  memberOf,
  memberReach,
  membersOf,
  placeLink,
} from '../../codesign/index.ts'
import { person } from '../../identity/index.ts'
import { enqueue, type Template, wordsIn } from '../../notifications/index.ts'

export type Needs = Pick<Deps, 'config'>
type Name = `suggestions.${string}`

export interface MemberFacts {
  group: string
  reference: string
  zone: string
  page: string
  contact: string
  firstName: string
  /** Opens their place. */
  link: string
}

interface LetterTo<Facts> {
  template: Name
  words: Template<Facts>
}

/** Writes to one member by the channel they left; who has none is rung. */
export async function tellMember<More extends object>(
  deps: Needs,
  tx: Database,
  to: { group: GroupRow; memberId: string },
  { template, words, more }: LetterTo<MemberFacts & More> & { more: More },
): Promise<void> {
  const member = await memberOf(tx, to.group.id, to.memberId)
  const address = member && memberReach(deps, to.group, member)
  if (!member || !address) return
  const facts = {
    ...factsFor(deps, to.group, member.reference),
    ...more,
    firstName: member.firstName,
    link: placeLink(deps, member),
  }
  const letter = wordsIn(words, member.language, facts)
  await enqueue(tx, { placeId: to.group.placeId, to: address, template, letter })
}

/** Writes to everybody in the group. */
export async function tellAll<More extends object>(
  deps: Needs,
  tx: Database,
  group: GroupRow,
  letter: LetterTo<MemberFacts & More> & { more: More },
): Promise<void> {
  const members = await membersOf(tx, group.id)
  await inTurn(members, ({ id }) => tellMember(deps, tx, { group, memberId: id }, letter))
}

export interface DutyFacts {
  group: string
  /** Where they answer. */
  link: string
  zone: string
}

/** Writes to whoever owes something for a group: who runs it, who asks its question. */
export async function tellPeople<More extends object>(
  { config }: Needs,
  tx: Database,
  to: { group: GroupRow; people: readonly string[]; path: string },
  { template, words, more }: LetterTo<DutyFacts & More> & { more: More },
): Promise<void> {
  await inTurn([...new Set(to.people)], async (personId) => {
    const reader = await person(tx, personId)
    if (!reader?.to) return
    const facts = {
      ...more,
      group: to.group.name,
      link: `${config.origin}${to.path}`,
      zone: to.group.zone,
    }
    const letter = wordsIn(words, reader.language, facts)
    await enqueue(tx, { placeId: to.group.placeId, to: reader.to, template, letter })
  })
}
