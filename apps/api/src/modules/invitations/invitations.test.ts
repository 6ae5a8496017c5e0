import { matchingContract } from '@howcanwe/shared/matching'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { registerEntry } from '../../../test/register-entry.ts'
import { refusal } from '../../../test/support.ts'
import {
  challengeId,
  districts,
  here,
  ines,
  inTown,
  invite,
  invited,
  lad,
  organisation,
  register,
  traces,
  WHY,
  world,
} from './invitations.fixture.ts'

inTown()

const letterTo = async (to: string) => {
  const { rows } = await world.db.execute<{ subject: string; body: string }>(
    sql`select subject, body from outbox where recipient = ${to}`,
  )
  return rows
}

describe('Ines invites', () => {
  it('an organisation by letter: the question, why they, minutes, closing time, what is on offer, and how to say no', async () => {
    const id = await world.seed.organisation({
      place: here,
      name: 'Tuesday Circle',
      contactName: 'Amina',
      contactEmail: 'amina@circle.example',
    })
    const { items } = await invite([organisation(id)])
    expect(items).toMatchObject([
      {
        kind: 'organisation',
        candidateId: id,
        name: 'Tuesday Circle',
        incomeBand: 'micro',
        why: WHY,
        channel: 'mailed',
      },
    ])
    const [letter] = await letterTo('amina@circle.example')
    expect(letter?.subject).toContain('How can we make a break from caring')
    for (const part of [
      'Hello Amina',
      `Council ${districts} is asking people in Northgate and Elmside`,
      WHY,
      'about 10 minutes',
      '£9,000 to pay for the hours of small organisations',
      '£3,000 to pay residents who take part',
      '60 hours',
      `http://localhost:3000/challenges/breaks-${districts}`,
      'To say no, do nothing',
      'Ines, 020 7946 0000',
    ])
      expect(letter?.body).toContain(part)
    expect(letter?.body).toMatch(/until \w+day \d{1,2} \w+ \d{4} at \d\d:\d\d/)
    expect(await traces()).toEqual({ invitations: 1, trail: 1, letters: 1 })
  })

  it('somebody who reads Dutch in Dutch', async () => {
    const lead = await world.seed.person({ language: 'nl' })
    const id = await world.seed.organisation({
      place: here,
      members: [lead],
      contactEmail: 'femke@buurt.example',
    })
    await invite([organisation(id)])
    const [letter] = await letterTo('femke@buurt.example')
    expect(letter?.body).toContain('Wat het kost: ongeveer 10 minuten')
    expect(letter?.body).toContain('Je hoeft niet te antwoorden')
  })

  it.each([
    ['never wants such letters', true],
    ['stopped them by the link in one', false],
  ])('by hand who %s: it does not count as written to', async (_, hasAccount) => {
    const email = `stopped-${districts}@circle.example`
    const id = await world.seed.organisation({ place: here, contactEmail: email })
    if (hasAccount) {
      const amina = await world.seed.person({ email })
      await world.db.execute(sql`
        insert into hearing_wishes (person_id, what, how) values (${amina}, 'waiting', 'never')`)
    } else
      await world.db.execute(sql`
        insert into letter_stops (id, address_hash, kind, organisation_id)
        values (gen_random_uuid(), sha256(convert_to(${email}::text, 'UTF8')), 'waiting', ${id})`)
    const { items } = await invite([organisation(id)])
    expect(items).toMatchObject([{ candidateId: id, channel: 'by-hand' }])
    expect(await traces()).toEqual({ invitations: 1, trail: 1, letters: 0 })
  })

  it('a group with only a telephone, and an entry of the register, by hand: we hold no address', async () => {
    const id = await world.seed.organisation({
      place: here,
      contactEmail: null,
      contactPhone: '020 7946 0111',
    })
    const entry = await registerEntry(world.db, {
      areas: [lad],
      nameShown: 'Lunch Club',
      incomeBand: 'small',
    })
    const { items } = await invite([organisation(id), register(entry)])
    expect(items.map((i) => [i.kind, i.channel, i.incomeBand])).toEqual([
      ['organisation', 'by-hand', 'micro'],
      ['register', 'by-hand', 'small'],
    ])
    expect(await traces()).toEqual({ invitations: 2, trail: 2, letters: 0 })
  })

  it('and sees in both lists who has been invited', async () => {
    const id = await world.seed.organisation({ place: here })
    await world.seed.organisation({ place: here })
    await invite([organisation(id)])
    expect((await invited()).map((i) => i.candidateId)).toEqual([id])
    const call = await world.as(ines)
    const { items } = await call(matchingContract.forChallenge, { params: { challengeId } })
    expect(items.filter((m) => m.invited).map((m) => m.id)).toEqual([id])
  })

  it('and the trail holds no name and no word of why', async () => {
    const id = await world.seed.organisation({ place: here, name: 'Quiet House' })
    await invite([organisation(id)])
    const { rows } = await world.db.execute<{ event: string; actor_id: string }>(
      sql`select to_jsonb(a)::text as event, actor_id from audit_events a where action = 'invitations.sent' and after->>'candidateId' = ${id}`,
    )
    expect(rows[0]?.actor_id).toBe(ines)
    expect(rows[0]?.event).not.toMatch(/Quiet House|Tuesdays/)
  })

  it('an entry, whose owner then registers: the organisation counts as invited', async () => {
    const entry = await registerEntry(world.db, { areas: [lad] })
    await invite([register(entry)])
    const id = await world.seed.organisation({ place: here, registerEntryId: entry })
    const call = await world.as(ines)
    const { items } = await call(matchingContract.forChallenge, { params: { challengeId } })
    expect(items).toMatchObject([{ id, invited: true }])
    expect((await refusal(invite([organisation(id)]))).code).toBe('invitations.already_invited')
  })
})
