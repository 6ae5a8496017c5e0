import { codesignContract } from '@howcanwe/shared/codesign'
import { consentsContract } from '@howcanwe/shared/consents'
import { identityContract } from '@howcanwe/shared/identity'
import { interestsContract } from '@howcanwe/shared/interests'
import { supportersContract as contract } from '@howcanwe/shared/supporters'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { join, town, wish } from '../codesign/codesign.fixture.ts'
import { askJoy, helped, pair } from './supporters.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.seed.place()
})
afterAll(() => world.close())

const rows = async <T extends Record<string, unknown>>(statement: ReturnType<typeof sql>) =>
  (await world.db.execute<T>(statement)).rows
const letters = (to: string, template: string) =>
  rows<{ subject: string; body: string }>(
    sql`select subject, body from outbox where recipient = ${to} and template = ${template}`,
  )
const one = (supportId: string) => ({ params: { supportId }, body: {} })

describe('Mr Okafor, 71, asks his niece Joy to join a group for him (§2.2)', () => {
  it('she gets an email that says who asks, for what and until when, and says yes from that address', async () => {
    const two = await pair(world)
    const asked = await askJoy(two)
    expect(asked).toMatchObject({ name: 'Joy', state: 'asked', scopes: ['groups'] })
    const [letter] = await letters(two.joy.email, 'supporters.asked')
    expect(letter?.subject).toContain('Okafor asks you for help')
    expect(letter?.body).toContain('take part in groups')
    expect(letter?.body).toContain('/me/helping')
    const { items } = await two.joy.call(contract.supporting)
    expect(items).toEqual([expect.objectContaining({ id: asked.id, state: 'asked' })])
    const yes = await two.joy.call(contract.accept, one(asked.id))
    expect(yes).toMatchObject({ state: 'active', person: { id: two.okafor.id, name: 'Okafor' } })
    expect((await letters(two.okafor.email, 'supporters.accepted'))[0]?.subject).toBe(
      'Joy said yes',
    )
    expect(
      await rows(sql`select contact, called_name from supports where id = ${asked.id}`),
    ).toEqual([{ contact: '', called_name: '' }])
  })

  it('she joins for him with his address; the record says who pressed, and not which place is his', async () => {
    const two = await pair(world)
    const { groupId } = await town(world)
    const supportId = await helped(two)
    await join(two.forHim, groupId, {
      firstName: 'Chidi',
      contactBy: 'email',
      contact: two.okafor.email,
      needs: 'A seat near the door',
    })
    expect((await two.okafor.call(codesignContract.places)).items).toHaveLength(1)
    const [act] = await rows<{ actor: string; after: object; request: string | null }>(sql`
      select actor_id as actor, after, request_id as request from audit_events
      where action = 'supporters.joined-group' and subject_id = ${supportId}`)
    expect(act).toEqual({ actor: two.okafor.id, after: { supporterId: two.joy.id }, request: null })
    const [place] = await rows<{ actor: string | null; after: object }>(sql`
      select actor_id as actor, after from audit_events
      where action = 'codesign.joined' and after ->> 'groupId' = ${groupId}`)
    expect(place?.actor).toBeNull()
    expect(JSON.stringify(place)).not.toContain(two.joy.id)
    const acts = await two.okafor.call(contract.acts, { params: { supportId } })
    expect(acts.items.map((a) => a.action)).toEqual(['supporters.joined-group'])
    const [consent] = await rows(sql`
      select how from consents where purpose = 'take-part' and about_id = ${groupId}`)
    expect(consent).toEqual({ how: 'supporter' })
  })

  it('with no other contact than one of his', async () => {
    const two = await pair(world)
    const { groupId } = await town(world)
    await helped(two)
    for (const contact of [two.joy.email, `else-${someId()}@example.org`]) {
      const body = wish({ contactBy: 'email', contact })
      const refused = await refusal(
        two.forHim(codesignContract.join, { params: { groupId }, body }),
      )
      expect(refused.code).toBe('codesign.not_their_contact')
    }
  })

  it('what he needs is locked away from her, and she reads nothing of who looked', async () => {
    const two = await pair(world)
    const { groupId } = await town(world)
    await helped(two, ['groups', 'answers'])
    await join(two.forHim, groupId, {
      contactBy: 'email',
      contact: two.okafor.email,
      needs: 'A seat near the door',
    })
    const seen = JSON.stringify([
      await two.forHim(identityContract.me),
      await two.forHim(codesignContract.places),
    ])
    expect(seen).not.toContain('seat')
    for (const closed of [
      () => two.forHim(identityContract.everything),
      () => two.forHim(consentsContract.mine),
      () => two.forHim(codesignContract.members, { params: { groupId } }),
    ])
      expect((await refusal(closed())).code).toBe('auth.not_for_supporters')
  })

  it('she reads how he is reached to join for him, and not where she answers for him alone', async () => {
    const seen = async (scopes: ('groups' | 'answers')[]) => {
      const two = await pair(world)
      await helped(two, scopes)
      await world.db.execute(
        sql`update people set phone = '+447700900126', phone_verified_at = null, preferred_channel = 'post' where id = ${two.okafor.id}`,
      )
      const { email, phone, phoneProven, preferredChannel } = await two.forHim(identityContract.me)
      return [email === two.okafor.email, email, phone, phoneProven, preferredChannel].slice(
        scopes.includes('groups') ? 2 : 1,
      )
    }
    expect(await seen(['groups'])).toEqual(['+447700900126', false, 'post'])
    expect(await seen(['groups', 'answers'])).toEqual(['+447700900126', false, 'post'])
    expect(await seen(['answers'])).toEqual([null, null, false, 'email'])
  })

  it('she leaves for him as well', async () => {
    const two = await pair(world)
    const { groupId } = await town(world)
    const supportId = await helped(two)
    await join(world.anyone, groupId, { contactBy: 'email', contact: two.okafor.email })
    const [place] = (await two.forHim(codesignContract.places)).items
    const params = { memberId: place?.id ?? '' }
    await two.forHim(codesignContract.leavePlace, { params, body: {} })
    expect((await two.okafor.call(codesignContract.places)).items).toEqual([])
    const { items } = await two.okafor.call(contract.acts, { params: { supportId } })
    expect(items.map((a) => a.action)).toEqual(['supporters.left-group'])
  })

  it('he ends it, and her very next request is refused; she is told, and the consent is taken back', async () => {
    const two = await pair(world)
    const supportId = await helped(two)
    expect((await two.forHim(identityContract.me)).id).toBe(two.okafor.id)
    const ended = await two.okafor.call(contract.dismiss, one(supportId))
    expect(ended).toMatchObject({ state: 'ended', name: 'Joy' })
    expect((await refusal(two.forHim(identityContract.me))).code).toBe('auth.not_supporting')
    expect(await letters(two.joy.email, 'supporters.ended')).toHaveLength(1)
    const { consents } = await two.okafor.call(consentsContract.mine)
    expect(consents).toEqual([
      expect.objectContaining({ purpose: 'supporter', withdrawnAt: expect.any(Date) }),
    ])
    expect(consents[0]?.wording).toContain('Joy may do for me')
  })

  it('or he takes his consent back, which does the same', async () => {
    const two = await pair(world)
    await helped(two)
    const { consents } = await two.okafor.call(consentsContract.mine)
    const params = { consentId: consents[0]?.id ?? '' }
    await two.okafor.call(consentsContract.withdraw, { params, body: {} })
    expect((await refusal(two.forHim(identityContract.me))).code).toBe('auth.not_supporting')
  })

  it('or she stops, and he is told', async () => {
    const two = await pair(world)
    const supportId = await helped(two)
    await two.joy.call(contract.stop, one(supportId))
    expect(await letters(two.okafor.email, 'supporters.ended')).toHaveLength(1)
    expect((await refusal(two.joy.call(contract.stop, one(supportId)))).code).toBe(
      'supporters.not_found',
    )
  })

  it('or she says no, and may be asked again', async () => {
    const two = await pair(world)
    const { id } = await askJoy(two)
    await two.joy.call(contract.decline, one(id))
    expect((await letters(two.okafor.email, 'supporters.declined'))[0]?.subject).toContain('Joy')
    expect((await refusal(two.joy.call(contract.accept, one(id)))).code).toBe(
      'supporters.not_found',
    )
    expect((await askJoy(two)).state).toBe('asked')
  })
})

describe('Joy answers for his walking group', () => {
  it('the answer is his group’s; he sees that she sent it, and nobody reads her name in it', async () => {
    const two = await pair(world)
    const place = await world.seed.place()
    const commissioner = await world.seed.person({
      roles: [{ placeId: place.id, role: 'commissioner' }],
    })
    const challengeId = await world.seed.openChallenge({ place, commissioner })
    const organisationId = await world.seed.organisation({ place, members: [two.okafor.id] })
    const supportId = await helped(two, ['answers'])
    const body = {
      organisationId,
      why: 'Twelve of us walk every Sunday, whatever the weather.',
      bring: ['outreach' as const],
      bringNote: '',
      hoursPerMonth: 6,
      fromWhen: null,
      need: [],
      needNote: '',
      together: 'alone' as const,
      togetherWith: '',
      conflict: false,
      conflictNote: '',
    }
    const sent = await two.forHim(interestsContract.express, { params: { challengeId }, body })
    expect((await two.okafor.call(interestsContract.mine)).items).toHaveLength(1)
    expect((await two.joy.call(contract.mine)).items).toEqual([])
    const [event] = await rows(sql`
      select actor_id as actor, after ->> 'supporterId' as presser from audit_events
      where subject_id = ${sent.id} and action = 'interests.expressed'`)
    expect(event).toEqual({ actor: two.okafor.id, presser: two.joy.id })
    const [row] = await rows(sql`select submitted_by from interests where id = ${sent.id}`)
    expect(row).toEqual({ submitted_by: two.okafor.id })
    const { items } = await two.okafor.call(contract.acts, { params: { supportId } })
    expect(items.map((a) => a.action)).toEqual(['interests.expressed'])
    expect(JSON.stringify(sent)).not.toContain(two.joy.id)
  })
})
