import { challengesContract } from '@howcanwe/shared/challenges'
import { cohortsContract as contract, type NextStep } from '@howcanwe/shared/cohorts'
import { interestsContract } from '@howcanwe/shared/interests'
import { type IncomeBand, type Kind, sectorOf } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { inTransaction, sqlState } from '../../db/database.ts'

let world: World
let town: SeededPlace
let ruth: string
let council: string
let amina: string
beforeAll(async () => {
  world = await startWorld()
  town = await world.seed.place()
  ruth = await world.seed.person({
    name: 'Ruth',
    roles: [{ placeId: town.id, role: 'commissioner' }],
  })
  council = await world.seed.organisation({
    place: town,
    name: 'Northgate Council',
    kind: 'council',
    sector: 'public',
    incomeBand: 'not-a-charity',
    members: [ruth],
  })
  amina = await world.seed.person({ name: 'Amina' })
})
afterAll(() => world.close())

let challengeId: string
beforeEach(async () => {
  challengeId = await world.seed.openChallenge({ place: town, commissioner: ruth, council })
})

interface Sent {
  id: string
  organisationId: string
  name: string
}

let count = 0
/** An organisation of which Amina is a member has answered the challenge. */
async function answered(kind: Kind, incomeBand: IncomeBand): Promise<Sent> {
  const name = `Answering ${++count}`
  const organisationId = await world.seed.organisation({
    place: town,
    name,
    kind,
    sector: sectorOf(kind),
    incomeBand,
    members: [amina],
  })
  const { id } = await (await world.as(amina))(interestsContract.express, {
    params: { challengeId },
    body: {
      organisationId,
      why: 'People come to us every week with this question.',
      bring: [],
      bringNote: '',
      hoursPerMonth: 8,
      fromWhen: null,
      need: [],
      needNote: '',
      together: 'alone',
      togetherWith: '',
      conflict: false,
      conflictNote: '',
    },
  })
  return { id, organisationId, name }
}

const MIXED: [Kind, IncomeBand][] = [
  ['unconstituted-group', 'none'],
  ['charity', 'micro'],
  ['housing-association', 'major'],
  ['company', 'not-a-charity'],
  ['charity', 'medium'],
  ['charity', 'large'],
]
/** Six have answered and the deadline has passed. */
async function sixAnswered(kinds = MIXED): Promise<Sent[]> {
  const all: Sent[] = []
  for (const [kind, band] of kinds) all.push(await answered(kind, band))
  await world.seed.passDeadline(challengeId)
  return all
}

const because = (sent: Sent) => ({
  interestId: sent.id,
  reason: `${sent.name}: the group knows the people in Elmside by name.`,
  criteria: [
    { position: 0, sentence: `${sent.name} meets forty people every week, who stay for tea.` },
    { position: 2, sentence: `${sent.name} wrote down how it began, so that others can copy it.` },
  ],
  nextStep: { kind: 'meet-broker' as NextStep, note: `Ring Ines about ${sent.name}.` },
})
const statement = 'We read every answer twice and looked for two groups that know carers at night.'
const choiceOf = (chosen: Sent[], notThisTime: Sent[], more: object = {}) => ({
  chosen: chosen.map(because),
  notThisTime: notThisTime.map(because),
  statement,
  ...more,
})
type Body = Parameters<typeof press>[0]
async function press(
  body: ReturnType<typeof choiceOf> & { reservedPlacesReason?: string | null },
  person = ruth,
) {
  return (await world.as(person))(contract.choose, { params: { challengeId }, body })
}
async function pressNone(notThisTime: Sent[], person = ruth) {
  return (await world.as(person))(contract.chooseNone, {
    params: { challengeId },
    body: { statement, notThisTime: notThisTime.map(because) },
  })
}

const rowsOf = async <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  (await world.db.execute<T>(query)).rows
const lettersTo = (sent: Sent) =>
  rowsOf<{ template: string; subject: string; body: string }>(
    sql`select template, subject, body from outbox where template like 'cohorts.%' and recipient =
      (select contact_email from organisations where id = ${sent.organisationId})`,
  )
const statesNow = async () =>
  (
    await rowsOf<{ state: string }>(
      sql`select state from interests where challenge_id = ${challengeId} order by id`,
    )
  ).map((r) => r.state)
const challengeState = async () =>
  (await rowsOf<{ state: string }>(sql`select state from challenges where id = ${challengeId}`))[0]
    ?.state
/** Nothing of an announcement is there: no cohort, no decision, no letter, no trail. */
async function expectNothingHappened(all: Sent[]) {
  expect(await rowsOf(sql`select id from cohorts where challenge_id = ${challengeId}`)).toEqual([])
  expect(new Set(await statesNow())).not.toContain('chosen')
  expect(new Set(await statesNow())).not.toContain('not-this-time')
  for (const sent of all) expect(await lettersTo(sent)).toEqual([])
  const ids = sql.join(
    [challengeId, ...all.map((s) => s.id)].map((id) => sql`${id}`),
    sql`, `,
  )
  expect(
    await rowsOf(
      sql`select action from audit_events where subject_id in (${ids}) and
        (action like 'cohorts.%' or action in ('interests.decided', 'challenges.formed', 'challenges.none-chosen'))`,
    ),
  ).toEqual([])
}

describe('Ruth chooses, and everyone hears', () => {
  it('four of six are welcomed, the two others get their own reason, one door and a person to ring (J-15)', async () => {
    const all = await sixAnswered()
    const [group, carers, housing, firm, youth, big] = all as [Sent, Sent, Sent, Sent, Sent, Sent]
    const cohort = await press(choiceOf([group, carers, housing, firm], [youth, big]))
    expect(cohort.organisations.map((o) => o.name).sort()).toEqual(
      [group, carers, housing, firm].map((o) => o.name).sort(),
    )
    expect(cohort.interested).toBe(6)
    expect(await challengeState()).toBe('formed')
    for (const sent of [group, carers, housing, firm]) {
      const letters = await lettersTo(sent)
      expect(letters.map((l) => l.template)).toEqual(['cohorts.chosen'])
      expect(letters[0]?.body).toContain(because(sent).reason)
      expect(letters[0]?.body).toContain('from Wednesday 1 April 2099 to Thursday 31 December 2099')
    }
    expect((await lettersTo(group))[0]?.body).toMatch(
      new RegExp(`together with .*${firm.name}.*\\.`),
    )
    for (const sent of [youth, big]) {
      const letters = await lettersTo(sent)
      expect(letters.map((l) => l.template)).toEqual(['cohorts.not-this-time'])
      expect(letters[0]?.body).toContain(because(sent).reason)
      expect(letters[0]?.body).toContain('6 organisations answered and 4 were chosen')
      expect(letters[0]?.body).toMatch(/other challenges are open:\n\S+\/challenges/)
      expect(letters[0]?.body).toContain('ring Ines, 020 7946 0000')
      expect(letters[0]?.body).toContain(`Knows the people: ${because(sent).criteria[0]?.sentence}`)
      expect(letters[0]?.body).toContain(
        `Your next step: Meet the broker. ${because(sent).nextStep.note}`,
      )
      expect(letters[0]?.body).not.toContain(because(sent === youth ? big : youth).reason)
    }
    const mine = (await (await world.as(amina))(interestsContract.mine)).items
    const decisionOn = (sent: Sent) => mine.find((i) => i.id === sent.id)?.decision
    expect(decisionOn(group)).toMatchObject({ outcome: 'chosen', reason: because(group).reason })
    expect(decisionOn(big)).toMatchObject({
      outcome: 'not-this-time',
      reason: because(big).reason,
    })
  })

  it('the trail has each decision, the cohort and the challenge, once', async () => {
    const all = await sixAnswered()
    const cohort = await press(choiceOf(all.slice(0, 4), all.slice(4)))
    const trail = async (id: string) =>
      rowsOf<{ action: string; actor_id: string }>(
        sql`select action, actor_id from audit_events where subject_id = ${id} order by id desc limit 1`,
      )
    for (const sent of all)
      expect(await trail(sent.id)).toEqual([{ action: 'interests.decided', actor_id: ruth }])
    expect(await trail(cohort.id)).toEqual([{ action: 'cohorts.formed', actor_id: ruth }])
    expect(await trail(challengeId)).toEqual([{ action: 'challenges.formed', actor_id: ruth }])
  })

  it('where people meet in a group about it, that group is the door', async () => {
    await world.db.execute(sql`update challenges set groups_count = 1 where id = ${challengeId}`)
    const all = await sixAnswered()
    await press(choiceOf(all.slice(0, 4), all.slice(4)))
    expect((await lettersTo(all[4] as Sent))[0]?.body).toMatch(
      /people meet in a group about this question. See whether there is a place:\n\S+\/challenges\/\S+/,
    )
  })

  it('anyone reads who works on it now and how they were chosen, never who was not', async () => {
    const all = await sixAnswered()
    const [youth, big] = all.slice(4) as [Sent, Sent]
    await press(choiceOf(all.slice(0, 4), [youth, big]))
    const answer = await world.app.inject({
      method: 'GET',
      url: `/api/v1/challenges/${challengeId}/cohort`,
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toContain('public')
    const read = answer.json()
    expect(read.statement).toBe(statement)
    expect(read.interested).toBe(6)
    expect(new Set(read.organisations.map((o: { sector: string }) => o.sector))).toEqual(
      new Set(['community', 'private']),
    )
    for (const secret of [youth.name, big.name, youth.organisationId, 'knows the people'])
      expect(answer.body).not.toContain(secret)
  })

  it('who took its answer back is not decided on and not written to', async () => {
    const gone = await answered('charity', 'small')
    await (await world.as(amina))(interestsContract.withdraw, {
      params: { interestId: gone.id },
      body: {},
    })
    const all = await sixAnswered()
    const refused = await refusal(press(choiceOf(all.slice(0, 4), [...all.slice(4), gone])))
    expect(refused.code).toBe('cohorts.interest_unknown')
    const cohort = await press(choiceOf(all.slice(0, 4), all.slice(4)))
    expect(cohort.interested).toBe(6)
    expect(await lettersTo(gone)).toEqual([])
  })

  it('no small place filled: a search told in public opens the way, and is shown', async () => {
    const all = await sixAnswered([
      ['charity', 'medium'],
      ['charity', 'large'],
      ['company', 'not-a-charity'],
      ['health-body', 'not-a-charity'],
    ])
    expect((await refusal(press(choiceOf(all, [])))).code).toBe('cohorts.reserved_places')
    await expectNothingHappened(all)
    const reservedPlacesReason =
      'Ines rang eleven small groups in May and June; none had hours before autumn.'
    const cohort = await press(choiceOf(all, [], { reservedPlacesReason }))
    expect(cohort.reservedPlacesReason).toBe(reservedPlacesReason)
  })

  it('a search told where small places are filled is not published', async () => {
    const all = await sixAnswered()
    const reservedPlacesReason = 'Ines rang eleven small groups in May and June, all were busy.'
    const cohort = await press(choiceOf(all.slice(0, 4), all.slice(4), { reservedPlacesReason }))
    expect(cohort.reservedPlacesReason).toBeNull()
  })
})

describe('what is not announced', () => {
  it.each<[string, string, (all: Sent[]) => Body]>([
    [
      'somebody was forgotten',
      'cohorts.decision_missing',
      (all) => choiceOf(all.slice(0, 4), all.slice(5)),
    ],
    [
      'somebody is chosen and sent away',
      'cohorts.decided_twice',
      (all) => choiceOf(all.slice(0, 4), all.slice(3)),
    ],
    [
      'somebody is chosen twice',
      'cohorts.decided_twice',
      (all) => choiceOf([...all.slice(0, 4), ...all.slice(0, 1)], all.slice(4)),
    ],
    [
      'somebody never answered',
      'cohorts.interest_unknown',
      (all) => choiceOf(all.slice(0, 4), [...all.slice(4), { ...(all[0] as Sent), id: someId() }]),
    ],
    [
      'all are of one sector',
      'cohorts.one_sector',
      (all) =>
        choiceOf(
          [0, 1, 2, 4].map((i) => all[i] as Sent),
          [3, 5].map((i) => all[i] as Sent),
        ),
    ],
    [
      'six are more than the five announced',
      'cohorts.more_than_announced',
      (all) => choiceOf(all, []),
    ],
    ['three are too few', 'request.invalid', (all) => choiceOf(all.slice(0, 3), all.slice(3))],
    [
      'a reason is a word',
      'request.invalid',
      (all) => ({
        ...choiceOf(all.slice(0, 4), all.slice(4)),
        notThisTime: all.slice(4).map((s) => ({ ...because(s), reason: 'Too many.' })),
      }),
    ],
    [
      'nobody says in public how they chose',
      'request.invalid',
      (all) => choiceOf(all.slice(0, 4), all.slice(4), { statement: 'Well.' }),
    ],
  ])('%s', async (_, code, body) => {
    const all = await sixAnswered()
    expect((await refusal(press(body(all)))).code).toBe(code)
    await expectNothingHappened(all)
    expect(await challengeState()).not.toBe('formed')
  })

  it('a hundred organisations, each with a thousand characters of its own, are not too much to send', async () => {
    const all = await sixAnswered()
    const more = Array.from({ length: 100 }, () => ({
      ...because(all[0] as Sent),
      interestId: someId(),
      reason: 'r'.repeat(1000),
    }))
    const body = choiceOf(all.slice(0, 4), all.slice(4))
    const refused = await refusal(press({ ...body, notThisTime: [...body.notThisTime, ...more] }))
    expect(refused.code).toBe('cohorts.interest_unknown')
  })

  it('somebody who answered another challenge of hers is unknown here', async () => {
    const here = challengeId
    challengeId = await world.seed.openChallenge({ place: town, commissioner: ruth, council })
    const elsewhere = await answered('charity', 'micro')
    challengeId = here
    const all = await sixAnswered()
    const mixed = [...all.slice(0, 3), elsewhere]
    expect((await refusal(press(choiceOf(mixed, all.slice(3))))).code).toBe(
      'cohorts.interest_unknown',
    )
    await expectNothingHappened([...all, elsewhere])
  })

  it('one letter that cannot be written takes everything back', async () => {
    const all = await sixAnswered()
    await world.db.execute(sql`
      create function no_paper() returns trigger language plpgsql as $$
      begin raise exception 'out of paper'; end $$`)
    await world.db.execute(
      sql`create trigger no_paper before insert on outbox for each row
        when (new.template = 'cohorts.not-this-time') execute function no_paper()`,
    )
    try {
      expect((await refusal(press(choiceOf(all.slice(0, 4), all.slice(4))))).status).toBe(500)
    } finally {
      await world.db.execute(sql`drop trigger no_paper on outbox`)
      await world.db.execute(sql`drop function no_paper`)
    }
    await expectNothingHappened(all)
    expect((await press(choiceOf(all.slice(0, 4), all.slice(4)))).interested).toBe(6)
  })
})

describe('when, and by whom', () => {
  it('before the deadline nobody is chosen, and the next step is the date', async () => {
    const all: Sent[] = []
    for (const [kind, band] of MIXED) all.push(await answered(kind, band))
    for (const refused of [
      await refusal(press(choiceOf(all.slice(0, 4), all.slice(4)))),
      await refusal(pressNone(all)),
    ]) {
      expect([refused.status, refused.code]).toEqual([409, 'interests.sealed'])
      expect(refused.detail).toMatch(/from \w+ \d+ \w+ \d{4}/)
    }
    await expectNothingHappened(all)
  })

  it('a draft or a challenge that was taken back has nobody to choose', async () => {
    const all = await sixAnswered()
    await world.db.execute(
      sql`update challenges set state = 'withdrawn', withdrawn_reason = 'The money went to the hospital instead.' where id = ${challengeId}`,
    )
    const body = choiceOf(all.slice(0, 4), all.slice(4))
    expect((await refusal(press(body))).code).toBe('challenges.wrong_state')
    expect((await refusal(pressNone(all))).code).toBe('challenges.wrong_state')
    challengeId = await world.seed.draft({ place: town, commissioner: ruth, council })
    expect((await refusal(press(body))).code).toBe('challenges.wrong_state')
  })

  it('nobody else chooses: strangers sign in, others are refused, other commissioners do not find it', async () => {
    const all = await sixAnswered()
    const body = choiceOf(all.slice(0, 4), all.slice(4))
    const args = { params: { challengeId }, body }
    expect((await refusal(world.anyone(contract.choose, args))).status).toBe(401)
    for (const role of ['broker', 'facilitator', 'steward'] as const) {
      const person = await world.seed.person({ roles: [{ placeId: town.id, role }] })
      expect((await refusal(press(body, person))).status).toBe(403)
      expect((await refusal(pressNone(all, person))).status).toBe(403)
    }
    expect((await refusal(press(body, amina))).status).toBe(403)
    const other = await world.seed.person({ roles: [{ placeId: town.id, role: 'commissioner' }] })
    expect(await refusal(press(body, other))).toMatchObject({
      status: 404,
      code: 'challenges.not_found',
    })
    expect((await refusal(pressNone(all, other))).code).toBe('challenges.not_found')
    challengeId = someId()
    expect((await refusal(press(body))).code).toBe('challenges.not_found')
  })

  it('before there is a choice anyone reads that there is none, also of a draft or of nothing', async () => {
    const draft = await world.seed.draft({ place: town, commissioner: ruth, council })
    for (const id of [challengeId, draft, someId()]) {
      const none = await refusal(world.anyone(contract.read, { params: { challengeId: id } }))
      expect([none.status, none.code]).toEqual([404, 'cohorts.not_found'])
    }
  })

  it('two presses at once form one cohort and send one set of letters', async () => {
    const all = await sixAnswered()
    const one = choiceOf(all.slice(0, 4), all.slice(4))
    const other = choiceOf(
      [0, 1, 3, 4].map((i) => all[i] as Sent),
      [2, 5].map((i) => all[i] as Sent),
    )
    const presses = await Promise.allSettled([press(one), press(other), press(one), press(other)])
    expect(presses.filter((p) => p.status === 'fulfilled')).toHaveLength(1)
    const codes = presses.flatMap((p) => (p.status === 'rejected' ? [p.reason.code] : []))
    expect(codes).toEqual(Array(3).fill('challenges.wrong_state'))
    for (const sent of all) expect(await lettersTo(sent)).toHaveLength(1)
    expect((await statesNow()).filter((s) => s === 'chosen')).toHaveLength(4)
  })

  it('choosing and closing without a cohort at once is one or the other', async () => {
    const all = await sixAnswered()
    const presses = await Promise.allSettled([
      press(choiceOf(all.slice(0, 4), all.slice(4))),
      pressNone(all),
    ])
    expect(presses.filter((p) => p.status === 'fulfilled')).toHaveLength(1)
    for (const sent of all) expect(await lettersTo(sent)).toHaveLength(1)
  })
})

describe('closing without a cohort', () => {
  it('everyone gets a reason, and anyone reads why nobody was chosen', async () => {
    const all = await sixAnswered()
    expect(await pressNone(all)).toEqual({ challengeId })
    expect(await challengeState()).toBe('none-chosen')
    for (const sent of all) {
      const [letter] = await lettersTo(sent)
      expect(letter?.template).toBe('cohorts.not-this-time')
      expect(letter?.body).toContain('Nobody was chosen: no team was formed.')
      expect(letter?.body).toContain(because(sent).reason)
    }
    const read = await world.anyone(contract.read, { params: { challengeId } })
    expect([read.organisations, read.statement, read.interested]).toEqual([[], statement, 6])
    expect((await refusal(press(choiceOf(all.slice(0, 4), all.slice(4))))).code).toBe(
      'challenges.wrong_state',
    )
  })

  it('also where nobody answered', async () => {
    await world.seed.passDeadline(challengeId)
    await pressNone([])
    expect(await challengeState()).toBe('none-chosen')
  })

  it('not while one is without a reason', async () => {
    const all = await sixAnswered()
    expect((await refusal(pressNone(all.slice(1)))).code).toBe('cohorts.decision_missing')
    await expectNothingHappened(all)
  })
})

describe('the database forbids it, whoever asks', () => {
  const bySql = (work: ReturnType<typeof sql>[]) =>
    inTransaction(world.db, async (tx) => {
      for (const statement of work) await tx.execute(statement)
    }).then(
      () => 'done',
      (error: unknown) => sqlState(error) ?? 'unknown',
    )
  const cohortRow = (id: string) => sql`
    insert into cohorts (id, place_id, challenge_id, statement, formed_by)
    values (${id}, ${town.id}, ${challengeId}, 'by hand', ${ruth})`
  const memberRow = (cohortId: string, sent: Sent) => sql`
    insert into cohort_organisations (place_id, cohort_id, organisation_id)
    values (${town.id}, ${cohortId}, ${sent.organisationId})`
  const said = (sent: Sent, position: number) => sql`
    insert into interest_feedback (place_id, challenge_id, interest_id, position, sentence)
    values (${town.id}, ${challengeId}, ${sent.id}, ${position}, repeat('because ', 5))`
  const step = (sent: Sent) => sql`
    insert into interest_next_steps (place_id, challenge_id, interest_id, kind, note)
    values (${town.id}, ${challengeId}, ${sent.id}, 'meet-broker', 'Ring Ines on Monday.')`
  const onlyDecided = (sent: Sent, state: string) => sql`
    update interests set state = ${state}, decision_reason = repeat('because ', 5), decided_at = clock_timestamp()
    where id = ${sent.id}`
  const decided = (sent: Sent, state: string) => [
    said(sent, 0),
    said(sent, 1),
    step(sent),
    onlyDecided(sent, state),
  ]
  const settled = (state: string) =>
    sql`update challenges set state = ${state} where id = ${challengeId}`

  it('no cohort before the deadline, none of three, none of one sector, none with somebody left waiting', async () => {
    expect(await bySql([cohortRow(someId())])).toBe('HW005')
    const all = await sixAnswered()
    const tries = [
      { chosen: [0, 1, 3], not: [2, 4, 5] },
      { chosen: [0, 1, 2, 4], not: [3, 5] },
      { chosen: [0, 1, 2, 3], not: [4] },
    ]
    for (const { chosen, not } of tries) {
      const id = someId()
      const steps = [
        ...chosen.flatMap((i) => decided(all[i] as Sent, 'chosen')),
        ...not.flatMap((i) => decided(all[i] as Sent, 'not-this-time')),
        cohortRow(id),
        ...chosen.map((i) => memberRow(id, all[i] as Sent)),
        settled('formed'),
      ]
      expect(await bySql(steps)).toBe('HW009')
    }
    expect(await bySql([cohortRow(someId())])).toBe('HW009')
    await expectNothingHappened(all)
  })

  it('only who answered and was chosen is in it', async () => {
    const all = await sixAnswered()
    const id = someId()
    expect(await bySql([cohortRow(id), memberRow(id, all[0] as Sent)])).toBe('HW006')
  })

  it('once announced it stays, and there is no second one', async () => {
    const all = await sixAnswered()
    const { id } = await press(choiceOf(all.slice(0, 4), all.slice(4)))
    const out = all[0]?.organisationId
    expect(
      await Promise.all([
        bySql([sql`update cohorts set statement = 'nicer' where id = ${id}`]),
        bySql([sql`delete from cohort_organisations where organisation_id = ${out}`]),
        bySql([memberRow(id, all[5] as Sent)]),
        bySql([cohortRow(someId())]),
        bySql([onlyDecided(all[4] as Sent, 'chosen')]),
      ]),
    ).toEqual(['HW006', 'HW006', 'HW006', '23505', 'HW006'])
  })
})

it('the challenge’s own page says it has teamed up', async () => {
  const all = await sixAnswered()
  await press(choiceOf(all.slice(0, 4), all.slice(4)))
  const read = await world.anyone(challengesContract.read, { params: { slug: challengeId } })
  expect(read.state).toBe('formed')
})
