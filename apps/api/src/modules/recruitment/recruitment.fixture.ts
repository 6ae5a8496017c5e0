import type { CallArgs } from '@howcanwe/shared/http'
import { recruitmentContract as contract, type PutNameIn } from '@howcanwe/shared/recruitment'
import { sql } from 'drizzle-orm'
import type { World } from '../../../test/support.ts'
import { inTransaction } from '../../db/database.ts'
import { town } from '../codesign/codesign.fixture.ts'
import { closeNames } from './usecases/closing.ts'

type Opening = CallArgs<typeof contract.open>['body']

const DAY = 86_400_000
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString()
export const FIGURE = '4 8 15 16 23 42'

export const opening = (more: Partial<Opening> = {}): Opening => ({
  seats: 6,
  closesAt: inDays(10),
  publicSource: 'The six main numbers of the lottery on Saturday 12 December',
  publicAt: inDays(12),
  categories: [
    {
      name: 'Where do you live?',
      special: false,
      features: [
        { name: 'Elmside', min: 3, max: 6, leastServed: true, affected: 60 },
        { name: 'Northgate', min: 0, max: 6, leastServed: false, affected: 40 },
      ],
    },
  ],
  ...more,
})

export const SENSITIVE = {
  name: 'Are you a disabled person?',
  special: true,
  features: [
    { name: 'Yes', min: 2, max: 6, leastServed: true, affected: 30 },
    { name: 'No', min: 0, max: 6, leastServed: false, affected: 70 },
  ],
}

let count = 0
/** What somebody sends who puts their name in; each time another telephone number. */
export const name = (area: string, more: Partial<PutNameIn> = {}): PutNameIn => ({
  firstName: 'Kayleigh',
  contactBy: 'email',
  contact: `draw-${++count}@example.org`,
  ways: ['in-the-room'],
  language: 'en',
  answers: [{ category: 'Where do you live?', feature: area }],
  consentVersion: '2026-11',
  specialConsentVersion: null,
  ...more,
})

/** A town whose group looks for people, and ways to bring the clock on. */
export async function drawing(world: World, more: Partial<Opening> = {}) {
  const at = await town(world)
  const [yusuf, ines] = [await world.as(at.people.yusuf), await world.as(at.people.ines)]
  const params = { groupId: at.groupId }
  await yusuf(contract.open, { params, body: opening(more) })
  const put = (area: string, and: Partial<PutNameIn> = {}) =>
    world.anyone(contract.putIn, { params, body: name(area, and) })
  const many = async (areas: Record<string, number>) => {
    const slips = []
    for (const [area, people] of Object.entries(areas))
      for (let n = 0; n < people; n++) slips.push(await put(area))
    return slips
  }
  /** Both days come nearer, as nothing but time could do it. */
  const bringOn = (closes: string, known: string) =>
    inTransaction(world.db, async (tx) => {
      await tx.execute(sql`alter table recruitments disable trigger recruitments_course`)
      await tx.execute(sql`
        update recruitments set closes_at = clock_timestamp() + ${closes}::interval,
          public_at = clock_timestamp() + ${known}::interval where group_id = ${at.groupId}`)
      await tx.execute(sql`alter table recruitments enable trigger recruitments_course`)
    })
  const close = async () => {
    await bringOn('-1 minute', '1 hour')
    await closeNames({ db: world.appDb, config: world.config })
  }
  const announce = () => bringOn('-2 hours', '-1 minute')
  const type = (call: typeof yusuf, publicValue = FIGURE) =>
    call(contract.draw, { params, body: { publicValue } })
  const drawTwice = async () => {
    await close()
    await announce()
    await type(yusuf)
    return type(ines)
  }
  const read = () => world.anyone(contract.read, { params })
  return { ...at, yusuf, ines, params, put, many, bringOn, close, announce, type, drawTwice, read }
}
