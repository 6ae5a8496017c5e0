import { notificationsContract } from '@howcanwe/shared/notifications'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { enqueue, sendNext } from './index.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(() => world.db.execute(sql`delete from outbox`))

const write = (to: string) =>
  enqueue(world.db, {
    placeId: null,
    to,
    template: 'test.letter',
    letter: { subject: 'Hello', paragraphs: ['One.', 'Two.'] },
  })
const row = async (to = '%') =>
  (
    await world.db.execute<{
      attempts: number
      sent: boolean
      dead: boolean
      waits: boolean
      last_error: string | null
    }>(
      sql`select attempts, sent_at is not null sent, dead_at is not null dead, available_at > clock_timestamp() waits, last_error from outbox where recipient like ${to}`,
    )
  ).rows[0]

describe('a letter', () => {
  it('does not exist when its cause failed', async () => {
    await world.db
      .transaction(async (tx) => {
        await enqueue(tx, {
          placeId: null,
          to: 'a@example.org',
          template: 'test.letter',
          letter: { subject: 'x', paragraphs: [] },
        })
        throw new Error('no')
      })
      .catch(() => undefined)
    expect(await sendNext(world.db, async () => {})).toBe(false)
  })

  it('is sent once, though four workers look at once', async () => {
    for (let i = 0; i < 20; i++) await write(`person-${i}@example.org`)
    const sent: string[] = []
    const worker = async () => {
      while (await sendNext(world.db, async ({ to }) => void sent.push(to)));
    }
    await Promise.all([worker(), worker(), worker(), worker()])
    expect(sent).toHaveLength(20)
    expect(new Set(sent).size).toBe(20)
  })

  it('waits and is tried again when the post is down, and its address stays out of the error', async () => {
    await write('amina@example.org')
    await sendNext(world.db, async () => {
      throw new Error('550 no such user amina@example.org')
    })
    expect(await row()).toMatchObject({
      attempts: 1,
      sent: false,
      dead: false,
      waits: true,
      last_error: 'Error',
    })
    expect(await sendNext(world.db, async () => {})).toBe(false)
    await world.db.execute(sql`update outbox set available_at = clock_timestamp()`)
    await sendNext(world.db, async () => {})
    expect(await row()).toMatchObject({ attempts: 2, sent: true })
  })

  it('with a code goes before everybody’s Monday, however many wait', async () => {
    for (let i = 0; i < 5; i++) await write(`person-${i}@example.org`)
    await enqueue(world.db, {
      placeId: null,
      to: 'amina@example.org',
      template: 'identity.sign-in',
      letter: { subject: 'Six digits', paragraphs: ['123 456'] },
    })
    const sent: string[] = []
    while (await sendNext(world.db, async ({ to }) => void sent.push(to)));
    expect(sent[0]).toBe('amina@example.org')
    expect(sent).toHaveLength(6)
  })

  it('does not hold up the others when the mail server keeps silent', async () => {
    await write('amina@example.org')
    await write('dele@example.org')
    const silence = new Promise<void>(() => undefined)
    expect(await sendNext(world.db, () => silence, 50)).toBe(true)
    expect(await row('amina@example.org')).toMatchObject({
      attempts: 1,
      sent: false,
      waits: true,
      last_error: 'TooSlow',
    })
    const sent: string[] = []
    await sendNext(world.db, async ({ to }) => void sent.push(to))
    expect(sent).toEqual(['dele@example.org'])
  })

  it('is given up after three days', async () => {
    await write('amina@example.org')
    await world.db.execute(
      sql`update outbox set created_at = created_at - interval '3 days 1 minute'`,
    )
    await sendNext(world.db, async () => {
      throw new TypeError('down')
    })
    expect(await row()).toMatchObject({ sent: false, dead: true, last_error: 'TypeError' })
  })

  it('is free again at once when its worker dies in the middle', async () => {
    await write('amina@example.org')
    const dies = sendNext(world.db, async () => {
      await world.db.execute(
        sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
      )
      throw new Error('killed')
    }).catch(() => 'died')
    expect(await dies).toBe('died')
    const sent: string[] = []
    await sendNext(world.db, async ({ to }) => void sent.push(to))
    expect(sent).toEqual(['amina@example.org'])
  })
})

it('the inbox of letters is not there where mail really leaves', async () => {
  const real = await startWorld({
    NODE_ENV: 'production',
    MAIL: 'smtp',
    SMTP_URL: 'smtp://127.0.0.1:1',
  })
  expect((await real.app.inject('/api/v1/dev/inbox')).statusCode).toBe(404)
  await real.close()
})

it('a demo that anybody can visit shows emails and texts to made-up people, and to nobody real', async () => {
  const demo = await startWorld({ NODE_ENV: 'production', DEMO: '1' })
  const letter = { subject: 'Six digits', paragraphs: ['123 456'] }
  const to = [
    'amina@carers.example',
    'Ruth@Council.EXAMPLE',
    'someone@council.gov.uk',
    'x@notexample.org',
    '+447700900123',
    '+31600000123',
    '+447911123456',
  ]
  for (const address of to)
    await enqueue(demo.db, { placeId: null, to: address, template: 'test.letter', letter })
  const shown = async (query: { to?: string }) =>
    (await demo.anyone(notificationsContract.inbox, { query })).items.map((item) => item.to)
  expect(await shown({})).toEqual([
    '+31600000123',
    '+447700900123',
    'Ruth@Council.EXAMPLE',
    'amina@carers.example',
  ])
  expect(await shown({ to: 'amina@carers.example' })).toEqual(['amina@carers.example'])
  expect(await shown({ to: '+447700900123' })).toEqual(['+447700900123'])
  expect(await shown({ to: 'someone@council.gov.uk' })).toEqual([])
  expect(await shown({ to: '+447911123456' })).toEqual([])
  await demo.close()
})

it('where emails leave and texts stay, the inbox shows the texts alone', async () => {
  const half = await startWorld({ MAIL: 'smtp', SMTP_URL: 'smtp://127.0.0.1:1' })
  const letter = { subject: 'Six digits', paragraphs: ['123 456'] }
  for (const to of ['amina@carers.example', '+447700900123'])
    await enqueue(half.db, { placeId: null, to, template: 'test.letter', letter })
  const { items } = await half.anyone(notificationsContract.inbox, { query: {} })
  expect(items).toMatchObject([{ channel: 'sms', to: '+447700900123', text: 'Six digits' }])
  await half.close()
})
