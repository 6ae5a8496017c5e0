import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadHalf, readHalf } from '../../../bench/quality.load.ts'
import { type Measured, measure, tableOf } from '../../../bench/quality.measure.ts'
import { bootstrapped, halfOf, qualityOf } from '../../../bench/quality.metrics.ts'
import { areaOf, placesOf } from '../../../bench/quality.places.ts'
import { connect } from '../../../bench/server.ts'
import { cloneDatabase } from './databases.ts'

/** Numbers that fall into the half to learn from. */
const NUMBERS = Array.from({ length: 60 }, (_, n) => `GB-CHC-${200_000 + n}`).filter(
  (id) => halfOf(id) === 'tune',
)
const HEAD =
  'org_id,reg_number,name,postcode,active,date_registered,activities,objects,source,income,spending,fye,Batch ID,web,company_number,UKCAT,ICNPTSO'
const charity = (n: number, name: string, activities: string, tags: string) =>
  `${NUMBERS[n]},${200_000 + n},${name} ${n},YO1 7HH,True,2001-01-01,${activities},,ccew,1000,1000,2020-03-31,x,,,${tags},`
const CHARITIES = [
  ...[0, 1, 2].map((n) => charity(n, 'Home Circle', 'Gives carers a break.', 'SC102')),
  charity(3, 'Home Circle', 'Gives carers respite and sitting services.', 'SC102'),
  charity(4, 'Quiet Water', 'Teaches angling.', 'SC102'),
  ...[5, 6, 7, 8].map((n) => charity(n, 'Quiet Water', 'Teaches angling.', 'LE104')),
]
const UKCAT = 'Code,Regular expression,Exclude regular expression\nSC102,\\bcarers?\\b,\n'

describe('the bench of quality, on nine made-up charities of York', () => {
  let measured: Measured[]
  const gone: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    const database = await cloneDatabase()
    const folder = await mkdtemp(join(tmpdir(), 'hcw-quality-'))
    const connected = connect(database.url)
    gone.push(
      () => connected.close(),
      () => database.drop(),
      () => rm(folder, { recursive: true, force: true }),
    )
    const [charities, ukcat] = [join(folder, 'charities.csv'), join(folder, 'ukcat.csv')]
    await writeFile(charities, [HEAD, ...CHARITIES, ''].join('\n'))
    await writeFile(ukcat, UKCAT)
    const read = await readHalf(charities, 'tune')
    const client = await connected.pool.connect()
    await loadHalf(client, read, { folder: join(folder, 'tables'), ukcat })
    client.release()
    measured = await measure(connected, read.truth, { fewestHere: 9, fewestTagged: 5 })
  })
  afterAll(async () => {
    for (const end of gone) await end()
  })

  it('asks about carers in the postcode area, its region and everywhere, and about nothing that too few do', () => {
    expect(measured.map((m) => [m.asking.theme, m.asking.place.name])).toEqual([
      ['carers', 'YO'],
      ['carers', 'Yorkshire'],
      ['carers', 'everywhere'],
    ])
  })

  it('finds the four whose words say so, and not the fifth, whom only people tagged', () => {
    const [york] = measured
    expect(york).toMatchObject({ here: 9, tagged: 5 })
    expect(york?.product).toMatchObject({ precision: 4 / 20, recall: 4 / 5 })
    expect(york?.theme.recall).toBeCloseTo(4 / 5)
    expect(york?.texts.map((t) => t.recall)).toEqual(york?.texts.map(() => 4 / 5))
  })

  it('prints a table for each width of place', () => {
    const table = tableOf(measured, true)
    expect(table).toContain('postcode area: 1 questions in 1 places, 9 charities each')
    expect(table).toContain('| the product, by score | 0.200 (0.200 to 0.200) |')
    expect(table).toContain('| carers, 1 | 5.000 | 0.200 |')
  })
})

describe('what it counts', () => {
  it('a charity is in the same half for ever, and about as many in each', () => {
    const half = Array.from({ length: 1_000 }, (_, n) => halfOf(`GB-CHC-${n}`))
    expect(half.filter((h) => h === 'tune').length).toBeGreaterThan(450)
    expect(half.filter((h) => h === 'tune').length).toBeLessThan(550)
    expect(halfOf('GB-CHC-1')).toBe(half[1])
  })

  it('all tagged ones first are a perfect order; the same ones last are not', () => {
    const tagged = new Set(['a', 'b'])
    expect(qualityOf(['a', 'b', 'c'], tagged)).toEqual({ precision: 0.1, recall: 1, ndcg: 1 })
    expect(qualityOf(['c', 'b', 'a'], tagged).ndcg).toBeLessThan(0.7)
    expect(qualityOf([], tagged)).toEqual({ precision: 0, recall: 0, ndcg: 0 })
  })

  it('an interval holds its mean, and is a point where nothing varies', () => {
    const { mean, from, to } = bootstrapped([0, 1, 0, 1, 1])
    expect([from <= mean, mean <= to]).toEqual([true, true])
    expect(bootstrapped([0.5, 0.5])).toEqual({ mean: 0.5, from: 0.5, to: 0.5 })
  })

  it('a postcode leads to its area and region; a town written in its stead leads nowhere', () => {
    expect(['YO1 7HH', 'bt7 1nn', 'Leeds', ''].map(areaOf)).toEqual(['YO', 'BT', null, null])
    expect(placesOf(['LS', 'YO', 'LS']).map((p) => p.areas)).toEqual([
      ['LS'],
      ['YO'],
      ['LS', 'YO'],
      ['LS', 'YO'],
    ])
  })
})
