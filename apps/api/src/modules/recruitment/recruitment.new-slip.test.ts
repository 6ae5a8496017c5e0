import { recruitmentContract as contract, type LostSlip } from '@howcanwe/shared/recruitment'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { audited, letters, tablesHolding } from '../codesign/codesign.fixture.ts'
import { drawing, name } from './recruitment.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

type Who = Pick<LostSlip, 'firstName' | 'contactBy' | 'contact'>
const OKAFOR: Who = {
  ...{ firstName: 'Mr Okafor', contactBy: 'someone' },
  contact: 'Ask at the library desk',
}
const lost = (more: Partial<LostSlip> = {}): LostSlip => ({ ...OKAFOR, readBack: true, ...more })

/** A draw with Mr Okafor's name in it, written down by Yusuf. */
async function writtenDown(who: Partial<Who> = OKAFOR) {
  const t = await drawing(world)
  const body = { ...name('Elmside', who), saidBy: 'phone', readBack: true } as const
  const { slip } = await t.yusuf(contract.enterName, { params: t.params, body })
  const anew = (call = t.yusuf, more: Partial<LostSlip> = {}) =>
    call(contract.newSlip, { params: t.params, body: lost(more) })
  const open = ({ reference, words }: { reference: string; words: string }) =>
    world.anyone(contract.openSlip, { body: { reference, words } })
  const read = (token: string) => world.anyone(contract.slip, { body: { token } })
  return { ...t, slip, anew, open, read }
}

describe('Mr Okafor rings: his slip is lost (PE3, CD7)', () => {
  it('he gets new words; the old ones and every link from before open nothing', async () => {
    const t = await writtenDown()
    const { token } = await t.open(t.slip)
    const { firstName, slip } = await t.anew()
    expect({ firstName, reference: slip.reference }).toEqual({
      ...{ firstName: 'Mr Okafor', reference: t.slip.reference },
    })
    expect((await refusal(t.open(t.slip))).code).toBe('recruitment.words_unknown')
    expect((await refusal(t.read(token))).code).toBe('recruitment.slip_unknown')
    const fresh = await t.open(slip)
    expect(await t.read(fresh.token)).toMatchObject({ firstName: 'Mr Okafor', outcome: 'waiting' })
    expect(await tablesHolding(world, slip.words)).toEqual([])
  })

  it('also after five wrong tries on the same day, from a broker, and once names are closed', async () => {
    const t = await writtenDown()
    const wrong = { reference: t.slip.reference, words: 'PLUM-1000-OTTER' }
    for (let i = 0; i < 5; i++) await refusal(t.open(wrong))
    await t.close()
    const { slip } = await t.anew(t.ines, { firstName: ' mr okafor ' })
    expect(await t.open(slip)).toHaveProperty('token')
  })

  it('the record says who made it, without name or words; where he is written to, he is told', async () => {
    const t = await writtenDown({ contactBy: 'email', contact: 'okafor-lost@example.org' })
    const { slip } = await t.anew(t.yusuf, {
      ...{ firstName: 'Kayleigh', contactBy: 'email', contact: 'OKAFOR-lost@example.org' },
    })
    const [line] = await audited(world, 'recruitment.slip-made', t.groupId)
    expect(line?.actor_id).toBe(t.people.yusuf)
    expect(line?.all).not.toMatch(new RegExp(`Kayleigh|${slip.words}|${slip.reference}`))
    const [told] = await letters(world, 'recruitment.new-slip', 'okafor-lost@example.org')
    expect(told?.body).toContain('Was this not you? Ring us.')
    const [, token = ''] = told?.body.match(/\/draw-slip#(\S+)/) ?? []
    expect(await t.read(token)).toMatchObject({ firstName: 'Kayleigh' })
  })

  it.each([
    ['another name', { firstName: 'Mr Okoro' }],
    ['another contact', { contact: 'Ask at the baker’s' }],
  ])('nobody gets one with %s than was written down', async (_, more) => {
    const t = await writtenDown()
    expect((await refusal(t.anew(t.yusuf, more))).code).toBe('recruitment.name_unknown')
    expect(await t.open(t.slip)).toHaveProperty('token')
  })

  it('nor for a name somebody put in themselves: its link is nobody else’s to make', async () => {
    const t = await writtenDown()
    const contact = 'own-link@example.org'
    const { token } = await t.put('Elmside', { contact })
    const theirs = { firstName: 'Kayleigh', contactBy: 'email', contact } as const
    expect((await refusal(t.anew(t.yusuf, theirs))).code).toBe('recruitment.name_unknown')
    expect(await t.read(token)).toMatchObject({ firstName: 'Kayleigh' })
  })

  it('nor once everybody was told, unread, or from who does not draw here', async () => {
    const t = await writtenDown()
    const unread = { readBack: false as unknown as true }
    expect((await refusal(t.anew(t.yusuf, unread))).code).toBe('request.invalid')
    const noor = await world.as(t.people.noor)
    expect((await refusal(t.anew(noor))).code).toBe('recruitment.group_unknown')
    await t.close()
    await t.yusuf(contract.confirm, { params: t.params, body: {} })
    expect((await refusal(t.anew())).code).toBe('recruitment.wrong_state')
  })
})
