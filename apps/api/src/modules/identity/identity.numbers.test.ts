import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { callingCodeOf, readPhone } from './identity.rules.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const readInDatabase = async (typed: string | null, callingCode: string) =>
  (
    await world.appDb.execute<{ phone: string | null }>(
      sql`select e164_of(${typed}, ${callingCode}) as phone`,
    )
  ).rows[0]?.phone

const WRITTEN = [
  '07700 900123',
  '07700900123',
  '(07700) 900-123',
  '07700.900.123',
  '+44 7700 900123',
  '+44 (0)7700 900123',
  '+4407700900123',
  '0044 7700 900123',
  '0044 (0)7700 900123',
  '447700900123',
  '7700 900123',
  '(020) 7946 0000',
  '01482 123456',
  '07482 123456',
  '0151 496 0123',
  '07514 960123',
  '0191 498 0123',
  '07914 980123',
  '06 12 34 56 78',
  '+31 (0)6 12345678',
  '0031 6 12345678',
  '+252 61 2345678',
  '+1 (0)20 7946 0000',
  '+39 06 1234 5678',
  '07700 900123 / 020 7946 0000',
  '07700 900123 ext 4',
  '07700+900123',
  '++44 7700 900123',
  '+0 12345678',
  '+4477009001234567',
  '00',
  '+',
  '0',
  '12345',
  'ring my mum',
  '',
  ' 0\u00a07700\t900123\n',
  '٠٧٧٠٠٩٠٠١٢٣',
]

it.each(['44', '31'])(
  'the database reads a number in a place of +%s as the application does',
  async (callingCode) => {
    for (const typed of WRITTEN)
      expect([typed, await readInDatabase(typed, callingCode)]).toEqual([
        typed,
        readPhone(typed, callingCode) ?? null,
      ])
    expect(await readInDatabase(null, callingCode)).toBeNull()
  },
)

it.each(['Europe/London', 'Europe/Amsterdam', 'Europe/Brussels'])(
  'and the country of a place in %s',
  async (timeZone) => {
    const { id } = await world.seed.place({ timeZone })
    const { rows } = await world.appDb.execute(sql`select calling_code_of(${id}) as code`)
    expect(rows).toEqual([{ code: callingCodeOf(timeZone) }])
  },
)

it.each([
  ['0151 496 0123', '+447514960123'],
  ['01482 123456', '+447482123456'],
  ['0191 498 0123', '+447914980123'],
])(
  'the landline %s is not the mobile %s with the same last nine digits',
  async (landline, mobile) => {
    expect(landline.replaceAll(/\D/g, '').slice(-9)).toBe(mobile.slice(-9))
    expect(await readInDatabase(landline, '44')).not.toBe(mobile)
    expect(await readInDatabase(`0${mobile.slice(3)}`, '44')).toBe(mobile)
  },
)
