import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { contracts } from '../contracts/index.ts'
import type { Endpoint } from '../http/index.ts'
import { interestsContract } from '../interests/index.ts'
import { organisationsContract } from '../organisations/index.ts'

/**
 * Everything a small organisation can be asked before it has been offered a place (FR-03 [G]): registering, its
 * profile, its answers. A field that is not on this list cannot be asked through any route.
 */
const MAY_BE_ASKED = [
  // Who they are (OR1, OR6)
  ...['placeId', 'name', 'kind', 'incomeBand', 'areaIds', 'themes', 'registerNumber'],
  ...['registerEntryId', 'declared', 'website', 'organisationId'],
  ...['contact', 'contact.name', 'contact.email', 'contact.phone'],
  ...['parent', 'parent.name', 'parent.incomeBand', 'parent.ownAccountsAndBoard'],
  // What they could share (OR2)
  ...['staffHoursPerMonth', 'volunteerHoursPerMonth', 'spareHoursPerMonth', 'notBefore'],
  ...['availability', 'skills', 'otherSkills', 'livedExperience', 'possibleWith'],
  ...['premises', 'premises.name', 'premises.seats', 'premises.stepFree', 'premises.kitchen'],
  ...['premises.costPence', 'reach', 'reach.community', 'reach.people', 'reach.how'],
  // Until when they rest (OR3); never why
  'until',
  // Whether what an open list says of them is theirs; one tick
  'ours',
  // Five questions and a tick (EI1)
  ...['why', 'bring', 'bringNote', 'hoursPerMonth', 'fromWhen', 'need', 'needNote', 'together'],
  ...['togetherWith', 'conflict', 'conflictNote', 'secondsTaken'],
  // The same while they are written, or spoken
  ...['answers', 'seconds', 'seen', 'question'],
].sort()

type Def = {
  type?: string
  shape?: Record<string, unknown>
  innerType?: unknown
  element?: unknown
}
const defOf = (schema: unknown): Def =>
  (schema as { _zod?: { def?: Def } } | undefined)?._zod?.def ?? {}

/** Names of all fields of a schema, in however many wrappings; the answers of a draft count as answers. */
function fieldsOf(schema: unknown, before = ''): string[] {
  const { shape, innerType, element } = defOf(schema)
  if (innerType) return fieldsOf(innerType, before)
  if (element) return fieldsOf(element, before)
  return Object.entries(shape ?? {}).flatMap(([name, part]) => [
    before + name,
    ...fieldsOf(part, name === 'answers' ? '' : `${before}${name}.`),
  ])
}

/** Every object in it refuses what it does not know. */
function isStrictThroughout(schema: unknown): boolean {
  const { type, shape, innerType, element } = defOf(schema)
  if (innerType) return isStrictThroughout(innerType)
  if (element) return isStrictThroughout(element)
  if (type !== 'object') return true
  const { catchall } = (schema as { _zod: { def: { catchall?: unknown } } })._zod.def
  return defOf(catchall).type === 'never' && Object.values(shape ?? {}).every(isStrictThroughout)
}

const writes = ({ method }: Endpoint): boolean => method !== 'GET' && method !== 'DELETE'
/** Writing routes of this stage that somebody without a place can meet; a broker's check is not an ask. */
const stage = Object.entries<Endpoint>({ ...organisationsContract, ...interestsContract }).filter(
  ([, e]) => writes(e) && (e.access === 'signed-in' || e.access.includes('member')),
)

describe('at this stage nobody can be asked for a document (FR-03)', () => {
  it('the routes of this stage are these and no others', () => {
    expect(stage.map(([name]) => name).sort()).toEqual([
      'change',
      'changeCapacity',
      'confirmCapacity',
      'express',
      'pause',
      'record',
      'register',
      'resume',
      'saveDraft',
      'sayOfFunding',
      'sayOfService',
      'withdraw',
    ])
  })

  it.each([
    ...stage,
    ['change of an organisation', organisationsContract.change] as [string, Endpoint],
  ])('%s asks for nothing beyond the list, and refuses everything else', (_, e) => {
    const asked = [...fieldsOf(e.body), ...fieldsOf(e.query)]
    expect(asked.filter((field) => !MAY_BE_ASKED.includes(field))).toEqual([])
    expect(isStrictThroughout(e.body ?? z.strictObject({}))).toBe(true)
  })

  it('the list holds nothing that is asked no longer', () => {
    const asked = new Set(
      [...stage, ['change', organisationsContract.change] as [string, Endpoint]].flatMap(
        ([, e]) => [...fieldsOf(e.body), ...fieldsOf(e.query)],
      ),
    )
    expect(MAY_BE_ASKED.filter((field) => !asked.has(field))).toEqual([])
  })

  it.each(['turnover', 'attachment', 'file', 'upload', 'polic', 'reference', 'certificate', 'cv'])(
    'no field of any route an organisation can write to is about “%s”',
    (word) => {
      const fields = Object.values(contracts)
        .flatMap((noun) => Object.values(noun))
        .filter((e) => writes(e) && Array.isArray(e.access) && e.access.includes('member'))
        .flatMap((e) => [...fieldsOf(e.body), ...fieldsOf(e.query)])
      expect(fields.filter((field) => new RegExp(`(^|\\.)${word}`, 'i').test(field))).toEqual([])
    },
  )

  it('a money question has one answer, a band, and accounts are only ever said to exist', () => {
    const money = MAY_BE_ASKED.filter((f) => /income|money|pence|accounts|budget/i.test(f))
    expect(money).toEqual([
      'incomeBand',
      'parent.incomeBand',
      'parent.ownAccountsAndBoard',
      'premises.costPence',
    ])
  })
})
