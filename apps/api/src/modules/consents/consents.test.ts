import { codesignContract } from '@howcanwe/shared/codesign'
import { consentsContract as contract } from '@howcanwe/shared/consents'
import { identityContract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { counted, join, town } from '../codesign/codesign.fixture.ts'

const NEEDS = 'A place in front, lipreadingcanary'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

/** Mr Okafor joins by email with a need, and signs in later with that address. */
async function okafor(more: { needs?: string } = {}) {
  const t = await town(world)
  const email = `okafor-${someId()}@example.org`
  const slip = await join(world.anyone, t.groupId, {
    firstName: 'Chidi',
    contactBy: 'email',
    contact: email,
    needs: NEEDS,
    ...more,
  })
  const personId = await world.seed.person({ name: 'Mr Okafor', email })
  const call = await world.as(personId)
  const yusuf = await world.as(t.people.yusuf)
  const members = async () =>
    (await yusuf(codesignContract.members, { params: { groupId: t.groupId } })).items
  const memberId = (await members())[0]?.id ?? ''
  const read = { params: { groupId: t.groupId, memberId }, body: {} }
  const consentFor = async (purpose: string) => {
    const { consents } = await call(contract.mine)
    const found = consents.find((c) => c.purpose === purpose)
    if (!found) throw new Error(`no consent for ${purpose}`)
    return found
  }
  return { ...t, slip, email, personId, call, yusuf, members, memberId, read, consentFor }
}

describe('what Mr Okafor agreed to when he joined', () => {
  it('stands in his details: the words as he read them, their version, when, and for which group', async () => {
    const { call } = await okafor()
    const { consents } = await call(contract.mine)
    expect(consents).toMatchObject([
      { purpose: 'access-needs', about: 'Carers’ Tuesday', version: '2026-11', withdrawnAt: null },
      { purpose: 'take-part', about: 'Carers’ Tuesday', language: 'en' },
    ])
    expect(consents.map((c) => c.wording)).toEqual([
      'What you need is locked away, and only Yusuf can open it.\nYou can leave at any time, and then we delete what you told us.',
      'Yusuf may get in touch with you about this group.\nYou can leave at any time, and then we delete what you told us.',
    ])
    expect(consents[0]?.withdrawing).toMatch(/destroyed/)
    expect(Date.now() - (consents[0]?.givenAt.getTime() ?? 0)).toBeLessThan(60_000)
  })

  it('is what the page shows, sentence by sentence, in both languages', async () => {
    const { items } = await world.anyone(contract.wordings, { query: {} })
    const shown = items.find((w) => w.purpose === 'take-part' && w.language === 'en')
    const { consentFor } = await okafor()
    const kept = (await consentFor('take-part')).wording
    expect(shown?.sentences.join('\n').replaceAll('{name}', 'Yusuf')).toBe(kept)
    expect(new Set(items.map((w) => w.language))).toEqual(new Set(['en', 'nl']))
    const { items: dutch } = await world.anyone(contract.wordings, { query: { language: 'nl' } })
    expect(dutch.every((w) => w.language === 'nl')).toBe(true)
  })

  it('says nothing of needs where he wrote none', async () => {
    const { call } = await okafor({ needs: '' })
    expect((await call(contract.mine)).consents.map((c) => c.purpose)).toEqual(['take-part'])
  })

  it('cannot be words that nobody was ever shown, whether or not his address has a place already', async () => {
    const { groupId, email } = await okafor()
    for (const contact of [email, `new-${someId()}@example.org`]) {
      const asked = join(world.anyone, groupId, {
        contactBy: 'email',
        contact,
        consentVersion: '1999-01',
      })
      expect((await refusal(asked)).code).toBe('consents.wording_unknown')
    }
  })
})

describe('Mr Okafor sees that Yusuf opened his needs', () => {
  it('each time: when, who, as what, in which group, and never what it says', async () => {
    const { call, yusuf, read } = await okafor()
    expect((await call(contract.mine)).looks).toEqual([])
    await yusuf(codesignContract.needs, read)
    await yusuf(codesignContract.needs, read)
    const ledger = await call(contract.mine)
    expect(ledger.looks).toHaveLength(2)
    expect(ledger.looks[0]).toMatchObject({
      who: 'Yusuf',
      roles: ['facilitator'],
      what: 'codesign.needs',
      about: 'Carers’ Tuesday',
      byMe: false,
    })
    expect(JSON.stringify(ledger)).not.toContain('lipreadingcanary')
  })

  it('nobody else does: neither who asked, nor who looked, nor another resident', async () => {
    const { yusuf, read, people, memberId } = await okafor()
    await yusuf(codesignContract.needs, read)
    const kayleigh = await world.seed.person({ name: 'Kayleigh' })
    for (const id of [people.ruth, people.ines, people.sam, people.yusuf, kayleigh]) {
      const ledger = await (await world.as(id))(contract.mine)
      expect(ledger).toEqual({ consents: [], looks: [] })
      expect(JSON.stringify(ledger)).not.toContain(memberId)
    }
    expect((await refusal(world.anyone(contract.mine))).code).toBe('auth.required')
  })

  it('and what he was then, though he is not any more', async () => {
    const { call, yusuf, read, people } = await okafor()
    await yusuf(codesignContract.needs, read)
    await world.db.execute(
      sql`update role_grants set ended_at = clock_timestamp() where person_id = ${people.yusuf}`,
    )
    expect((await call(contract.mine)).looks[0]?.roles).toEqual(['facilitator'])
  })
})

describe('Mr Okafor takes something back', () => {
  it('his needs: they are destroyed at once, and he keeps his place', async () => {
    const { call, consentFor, yusuf, read, members, memberId } = await okafor()
    const params = { consentId: (await consentFor('access-needs')).id }
    const after = await call(contract.withdraw, { params, body: {} })
    expect([after.withdrawnAt instanceof Date, after.withdrawing]).toEqual([true, null])
    expect((await refusal(yusuf(codesignContract.needs, read))).code).toBe('codesign.no_needs')
    expect(await members()).toMatchObject([{ hasNeeds: false, state: 'joined' }])
    const boxes = await world.db.execute(
      sql`select 1 from vault_boxes where subject_id = ${memberId}`,
    )
    expect(boxes.rows).toEqual([])
    const again = await call(contract.withdraw, { params, body: {} })
    expect(again.withdrawnAt).toEqual(after.withdrawnAt)
  })

  it('taking part: the place is free, his name is gone, and the trail does not tie his place to his account', async () => {
    const { call, consentFor, groupId, members, personId } = await okafor()
    const params = { consentId: (await consentFor('take-part')).id }
    await call(contract.withdraw, { params, body: {} })
    expect(await counted(world, groupId)).toMatchObject({ taken: 0, members: 0 })
    expect(await members()).toEqual([])
    const { rows } = await world.db.execute<{ action: string; actor_id: string | null }>(sql`
      select action, actor_id from audit_events where action in ('codesign.left', 'consents.withdrawn')
      order by id desc limit 2`)
    expect(rows.map((r) => r.actor_id)).toEqual([null, null])
    expect(JSON.stringify(rows)).not.toContain(personId)
  })

  it('leaving by the slip ends what he agreed to as well', async () => {
    const { slip, memberId } = await okafor()
    await world.anyone(codesignContract.leave, { body: { manageToken: slip.manageToken } })
    const { rows } = await world.db.execute(
      sql`select purpose from consents where subject_id = ${memberId} and withdrawn_at is null`,
    )
    expect(rows).toEqual([])
  })

  it('and nobody takes it back for him', async () => {
    const { consentFor, people } = await okafor()
    const params = { consentId: (await consentFor('take-part')).id }
    for (const id of [people.yusuf, people.sam]) {
      const call = await world.as(id)
      expect((await refusal(call(contract.withdraw, { params, body: {} }))).code).toBe(
        'consents.not_found',
      )
    }
  })
})

describe('a number of one’s own', () => {
  it('is kept with the words beside it, and taking them back deletes it', async () => {
    const id = await world.seed.person({ name: 'Kayleigh' })
    const call = await world.as(id)
    const { version } = await call(identityContract.me)
    const body = {
      phone: '07700 900123',
      preferredChannel: 'phone',
      phoneConsent: '2026-11',
    } as const
    await call(identityContract.changeMe, { body }, { ifMatch: version })
    const [consent] = (await call(contract.mine)).consents
    expect(consent).toMatchObject({ purpose: 'phone', about: null })
    await call(contract.withdraw, { params: { consentId: consent?.id ?? '' }, body: {} })
    expect(await call(identityContract.me)).toMatchObject({
      phone: null,
      preferredChannel: 'email',
    })
  })

  it('taken off by hand is a consent taken back; another number is another consent', async () => {
    const call = await world.as(await world.seed.person())
    const put = async (phone: string | null) => {
      const { version } = await call(identityContract.me)
      const body = { phone, phoneConsent: '2026-11' }
      await call(identityContract.changeMe, { body }, { ifMatch: version })
    }
    for (const phone of ['07700 900124', '07700 900125', null]) await put(phone)
    const { consents } = await call(contract.mine)
    expect(consents.map((c) => [c.purpose, c.withdrawnAt !== null])).toEqual([
      ['phone', true],
      ['phone', true],
    ])
  })
})
