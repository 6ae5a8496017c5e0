import { codesignContract as contract } from '@howcanwe/shared/codesign'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import {
  audited,
  counted,
  join,
  leave,
  letters,
  placesLeft,
  tablesHolding,
  town,
} from './codesign.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const hers = { contactBy: 'phone', contact: '07700 900999' } as const

describe('a stranger who types Kayleigh’s number to find out whether she is in a group', () => {
  it('sees the same whether she is or is not: answer, places left, leaving, leaving again', async () => {
    const seen = []
    for (const sheIsIn of [true, false]) {
      const { groupId } = await town(world)
      await join(world.anyone, groupId, sheIsIn ? hers : {})
      const trail: unknown[] = []
      const slip = await join(world.anyone, groupId, {
        ...hers,
        contact: '+44 7700 900999',
        firstName: 'K',
      })
      trail.push(Object.keys(slip), slip.nextSession, slip.contactBy, slip.manageToken.length)
      expect(slip.reference).toMatch(/^[A-Z]+-\d{2}$/)
      trail.push(await placesLeft(world.anyone, groupId))
      trail.push(await leave(world.anyone, slip.manageToken))
      trail.push(await placesLeft(world.anyone, groupId))
      trail.push((await refusal(leave(world.anyone, slip.manageToken))).code)
      seen.push(trail)
    }
    expect(seen[0]).toEqual(seen[1])
  })

  it('cannot end her place, and what he typed is kept nowhere', async () => {
    const { groupId, people } = await town(world)
    await join(world.anyone, groupId, hers)
    const his = await join(world.anyone, groupId, {
      ...hers,
      firstName: 'Strangercanary',
      needs: 'Strangerneeds',
    })
    await leave(world.anyone, his.manageToken)
    expect(await counted(world, groupId)).toEqual({ taken: 1, members: 1 })
    const yusuf = await world.as(people.yusuf)
    const { items } = await yusuf(contract.members, { params: { groupId } })
    expect(items.map((m) => [m.firstName, m.hasNeeds])).toEqual([['Kayleigh', false]])
    expect(await tablesHolding(world, 'Strangercanary')).toEqual([])
    expect(await tablesHolding(world, 'Strangerneeds')).toEqual([])
  })
})

describe('Kayleigh joins again because she forgot, or her mother shares her phone', () => {
  it('one place is taken, and the facilitator hears both references and asks', async () => {
    const { groupId } = await town(world)
    const first = await join(world.anyone, groupId, hers)
    const second = await join(world.anyone, groupId, { ...hers, firstName: 'Donna' })
    expect(second.reference).not.toBe(first.reference)
    expect(await counted(world, groupId)).toEqual({ taken: 1, members: 1 })
    const told = (await letters(world, 'codesign.given-again')).filter((l) =>
      l.body.includes(first.reference),
    )
    expect(told).toHaveLength(1)
    expect(told[0]?.body).toContain(second.reference)
    expect(told[0]?.body).not.toMatch(/Kayleigh|Donna|900999/)
    expect(await audited(world, 'codesign.contact-given-again', groupId)).toHaveLength(1)
  })

  it('when she uses the second slip to leave, a person asks her; the first slip still frees the place', async () => {
    const { groupId } = await town(world)
    const first = await join(world.anyone, groupId, hers)
    const second = await join(world.anyone, groupId, hers)
    await leave(world.anyone, second.manageToken)
    const told = (await letters(world, 'codesign.may-want-to-leave')).filter((l) =>
      l.body.includes(second.reference),
    )
    expect(told).toHaveLength(1)
    expect(await counted(world, groupId)).toEqual({ taken: 1, members: 1 })
    await leave(world.anyone, first.manageToken)
    expect(await counted(world, groupId)).toEqual({ taken: 0, members: 0 })
  })

  it('by e-mail she is reminded of the place she has', async () => {
    const { groupId } = await town(world)
    const mine = { contactBy: 'email', contact: 'twice@example.org' } as const
    const first = await join(world.anyone, groupId, mine)
    await join(world.anyone, groupId, { ...mine, contact: 'Twice@Example.org' })
    const [letter, ...more] = await letters(world, 'codesign.already-here', mine.contact)
    expect(more).toHaveLength(0)
    expect(letter?.body).toContain(first.reference)
  })

  it('a machine that gives her address and leaves, over and over, cannot fill her inbox or her facilitator’s', async () => {
    const { groupId } = await town(world)
    const mine = { contactBy: 'email', contact: 'flooded@example.org' } as const
    const { reference } = await join(world.anyone, groupId, mine)
    for (let i = 0; i < 6; i++) {
      const slip = await join(world.anyone, groupId, mine)
      await leave(world.anyone, slip.manageToken)
    }
    expect(await letters(world, 'codesign.already-here', mine.contact)).toHaveLength(3)
    for (const template of ['codesign.given-again', 'codesign.may-want-to-leave']) {
      const told = (await letters(world, template)).filter((l) =>
        `${l.subject} ${l.body}`.includes(reference),
      )
      expect(told).toHaveLength(3)
    }
    expect(await audited(world, 'codesign.contact-given-again', groupId)).toHaveLength(6)
  })

  it('ten times at once with one number still takes one place', async () => {
    const { groupId } = await town(world)
    await Promise.all(Array.from({ length: 10 }, () => join(world.anyone, groupId, hers)))
    expect(await counted(world, groupId)).toEqual({ taken: 1, members: 1 })
  })

  it('in a full group she reads that it is full, like everybody', async () => {
    const { groupId } = await town(world, { places: 3 })
    for (const more of [hers, {}, {}]) await join(world.anyone, groupId, more)
    expect((await refusal(join(world.anyone, groupId, hers))).code).toBe('codesign.group_full')
    expect((await refusal(join(world.anyone, groupId))).code).toBe('codesign.group_full')
  })

  it('another group is another matter, and so is coming back after leaving', async () => {
    const { groupId } = await town(world)
    const other = await town(world)
    const slip = await join(world.anyone, groupId, hers)
    await join(world.anyone, other.groupId, hers)
    expect(await counted(world, other.groupId)).toEqual({ taken: 1, members: 1 })
    await leave(world.anyone, slip.manageToken)
    await join(world.anyone, groupId, hers)
    expect(await counted(world, groupId)).toEqual({ taken: 1, members: 1 })
  })
})
