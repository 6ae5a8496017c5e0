import { identityContract } from '@howcanwe/shared/identity'
import { expressInterest } from '@howcanwe/shared/interests'
import { registerOrganisation } from '@howcanwe/shared/organisations'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

/** What a person leaves when they answer nothing: the schema decides whether that will do. */
const NOTHING = [undefined, null, '', [], false]

/** Fields a person has to fill in before the form will go; ids the page fills in itself do not count. */
function requiredIn(schema: z.ZodMiniObject, before = ''): string[] {
  return Object.entries(schema.shape).flatMap(([key, part]) => {
    if (/Id$/.test(key)) return []
    if (part instanceof z.ZodMiniObject) return requiredIn(part, `${before}${key}.`)
    const maySkip = NOTHING.some((empty) => z.safeParse(part, empty).success)
    return maySkip ? [] : [before + key]
  })
}

describe('what a micro-charity has to fill in (J-01)', () => {
  const toRegister = requiredIn(registerOrganisation)

  it('six things and the declaration to register, and a number is not among them', () => {
    expect(toRegister).toEqual([
      'name',
      'kind',
      'incomeBand',
      'areaIds',
      'themes',
      'contact.name',
      'declared',
    ])
  })

  const toAnswer = requiredIn(expressInterest)

  it('three things to answer: why, how many hours, alone or with others', () => {
    expect(toAnswer).toEqual(['why', 'hoursPerMonth', 'together'])
  })

  it('eleven over registering and answering, one way to be reached included; twelve is the most', () => {
    const waysToBeReached = 1
    const all = toRegister.length + waysToBeReached + toAnswer.length
    expect(all).toBe(11)
    expect(all).toBeLessThanOrEqual(12)
  })

  it('whoever is new to this gives one address or one number to sign in, which is then the way to be reached', () => {
    const { body } = identityContract.askToSignIn
    const email = 'amina@example.org'
    const phone = '07700 900123'
    const taken = [{}, { email }, { phone }, { email, phone }].map(
      (given) => z.safeParse(body, given).success,
    )
    expect(taken).toEqual([false, true, true, false])
  })
})
