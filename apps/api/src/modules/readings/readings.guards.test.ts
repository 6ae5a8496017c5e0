import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { someId, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { ANSWER, type ReadingTown, readingTools, readingTown, SAYS } from './readings.fixture.ts'

let world: World
let town: ReadingTown
let tools: ReturnType<typeof readingTools>
beforeAll(async () => {
  world = await startWorld()
  town = await readingTown(world)
  tools = readingTools(world, town)
})
afterAll(() => world.close())
beforeEach(() => tools.begin())

describe('somebody with the database open before them', () => {
  const tried = (statement: SQL) =>
    world.appDb.execute(statement).then(
      () => 'went through',
      (error: unknown) => sqlState(error),
    )
  const put = (who: string, organisationId: string | null = null, by: string | null = null) =>
    tried(sql`insert into reading_comments (id, place_id, challenge_id, person_id, reads_as,
        organisation_id, words, answer_due_at, answer, answered_by, answered_at)
      values (${someId()}, ${town.place.id}, ${tools.now.id}, ${who},
        ${organisationId ? 'organisation' : 'resident'}, ${organisationId}::uuid, ${SAYS}, now(),
        ${by ? ANSWER : null}::text, ${by}::uuid, ${by ? '2026-11-21' : null}::timestamptz)`)

  it.each([
    ['Ruth', () => town.ruth, () => null],
    ['the broker', () => town.ines, () => null],
    ['Kayleigh for a group that is not hers', () => town.kayleigh, () => town.carers],
    ['Ruth for her council', () => town.ruth, () => town.council],
  ])('cannot let %s be a reader', async (_, who, organisation) => {
    expect(await put(who(), organisation())).toBe('HW015')
  })

  it('cannot let somebody else answer, nor with a word, nor take a comment away', async () => {
    expect(await put(town.kayleigh, null, town.ines)).toBe('HW014')
    const { comment } = await tools.say(town.kayleigh)
    const set = (by: string, words: string) =>
      tried(sql`update reading_comments set answer = ${words}, answered_by = ${by}, answered_at = now()
        where id = ${comment.id}`)
    expect(await set(town.ines, ANSWER)).toBe('HW014')
    expect(await set(town.ruth, 'Yes.')).toBe('HW014')
    expect(await tried(sql`delete from reading_comments where id = ${comment.id}`)).not.toBe(
      'went through',
    )
    expect(await set(town.ruth, ANSWER)).toBe('went through')
    expect(await set(town.ruth, `${ANSWER} Or not.`)).toBe('HW014')
  })

  it('cannot put a twenty-first word in somebody’s mouth, not even from four sides at once', async () => {
    for (let n = 0; n < 18; n++) expect(await put(town.kayleigh)).toBe('went through')
    const last = await Promise.all([
      put(town.kayleigh),
      put(town.kayleigh),
      put(town.kayleigh),
      put(town.kayleigh),
    ])
    expect(last.filter((one) => one === 'went through')).toHaveLength(2)
    expect(last.filter((one) => one === 'HW015')).toHaveLength(2)
  })

  it('cannot answer after it was taken back', async () => {
    const { comment } = await tools.say(town.kayleigh)
    await tools.takeBack()
    expect(
      await tried(sql`update reading_comments set answer = ${ANSWER}, answered_by = ${town.ruth},
        answered_at = now() where id = ${comment.id}`),
    ).toBe('HW014')
  })
})

it('the trail says that somebody read and was answered, and not a word of it', async () => {
  const { comment } = await tools.say(town.kayleigh)
  await tools.answer(comment.id)
  const { rows } = await world.db.execute<{ action: string }>(
    sql`select action, to_jsonb(e)::text as line from audit_events e where subject_id = ${comment.id} order by at`,
  )
  expect(rows.map(({ action }) => action)).toEqual(['readings.commented', 'readings.answered'])
  expect(JSON.stringify(rows)).not.toContain('bus')
})
