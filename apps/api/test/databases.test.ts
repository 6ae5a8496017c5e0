import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { cloneDatabase } from './databases.ts'

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

it('gives two testers databases that know nothing of each other', async () => {
  const [one, two] = await Promise.all([cloneDatabase(), cloneDatabase()])
  await ask(one.url, 'create table note as select 1')
  expect(await ask(two.url, "select to_regclass('note') as found")).toEqual([{ found: null }])
  await Promise.all([one.drop(), two.drop()])
  await expect(ask(one.url, 'select 1')).rejects.toMatchObject({ code: '3D000' })
})

it('gives ten at once, each with every table of the product', async () => {
  const ten = await Promise.all(Array.from({ length: 10 }, cloneDatabase))
  const tables = "select count(*)::int as tables from pg_tables where schemaname = 'public'"
  const counted = await Promise.all(ten.map(({ url }) => ask(url, tables)))
  const [first] = counted
  expect(first).not.toEqual([{ tables: 0 }])
  for (const each of counted) expect(each).toEqual(first)
  await Promise.all(ten.map(({ drop }) => drop()))
})

it('lets nobody write into the template', async () => {
  const url = new URL(inject('testAdminUrl'))
  url.pathname = `/${inject('testTemplate')}`
  await expect(ask(url.href, 'create table spoilt as select 1')).rejects.toMatchObject({
    code: '55000',
  })
})

it('refuses two questions at once on one connection, as the driver soon will', async () => {
  const { url, drop } = await cloneDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const first = client.query('select pg_sleep(0.01)')
  expect(() => client.query('select 1')).toThrow('two questions at once')
  await first
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await client.end()
  await drop()
})
