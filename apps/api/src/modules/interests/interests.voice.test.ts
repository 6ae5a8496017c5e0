import { interestsContract as contract, VOICE_MOST_BYTES } from '@howcanwe/shared/interests'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { constraintOf } from '../../db/database.ts'
import { forgetOld } from '../../retention/index.ts'

const sound = (said: string) => Buffer.from(`OggS ${said}`, 'latin1')

let world: World
let town: SeededPlace
let ruth: string
let council: string
let amina: string
let lou: string
let carers: string
let challengeId: string
beforeAll(async () => {
  world = await startWorld()
  town = await world.seed.place()
  ruth = await world.seed.person({
    roles: ['commissioner', 'broker', 'steward'].map((role) => ({
      placeId: town.id,
      role: role as 'broker',
    })),
  })
  council = await world.seed.organisation({ place: town, kind: 'council', members: [ruth] })
})
afterAll(() => world.close())
beforeEach(async () => {
  amina = await world.seed.person({ name: 'Amina' })
  lou = await world.seed.person({ name: 'Lou' })
  carers = await world.seed.organisation({ place: town, members: [amina, lou] })
  challengeId = await world.seed.openChallenge({ place: town, commissioner: ruth, council })
})

async function put(
  person: string,
  given: {
    body?: Buffer | string
    type?: string
    question?: string
    seconds?: number | string
    organisationId?: string
    search?: string
  } = {},
) {
  const search = new URLSearchParams({
    organisationId: given.organisationId ?? carers,
    question: given.question ?? 'why',
    seconds: String(given.seconds ?? 12),
  })
  const answer = await world.app.inject({
    method: 'PUT',
    url: `/api/v1/challenges/${challengeId}/voice-notes?${search}${given.search ?? ''}`,
    headers: {
      authorization: `Bearer ${await world.tokenOf(person)}`,
      'content-type': given.type ?? 'audio/ogg; codecs=opus',
    },
    payload: given.body ?? sound('Nine of us look after someone.'),
  })
  return { status: answer.statusCode, ...answer.json() }
}
const hear = async (person: string, noteId: string) =>
  world.app.inject({
    url: `/api/v1/voice-notes/${noteId}`,
    headers: { authorization: `Bearer ${await world.tokenOf(person)}` },
  })
const notes = async (person = amina) =>
  (
    await (
      await world.as(person)
    )(contract.voiceNotes, {
      params: { challengeId },
      query: { organisationId: carers },
    })
  ).items
const drop = async (person: string, noteId: string) =>
  (await world.as(person))(contract.dropVoice, { params: { noteId } })
const send = async (more: object = {}) =>
  (await world.as(amina))(contract.express, {
    params: { challengeId },
    body: {
      organisationId: carers,
      ...{ why: 'Nine of us look after someone.', bring: [], bringNote: '' },
      ...{ hoursPerMonth: 12, fromWhen: null, need: [], needNote: '' },
      ...{ together: 'alone' as const, togetherWith: '', conflict: false, conflictNote: '' },
      ...more,
    },
  })
const boxes = async (noteId: string) =>
  (
    await world.db.execute<{ sealed: Buffer }>(
      sql`select sealed from vault_boxes where subject_id = ${noteId}`,
    )
  ).rows

describe('one question by voice (EI1, J-01)', () => {
  it('Amina speaks for twelve seconds, hears herself, and so does Lou', async () => {
    const note = await put(amina)
    expect(note).toMatchObject({
      status: 200,
      question: 'why',
      mediaType: 'audio/ogg',
      seconds: 12,
    })
    for (const person of [amina, lou]) {
      const played = await hear(person, note.id)
      expect(played.headers['content-type']).toBe('audio/ogg')
      expect(played.headers['cache-control']).toBe('private, no-store')
      expect(played.rawPayload.equals(sound('Nine of us look after someone.'))).toBe(true)
    }
    expect((await notes(lou)).map((n) => [n.id, n.question])).toEqual([[note.id, 'why']])
  })

  it('it lies sealed, and each hearing is an event', async () => {
    const note = await put(amina)
    const [box] = await boxes(note.id)
    expect(Buffer.from(box?.sealed ?? '').includes('Nine of us')).toBe(false)
    await hear(lou, note.id)
    const { rows } = await world.db.execute(
      sql`select action, actor_id from audit_events where subject_id = ${note.id} order by id`,
    )
    expect(rows).toEqual([
      { action: 'interests.voice-recorded', actor_id: amina },
      { action: 'vault.read', actor_id: lou },
    ])
  })

  it('she says it again, and the first one is gone for good', async () => {
    const first = await put(amina)
    const second = await put(lou, { body: sound('Better.'), seconds: 60 })
    expect((await notes()).map((n) => n.id)).toEqual([second.id])
    expect([(await hear(amina, first.id)).statusCode, await boxes(first.id)]).toEqual([404, []])
  })

  it('she throws it away', async () => {
    const note = await put(amina)
    await drop(lou, note.id)
    expect([await notes(), await boxes(note.id)]).toEqual([[], []])
    expect((await refusal(drop(lou, note.id))).code).toBe('interests.voice_not_found')
  })

  it('a minute of the best phone fits, and more than 1 MiB does not', async () => {
    const most = Buffer.concat([sound(''), Buffer.alloc(VOICE_MOST_BYTES - 5)])
    expect((await put(amina, { body: most, seconds: 60 })).status).toBe(200)
    const over = await put(amina, { body: Buffer.concat([most, Buffer.alloc(1)]) })
    expect([over.status, over.code]).toEqual([413, 'request.too_large'])
  })

  it.each([
    ['a document', { type: 'application/pdf', body: '%PDF-1.7' }, 400, 'request.invalid'],
    ['a form', { type: 'multipart/form-data; boundary=x', body: '--x--' }, 400, 'request.invalid'],
    ['JSON', { type: 'application/json', body: '{"turnover":1}' }, 400, 'request.invalid'],
    ['a document called a sound', { body: '%PDF-1.7' }, 422, 'interests.voice_unreadable'],
    ['a film', { type: 'video/webm', body: sound('') }, 400, 'request.invalid'],
    [
      'another kind of sound',
      { type: 'audio/mpeg', body: sound('') },
      422,
      'interests.voice_unreadable',
    ],
    ['nothing', { body: '' }, 422, 'interests.voice_unreadable'],
    ['61 seconds', { seconds: 61 }, 400, 'request.invalid'],
    ['no seconds', { seconds: 'x' }, 400, 'request.invalid'],
    ['a question that is not spoken', { question: 'turnover' }, 400, 'request.invalid'],
    ['a field nobody asked for', { search: '&policy=1' }, 400, 'request.invalid'],
  ])('%s is not kept', async (_, given, status, code) => {
    const refused = await put(amina, given)
    expect([refused.status, refused.code]).toEqual([status, code])
    expect(await notes()).toEqual([])
  })

  it('two phones at once leave one recording', async () => {
    await put(amina)
    const all = await Promise.all([amina, lou, amina, lou].map((person) => put(person)))
    expect(all.filter((one) => one.status >= 500)).toEqual([])
    expect(await notes()).toHaveLength(1)
  })

  it.each([
    ['longer than a minute', sql`seconds = 61`, 'voice_notes_short'],
    ['larger than 1 MiB', sql`bytes = 1048577`, 'voice_notes_small'],
  ])('%s cannot be written by SQL either', async (_, change, constraint) => {
    await put(amina)
    const error = await world.db
      .execute(sql`update interest_voice_notes set ${change}`)
      .catch((e: unknown) => e)
    expect(constraintOf(error)).toBe(constraint)
  })
})

describe('who hears it', () => {
  it('nobody but the organisation’s own people: not the one who asks, not the broker, not a rival', async () => {
    const note = await put(amina)
    const rival = await world.seed.person()
    await world.seed.organisation({ place: town, members: [rival] })
    const unknown = await hear(rival, someId())
    for (const person of [ruth, rival]) {
      const refused = await hear(person, note.id)
      expect([refused.statusCode, refused.json().code]).toEqual([404, 'interests.voice_not_found'])
      expect({ ...refused.json(), instance: '' }).toEqual({ ...unknown.json(), instance: '' })
      expect((await refusal(drop(person, note.id))).code).toBe('interests.voice_not_found')
      expect((await refusal(notes(person))).code).toBe('interests.not_your_organisation')
      expect((await put(person)).code).toBe('interests.not_your_organisation')
    }
  })

  it('the one who asks reads the words after the deadline, and learns of no voice', async () => {
    await put(amina)
    await send()
    await world.seed.passDeadline(challengeId)
    const read = await world.app.inject({
      url: `/api/v1/challenges/${challengeId}/interests`,
      headers: { authorization: `Bearer ${await world.tokenOf(ruth)}` },
    })
    expect(read.json().items).toHaveLength(1)
    expect(read.body).not.toMatch(/voice|audio|OggS/)
  })

  it('a stranger is asked to sign in', async () => {
    const answer = await world.app.inject(`/api/v1/voice-notes/${someId()}`)
    expect(answer.statusCode).toBe(401)
  })
})

describe('its words', () => {
  it('a voice without words may wait, but does not go out', async () => {
    const note = await put(amina, { question: 'bringNote' })
    const refused = await refusal(send())
    expect([refused.code, refused.errors]).toEqual([
      'interests.voice_without_words',
      [{ pointer: '#/body/bringNote', code: 'voice_without_words' }],
    ])
    await drop(amina, note.id)
    expect((await send()).state).toBe('submitted')
  })

  it('a change cannot take the words away and leave the voice', async () => {
    await put(amina, { question: 'needNote' })
    const sent = await send({ needNote: 'A van on Saturdays.' })
    const { organisationId: _, ...body } = { organisationId: carers, ...answersOf(sent) }
    const refused = await refusal(
      (await world.as(amina))(
        contract.change,
        { params: { interestId: sent.id }, body: { ...body, needNote: '' } },
        { ifMatch: sent.version },
      ),
    )
    expect(refused.code).toBe('interests.voice_without_words')
  })
})

const answersOf = (i: Awaited<ReturnType<typeof send>>) => ({
  ...{ why: i.why, bring: i.bring, bringNote: i.bringNote, hoursPerMonth: i.hoursPerMonth },
  ...{ fromWhen: i.fromWhen, need: i.need, needNote: i.needNote, together: i.together },
  ...{ togetherWith: i.togetherWith, conflict: i.conflict, conflictNote: i.conflictNote },
})

describe('how long it lasts', () => {
  it('whoever takes their answers back takes their voice back with them', async () => {
    const note = await put(amina)
    const sent = await send()
    await (await world.as(amina))(contract.withdraw, { params: { interestId: sent.id }, body: {} })
    expect([await notes(), await boxes(note.id)]).toEqual([[], []])
  })

  it('nothing new is recorded after the deadline, but one’s own can be heard and thrown away', async () => {
    const note = await put(amina)
    await world.seed.passDeadline(challengeId)
    expect((await put(amina)).code).toBe('challenges.closed')
    expect((await hear(amina, note.id)).statusCode).toBe(200)
    await drop(amina, note.id)
    expect(await boxes(note.id)).toEqual([])
  })

  const age = (change: ReturnType<typeof sql>) =>
    world.db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(sql`update challenges set ${change} where id = ${challengeId}`)
    })
  const ago = (days: number) => sql`clock_timestamp() - ${days}::int * interval '1 day'`

  it('a sent one goes thirty days after the decision, the sound with it', async () => {
    const note = await put(amina)
    await send()
    await age(sql`state = 'none-chosen', closes_at = ${ago(90)}, decided_at = ${ago(29)}`)
    await forgetOld(world.db)
    expect(await notes()).toHaveLength(1)
    await age(sql`decided_at = ${ago(31)}`)
    await forgetOld(world.db)
    expect([await notes(), await boxes(note.id)]).toEqual([[], []])
  })

  it('a sent one waits as long as the decision does; one never sent goes thirty days after closing', async () => {
    await put(amina)
    await age(sql`closes_at = ${ago(29)}`)
    await forgetOld(world.db)
    expect(await notes()).toHaveLength(1)
    await age(sql`closes_at = ${ago(31)}`)
    await forgetOld(world.db)
    expect(await notes()).toEqual([])
  })

  it('one sent to a challenge that was taken back goes thirty days later', async () => {
    await put(amina)
    await send()
    await age(
      sql`state = 'withdrawn', withdrawn_reason = 'The money is gone, sadly.', updated_at = ${ago(31)}`,
    )
    await forgetOld(world.db)
    expect(await notes()).toEqual([])
  })
})
