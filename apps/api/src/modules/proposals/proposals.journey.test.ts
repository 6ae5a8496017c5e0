import { challengesContract } from '@howcanwe/shared/challenges'
import { proposalsContract as contract } from '@howcanwe/shared/proposals'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import {
  asked,
  lettersOf,
  published,
  QUEUE,
  STORY,
  supported,
  type Town,
  tokenTo,
  town,
  wish,
  work,
} from './proposals.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const answer = {
  kind: 'no' as const,
  reasons: 'The pharmacy has one counter and a lease until 2028. Nobody else may dispense there.',
  nextStep: 'Ines rings the pharmacy about chairs and a number board in May.',
}

describe('Mr Okafor says it by phone (J-05)', () => {
  let t: Town
  let slip: Awaited<ReturnType<typeof asked>>
  beforeAll(async () => {
    t = await town(world)
    slip = await asked(world, t)
  })
  const params = () => ({ proposalId: slip.id })

  it('Ines types it, reads it back and hands him a reference and a slip', async () => {
    expect(slip.reference).toMatch(/^[A-Z]+-\d{2}/)
    const own = await world.anyone(contract.own, {
      body: { door: { token: slip.manageToken ?? '' } },
    })
    expect(own).toMatchObject({ state: 'to-read', question: QUEUE, firstName: 'Samuel' })
    const { rows } = await world.db.execute(
      sql`select kind, minutes from broker_actions where broker_id = ${t.ines}`,
    )
    expect(rows).toEqual([{ kind: 'typed-for', minutes: 12 }])
  })

  it('the words on his slip open it too, said or typed, and nobody guesses them', async () => {
    const open = (code: string) =>
      world.anyone(contract.slip, { body: { reference: slip.reference.toLowerCase(), code } })
    const words = (slip.slipCode ?? '').toLowerCase().replaceAll('-', ' ')
    expect(await open(words)).toEqual({ manageToken: slip.manageToken })
    const tries: string[] = []
    for (let n = 0; n < 6; n++) tries.push((await refusal(open('PLUM-1234-OTTERS'))).code)
    expect(tries).toEqual([
      ...Array.from({ length: 5 }, () => 'proposals.slip_unknown'),
      'proposals.too_many_tries',
    ])
    expect((await refusal(open(words))).code).toBe('proposals.too_many_tries')
  })

  it('nobody else reads it before somebody of the place has', async () => {
    expect((await world.anyone(contract.list, { query: { placeId: t.place.id } })).items).toEqual(
      [],
    )
    const { code } = await refusal(world.anyone(contract.read, { params: params() }))
    expect(code).toBe('proposals.not_found')
  })

  it('and there is a promised day, three working days from now, in the broker’s queue', async () => {
    const { items } = await (await world.as(t.ines))(contract.desk, {
      params: { placeId: t.place.id },
    })
    expect(items[0]).toMatchObject({
      state: 'to-read',
      can: { read: true },
      asker: { contact: '07700 900456' },
    })
    const days = ((items[0]?.readBy.getTime() ?? 0) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(2)
    expect(days).toBeLessThan(8)
  })

  it('once read, everybody reads it: few people are “a few”', async () => {
    await (await world.as(t.ines))(contract.publish, { params: params(), body: {} })
    const shown = await world.anyone(contract.read, { params: params() })
    expect(shown).toMatchObject({
      ...{ state: 'gathering', question: QUEUE, story: STORY, askedBy: ['Samuel'] },
      support: { people: null, needed: 10, sheets: [] },
    })
    expect(JSON.stringify(shown)).not.toContain('900456')
  })

  it('his neighbours stand behind it; at ten people the clock of twenty working days runs', async () => {
    await supported(world, slip.id, 1, 8)
    expect(await world.anyone(contract.read, { params: params() })).toMatchObject({
      state: 'gathering',
      support: { people: 9 },
    })
    await supported(world, slip.id, 9, 13)
    const shown = await world.anyone(contract.read, { params: params() })
    expect(shown).toMatchObject({ state: 'answering', support: { people: 14 }, late: false })
    const days = ((shown.answerBy?.getTime() ?? 0) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(26)
    expect(days).toBeLessThan(36)
    expect(JSON.stringify(shown)).not.toContain('Neighbour')
    expect(await lettersOf(world, 'proposals.to-answer')).toHaveLength(1)
  })

  it('Cllr Shah sponsors it in public, by name', async () => {
    const body = { organisationId: null, because: 'I hear it at every surgery I hold.' }
    await (await world.as(t.shah))(contract.sponsor, { params: params(), body })
    const shown = await world.anyone(contract.read, { params: params() })
    expect(shown.sponsors).toMatchObject([{ name: 'Cllr Shah', organisation: null }])
    const { code } = await refusal(
      (await world.as(t.shah))(contract.sponsor, { params: params(), body }),
    )
    expect(code).toBe('proposals.sponsored_already')
  })

  it('public health adopts it: a draft in his words, of which he stays co-author', async () => {
    const ruth = await world.as(t.ruth)
    const { challengeId } = await ruth(contract.adopt, { params: params(), body: {} })
    const draft = await ruth(challengesContract.draft, { params: { challengeId } })
    expect(draft).toMatchObject({
      ...{
        question: QUEUE,
        whyNow: STORY,
        whoIsAffected: 'Older people and parents',
        state: 'draft',
      },
      areaIds: [t.place.areaIds[1]],
    })
    expect(await world.anyone(contract.read, { params: params() })).toMatchObject({
      state: 'adopted',
      answer: { by: 'Ruth', organisation: 'Public health' },
    })
    const { items } = await world.anyone(contract.coAuthors, { params: { challengeId } })
    expect(items).toMatchObject([{ name: 'Samuel', question: QUEUE }])
    expect(await lettersOf(world, 'proposals.outcome')).toHaveLength(13)
  })

  it('he reads the draft with his slip, gives another wording, and hears what became of it', async () => {
    const door = { token: slip.manageToken ?? '' }
    const own = await world.anyone(contract.comment, {
      body: {
        door,
        text: 'It is about hearing too.',
        wording: 'How can we wait and still hear our name?',
      },
    })
    expect(own.draft).toMatchObject({
      question: QUEUE,
      comments: [{ number: 1, by: 'Samuel', answer: null }],
    })
    const ruth = await world.as(t.ruth)
    const challengeId = own.draft?.challengeId ?? ''
    const { items } = await ruth(contract.comments, { params: { challengeId } })
    const done = await ruth(contract.answerComment, {
      params: { commentId: items[0]?.id ?? '' },
      body: { taken: true, text: 'Yes: hearing is in the question now.' },
    })
    expect(done.answer).toMatchObject({ taken: true, by: 'Ruth' })
    expect(await ruth(challengesContract.draft, { params: { challengeId } })).toMatchObject({
      question: 'How can we wait and still hear our name?',
    })
    expect(
      (await world.anyone(contract.own, { body: { door } })).draft?.comments[0]?.answer?.taken,
    ).toBe(true)
  })

  it('takes his name off, and is “a resident” everywhere; his co-authorship stays', async () => {
    const door = { token: slip.manageToken ?? '' }
    const { draft } = await world.anyone(contract.own, { body: { door } })
    await world.anyone(contract.leave, { body: { door } })
    const params = { challengeId: draft?.challengeId ?? '' }
    expect((await world.anyone(contract.coAuthors, { params })).items).toMatchObject([
      { name: null },
    ])
    const { items } = await (await world.as(t.ruth))(contract.comments, { params })
    expect(items[0]).toMatchObject({ by: null, text: 'It is about hearing too.' })
    expect((await refusal(world.anyone(contract.own, { body: { door } }))).code).toBe(
      'proposals.own_not_found',
    )
    expect(await world.anyone(contract.read, { params: { proposalId: slip.id } })).toMatchObject({
      support: { people: 14 },
      askedBy: [null],
    })
  })
})

describe('somebody types it alone, with an email address', () => {
  it('gets a letter with a link of their own, and is written to at every step', async () => {
    const t = await town(world)
    const body = wish(t, { contactBy: 'email', contact: 'Sam@Example.org' })
    const slip = await world.anyone(contract.put, { body })
    expect(await tokenTo(world, 'sam@example.org', 'proposals.received')).toBe(slip.manageToken)
    expect((await world.anyone(contract.put, { body })).reference).toBe(slip.reference)
    const ines = await world.as(t.ines)
    const { items } = await ines(contract.desk, { params: { placeId: t.place.id } })
    expect(items).toHaveLength(1)
    const params = { proposalId: items[0]?.id ?? '' }
    await ines(contract.giveBack, {
      params,
      body: { reason: 'names-somebody', note: 'Please leave out the name of the pharmacist.' },
    })
    const door = { token: slip.manageToken }
    expect(await world.anyone(contract.own, { body: { door } })).toMatchObject({
      state: 'returned',
      returned: { reason: 'names-somebody' },
    })
    const words = { question: QUEUE, story: 'We wait for hours, every one of us.', areaId: null }
    await world.anyone(contract.change, {
      body: { door, words: { ...words, whereAbouts: '', affected: 'Everybody' } },
    })
    await ines(contract.publish, { params, body: {} })
    const { rows } = await world.db.execute(
      sql`select number, story from proposal_versions where proposal_id = ${params.proposalId}`,
    )
    expect(rows).toEqual([{ number: 1, story: STORY }])
    await (await world.as(t.shah))(contract.sponsor, {
      params,
      body: { organisationId: null, because: 'I hear it at every surgery.' },
    })
    const ruth = await world.as(t.ruth)
    const { challengeId } = await ruth(contract.adopt, { params, body: {} })
    await world.db.execute(
      sql`update challenges set state = 'withdrawn', withdrawn_reason = 'The money went to another case this year.' where id = ${challengeId}`,
    )
    await work(world)
    for (const step of ['received', 'returned', 'published', 'backed', 'adopted', 'step'])
      expect(await lettersOf(world, `proposals.${step}`), step).toContain('sam@example.org')
  })

  it('a machine that fills the hidden field leaves nothing', async () => {
    const t = await town(world)
    await world.anyone(contract.put, { body: { ...wish(t), website: 'http://spam.example' } })
    const { items } = await (await world.as(t.ines))(contract.desk, {
      params: { placeId: t.place.id },
    })
    expect(items).toEqual([])
  })

  it('is asked for nothing about benefits, immigration or diagnosis', async () => {
    const t = await town(world)
    for (const key of ['benefits', 'nationality', 'diagnosis'])
      expect(
        (await refusal(world.anyone(contract.put, { body: { ...wish(t), [key]: 'x' } as never })))
          .code,
      ).toBe('request.invalid')
  })
})

describe('an answer that is no', () => {
  it('is given by name, with two sentences of reasons and a next step, to everybody', async () => {
    const t = await town(world)
    const { id } = await published(world, t)
    const ruth = await world.as(t.ruth)
    const params = { proposalId: id }
    const short = { ...answer, reasons: 'There is no money for it at all.' }
    expect((await refusal(ruth(contract.answer, { params, body: short }))).code).toBe(
      'proposals.too_short',
    )
    await ruth(contract.answer, { params, body: answer })
    expect((await world.anyone(contract.read, { params })).answer).toMatchObject({
      ...{ kind: 'no', by: 'Ruth', organisation: 'Public health' },
      ...{ reasons: answer.reasons, nextStep: answer.nextStep },
    })
    expect((await refusal(ruth(contract.adopt, { params, body: {} }))).code).toBe(
      'proposals.answered',
    )
    const open = await world.anyone(contract.list, { query: { placeId: t.place.id } })
    const done = await world.anyone(contract.list, {
      query: { placeId: t.place.id, which: 'answered' },
    })
    expect([open.items.length, done.items.length]).toEqual([0, 1])
  })

  it('nobody answers who does not ask questions for a public body here', async () => {
    const t = await town(world)
    const { id } = await published(world, t)
    for (const who of [t.ines, t.shah])
      expect(
        (
          await refusal(
            (
              await world.as(who)
            )(contract.answer, { params: { proposalId: id }, body: answer }),
          )
        ).code,
      ).toBe('auth.forbidden')
    const other = await town(world)
    expect(
      (
        await refusal(
          (
            await world.as(other.ruth)
          )(contract.answer, { params: { proposalId: id }, body: answer }),
        )
      ).code,
    ).toBe('proposals.not_found')
  })
})

describe('what an elected member finds on the list', () => {
  it('questions everybody may read, with no contact and nothing that waits to be read', async () => {
    const t = await town(world)
    await asked(world, t, { question: 'How can we sit down on the way there?' })
    await published(world, t)
    const shah = await world.as(t.shah)
    const { items } = await shah(contract.desk, { params: { placeId: t.place.id } })
    expect(items).toMatchObject([{ question: QUEUE, asker: null, can: { sponsor: true } }])
    expect(JSON.stringify(items)).not.toContain('900456')
    const other = await town(world)
    const elsewhere = shah(contract.desk, { params: { placeId: other.place.id } })
    expect((await refusal(elsewhere)).code).toBe('auth.forbidden')
  })
})
