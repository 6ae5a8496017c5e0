import { alertsContract as contract } from '@howcanwe/shared/alerts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { lettersOf } from './alerts.fixture.ts'
import { alertOfOpened } from './index.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

/** Stands for whatever may go wrong with one email: the database takes none about this question. */
const refuseEmailsAbout = (words: string) =>
  world.db.execute(sql`
    create or replace function takes_no_such_email() returns trigger language plpgsql as ${sql.raw(
      `$$ begin if new.subject like '%${words}%' then raise exception 'broken'; end if; return new; end $$`,
    )};
    create trigger takes_no_such_email before insert on outbox for each row execute function takes_no_such_email()`)
const takeAllAgain = () => world.db.execute(sql`drop trigger takes_no_such_email on outbox`)

it('a challenge of which nobody can be told just now lets Farid hear of the one after it, and has its turn an hour later', async () => {
  const place = await world.seed.place()
  const ruth = await world.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
  const farid = await world.as(await world.seed.person({ name: 'Farid' }))
  await farid(contract.saveSearch, {
    params: { placeId: place.id },
    body: { name: 'All of it', q: '', themes: [], areaIds: [], how: 'at-once' },
  })
  const step = () => alertOfOpened({ db: world.appDb, config: world.config })
  const heard = async () =>
    (await lettersOf(world, 'alerts.saved')).map(({ subject }) => /hall|cook/.exec(subject)?.[0])
  await world.seed.openChallenge({
    place,
    commissioner: ruth,
    question: 'How can we heat the hall?',
  })
  await world.seed.openChallenge({
    place,
    commissioner: ruth,
    question: 'How can we cook together?',
  })
  await refuseEmailsAbout('hall')
  await expect(step()).rejects.toThrow()
  expect(await step()).toBe(true)
  expect(await step()).toBe(false)
  expect(await heard()).toEqual(['cook'])
  await takeAllAgain()
  await world.db.execute(sql`update alerted_challenges set again_at = again_at - interval '1 hour'`)
  expect(await step()).toBe(true)
  expect(await step()).toBe(false)
  expect(await heard()).toEqual(['cook', 'hall'])
})
