import type { Config } from '../../../config.ts'
import { type Database, inTurn } from '../../../db/database.ts'
import { peopleWithRole, person, textedNumber } from '../../identity/index.ts'
import { enqueue, type Letter, type Template, wordsIn } from '../../notifications/index.ts'
import { linkFor } from '../codesign.keys.ts'
import type { GroupRow } from '../queries/groups.queries.ts'
import type { MemberRow } from '../queries/members.queries.ts'

/** What letters lean on: the address of the pages in them. */
export interface Needs {
  config: Pick<Config, 'origin'>
}

/** Where a member is written to: their address, or their mobile number by text; undefined for who is rung or met. */
export const memberReach = (
  { config }: { config: Pick<Config, 'sms'> },
  { zone }: Pick<GroupRow, 'zone'>,
  {
    contactBy,
    contact,
    state,
    textsStoppedAt,
  }: Pick<MemberRow, 'contactBy' | 'contact' | 'state' | 'textsStoppedAt'>,
): string | undefined => {
  if (state === 'left' || textsStoppedAt) return undefined
  if (contactBy === 'email') return contact
  return contactBy === 'phone' ? textedNumber(config, contact, zone) : undefined
}

/** Opens somebody's place without an account; what stands behind the # never reaches a server's log. */
export const placeLink = (
  { config }: { config: Pick<Config, 'origin' | 'refreshSecret' | 'vaultKey'> },
  member: Pick<MemberRow, 'id' | 'keyVersion'>,
): string => `${config.origin}/my-place#${linkFor(config, member)}`

/** What every letter to a member says. Each carries the reference, so that leaving can take it back. */
export const factsFor = ({ config }: Needs, group: GroupRow, reference: string) => ({
  group: group.name,
  reference,
  zone: group.zone,
  page: `${config.origin}/groups/${group.id}`,
  contact: [group.contactName, group.contactPhone].filter(Boolean).join(', '),
})

const facilitatorFacts = ({ config }: Needs, group: GroupRow) => ({
  group: group.name,
  desk: `${config.origin}/desk/groups`,
  zone: group.zone,
})
type FacilitatorFacts = ReturnType<typeof facilitatorFacts>

/** Writes to whoever runs the group, if they can be written to. */
export async function tellFacilitator<More>(
  deps: Needs,
  tx: Database,
  group: GroupRow,
  template: `codesign.${string}`,
  words: Template<FacilitatorFacts & More>,
  more: More,
): Promise<void> {
  if (!group.facilitatorReach) return
  const letter: Letter = wordsIn(words, group.facilitatorLanguage, {
    ...facilitatorFacts(deps, group),
    ...more,
  })
  await enqueue(tx, { placeId: group.placeId, to: group.facilitatorReach, template, letter })
}

/** Writes to the brokers of the group's place: a promise that is not kept is the place's. */
export async function tellBrokers<Facts>(
  tx: Database,
  { placeId }: Pick<GroupRow, 'placeId'>,
  template: `codesign.${string}`,
  words: Template<Facts>,
  facts: Facts,
): Promise<void> {
  const brokers = await peopleWithRole(tx, placeId, 'broker')
  await inTurn(brokers, async ({ id }) => {
    const broker = await person(tx, id)
    if (!broker?.to) return
    const letter = wordsIn(words, broker.language, facts)
    await enqueue(tx, { placeId, to: broker.to, template, letter })
  })
}
