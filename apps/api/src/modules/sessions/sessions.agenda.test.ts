import { codesignContract } from '@howcanwe/shared/codesign'
import { sessionsContract as contract } from '@howcanwe/shared/sessions'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { letters, newSession } from '../codesign/codesign.fixture.ts'
import { isOverSince, refusedBy, townWithSession, voice } from './sessions.fixture.ts'
import { keepSessionClocks } from './usecases/clocks.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

type Purpose = 'hear' | 'talk' | 'decide'

/** A group with one resident and one officer, and a session of two hours. */
async function agendaTown() {
  const at = await townWithSession(world)
  const kayleigh = await voice(world, at, { firstName: 'Kayleigh' })
  const ruth = await voice(world, at, { firstName: 'Ruth', bloc: 'public-bodies' })
  const { params, yusuf } = at
  const raise = (who: typeof kayleigh, minutes: number, purpose: Purpose = 'talk') =>
    who.phone(contract.raise, { params, body: { title: `${minutes} minutes`, minutes, purpose } })
  const put = (minutes: number, purpose: Purpose = 'talk', memberId: string | null = null) =>
    yusuf(contract.put, {
      params,
      body: { title: `${minutes} minutes`, minutes, purpose, memberId },
    })
  const publish = () => yusuf(contract.publishAgenda, { params, body: {} })
  return { ...at, kayleigh, ruth, raise, put, publish }
}

describe('the first third of an agenda (§4.2, M18)', () => {
  it('is the residents’: what they raise stands in front, whoever came first', async () => {
    const { put, raise, kayleigh, publish } = await agendaTown()
    await put(40)
    const seen = await raise(kayleigh, 20)
    expect(seen.agenda.items.map(({ bloc }) => bloc)).toEqual(['residents', null])
    expect(seen.agenda).toMatchObject({ third: 20, missing: 0 })
    expect((await publish()).agenda.publishedAt).not.toBeNull()
  })

  it('does not go out while a minute of it is somebody else’s', async () => {
    const { put, raise, kayleigh, ruth, publish } = await agendaTown()
    await raise(ruth, 41)
    expect((await raise(kayleigh, 19)).agenda.missing).toBe(1)
    expect((await refusal(publish())).code).toBe('sessions.first_third')
    await put(2, 'talk', kayleigh.id)
    expect((await publish()).agenda.missing).toBe(0)
  })

  it('cannot be pushed behind once the agenda is out', async () => {
    const { put, raise, kayleigh, publish, yusuf, params } = await agendaTown()
    await put(40)
    const { agenda } = await raise(kayleigh, 20)
    await publish()
    const itemIds = agenda.items.map(({ id }) => id).reverse()
    expect((await refusal(yusuf(contract.order, { params, body: { itemIds } }))).code).toBe(
      'sessions.first_third',
    )
    expect((await refusal(raise(kayleigh, 5))).code).toBe('sessions.agenda_out')
  })

  it('is given back by a resident only, who can take it again until the agenda is out', async () => {
    const at = await agendaTown()
    const { put, publish, kayleigh, ruth, params, yusuf } = at
    const give = (who: typeof ruth, minutes: number) =>
      who.phone(contract.giveBack, { params, body: { minutes } })
    await put(60)
    expect((await refusal(publish())).code).toBe('sessions.first_third')
    expect((await refusal(give(ruth, 20))).code).toBe('sessions.residents_only')
    expect((await give(kayleigh, 20)).agenda).toMatchObject({ missing: 0, returnedByMe: true })
    const other = await voice(world, at)
    expect((await give(other, 0)).agenda).toMatchObject({ missing: 20, returned: 0 })
    await give(kayleigh, 20)
    await publish()
    expect((await refusal(give(kayleigh, 0))).code).toBe('sessions.agenda_out')
    expect((await yusuf(contract.read, { params })).agenda.returned).toBe(20)
  })

  it('cannot be taken by writing into the tables [G]', async () => {
    const { put, raise, kayleigh, ruth, publish, sessionId, place } = await agendaTown()
    await put(60)
    const out = () =>
      world.db.execute(
        sql`update group_sessions set agenda_published_at = now() where id = ${sessionId}`,
      )
    expect(await refusedBy(out)).toBe('HW195')
    const pretend = () =>
      world.db.execute(sql`insert into session_agenda_returns (place_id, session_id, member_id, minutes)
        values (${place.id}, ${sessionId}, ${ruth.id}, 60)`)
    expect(await refusedBy(pretend)).toBe('HW199')
    const claim = () =>
      world.db.execute(
        sql`update session_agenda_items set bloc = 'residents' where session_id = ${sessionId}`,
      )
    expect(await refusedBy(claim)).toBe('HW191')
    await world.db.execute(sql`insert into session_agenda_items (id, place_id, session_id, position, title, minutes, purpose, bloc)
      values (gen_random_uuid(), ${place.id}, ${sessionId}, -1, 'Ours', 30, 'talk', 'residents')`)
    expect(await refusedBy(out)).toBe('HW195')
    await world.db.execute(sql`delete from session_agenda_items where title = 'Ours'`)
    await raise(kayleigh, 30)
    await publish()
    const bury = () =>
      world.db.execute(
        sql`update session_agenda_items set position = 99 where session_id = ${sessionId} and bloc = 'residents'`,
      )
    expect(await refusedBy(bury)).toBe('HW195')
    const drop = () =>
      world.db.execute(
        sql`delete from session_agenda_items where session_id = ${sessionId} and bloc = 'residents'`,
      )
    expect(await refusedBy(drop)).toBe('HW195')
  })
})

const LONG =
  'This paper says which mornings the hall could be open, what it would cost, and who would hold the key. Nothing here is settled yet.'

/** The agenda is out, with something to decide. */
async function paperTown() {
  const at = await agendaTown()
  await at.raise(at.kayleigh, 30)
  const { agenda } = await at.put(40, 'decide')
  await at.publish()
  const itemId = agenda.items.at(-1)?.id ?? ''
  const paper = () =>
    at.yusuf(contract.addPaper, {
      params: at.params,
      body: { itemId, title: 'Mornings', summary: LONG, body: LONG, link: null },
    })
  const lastDayIsOver = () =>
    world.db.execute(sql`update group_sessions set papers_due_at = now() - interval '1 minute',
      papers_settled_at = null where id = ${at.sessionId}`)
  const clocks = async () => {
    while (await keepSessionClocks(world));
  }
  const nextSession = async () => {
    const startsAt = new Date(Date.now() + 40 * 86_400_000).toISOString()
    const { id } = await at.yusuf(codesignContract.startSession, {
      params: { groupId: at.groupId },
      body: newSession({ startsAt }),
    })
    return { groupId: at.groupId, sessionId: id }
  }
  return { ...at, itemId, paper, lastDayIsOver, clocks, nextSession }
}

describe('papers (§4.2)', () => {
  it('go out after the agenda, in plain words, with how old somebody must be to read them', async () => {
    const early = await agendaTown()
    const { agenda } = await early.put(40, 'decide')
    const body = {
      itemId: agenda.items[0]?.id ?? '',
      title: 'M',
      summary: LONG,
      body: '',
      link: null,
    }
    const send = (more = {}) =>
      early.yusuf(contract.addPaper, { params: early.params, body: { ...body, ...more } })
    expect((await refusal(send())).code).toBe('sessions.paper_empty')
    expect((await refusal(send({ body: LONG }))).code).toBe('sessions.papers_after_agenda')
    const { paper, kayleigh, params } = await paperTown()
    expect(await paper()).toMatchObject({ inTime: true, readingAge: expect.any(Number) })
    const seen = await kayleigh.phone(contract.read, { params })
    expect(seen.agenda.items.at(-1)?.mayDecide).toBe(true)
  })

  it('not out five working days before: it comes off, goes on the next agenda once there is one, and Yusuf is told', async () => {
    const { lastDayIsOver, clocks, kayleigh, params, paper, nextSession } = await paperTown()
    await lastDayIsOver()
    await clocks()
    const agenda = async (of = params) =>
      (await kayleigh.phone(contract.read, { params: of })).agenda
    expect((await agenda()).items.map(({ title }) => title)).toEqual(['30 minutes'])
    expect((await agenda()).off).toMatchObject([{ title: '40 minutes', next: null }])
    const [letter] = await letters(world, 'sessions.fell-off')
    expect(letter?.body).toContain('Off this agenda, and on the next one:\n40 minutes')
    expect((await refusal(paper())).code).toBe('sessions.other_items')
    const next = await nextSession()
    await Promise.all([clocks(), clocks()])
    expect((await agenda(next)).items).toMatchObject([
      { title: '40 minutes', purpose: 'decide', movedFrom: expect.any(Date) },
    ])
    expect((await agenda()).off[0]?.next).toEqual(expect.any(Date))
  })

  it('not out in time for what a resident raised: it stays theirs, talked about and not decided', async () => {
    const at = await agendaTown()
    await at.raise(at.kayleigh, 30, 'decide')
    await at.put(40)
    await at.publish()
    await world.db.execute(
      sql`update group_sessions set papers_due_at = now() - interval '1 minute'`,
    )
    while (await keepSessionClocks(world));
    const { agenda } = await at.kayleigh.phone(contract.read, { params: at.params })
    expect(agenda.items[0]).toMatchObject({ purpose: 'talk', fellOff: true, mayDecide: false })
    expect(agenda).toMatchObject({ off: [], missing: 0 })
    const [letter] = await letters(world, 'sessions.fell-off')
    expect(letter?.body).toContain('Raised by residents, so talked about and not decided')
  })

  it('cannot take off what residents raised, nor put back what is off, by writing into the tables [G]', async () => {
    const { lastDayIsOver, clocks, sessionId, itemId } = await paperTown()
    const off = () =>
      world.db.execute(
        sql`update session_agenda_items set off_at = now() where session_id = ${sessionId} and bloc = 'residents'`,
      )
    expect(await refusedBy(off)).toBe('HW191')
    await lastDayIsOver()
    expect(await refusedBy(off)).toBe('HW191')
    await clocks()
    const back = () =>
      world.db.execute(sql`update session_agenda_items set off_at = null where id = ${itemId}`)
    expect(await refusedBy(back)).toBe('HW197')
  })

  it('late ones decide nothing, whoever writes into the tables [G]', async () => {
    const { lastDayIsOver, clocks, paper, sessionId, itemId, place, yusuf, params } =
      await paperTown()
    await lastDayIsOver()
    await paper()
    await clocks()
    const back = () =>
      world.db.execute(
        sql`update session_agenda_items set off_at = null, purpose = 'decide' where id = ${itemId}`,
      )
    expect(await refusedBy(back)).toBe('HW197')
    await isOverSince(world, sessionId, 1)
    const decided = () =>
      world.db.execute(sql`insert into session_outcomes (id, place_id, session_id, kind, text, item_id)
        values (gen_random_uuid(), ${place.id}, ${sessionId}, 'decision', 'Mornings', ${itemId})`)
    expect(await refusedBy(decided)).toBe('HW197')
    const body = { kind: 'decision' as const, text: 'Mornings', who: '', itemId }
    expect((await refusal(yusuf(contract.addOutcome, { params, body }))).code).toBe(
      'sessions.too_late_to_decide',
    )
    const antedate = () =>
      world.db.execute(
        sql`update session_papers set published_at = now() - interval '30 days' where session_id = ${sessionId}`,
      )
    expect(await refusedBy(antedate)).toBe('HW196')
  })
})
