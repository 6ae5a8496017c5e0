import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importPlaces } from '../../places/import/index.ts'
import { type Desk, desk } from '../test/fixtures.ts'

/** Real files, kept beside the repository and never in it. Where they are absent these tests show as skipped. */
const DATA = fileURLToPath(new URL('../../../../../../../shared/data/', import.meta.url))
const at = (path: string) => `${DATA}${path}`

describe.skipIf(!existsSync(DATA))('with the real files in ../shared/data', () => {
  let desktop: Desk
  beforeAll(async () => {
    desktop = await desk()
    await importPlaces(desktop.client, at('geography'), { outDir: desktop.folder })
  })
  afterAll(() => desktop.end())

  it('every district leads to one in force, and Southwark has its 23 wards', async () => {
    const [districts] = await desktop.all(
      "select count(*)::int as all, count(*) filter (where current)::int as current from gss_areas where kind = 'lad'",
    )
    expect(districts).toEqual({ all: 415, current: 361 })
    const astray = await desktop.all(
      "select code from gss_areas a where kind = 'lad' and not exists (select from gss_areas b where b.code = a.active_code and b.current)",
    )
    expect(astray).toEqual([])
    const wards = await desktop.all(
      "select code from gss_areas where kind = 'ward' and lad_code = 'E09000028' and current order by code",
    )
    expect(wards).toHaveLength(23)
    expect([wards[0].code, wards[22].code]).toEqual(['E05011095', 'E05011117'])
  })

  it('the register extract goes in with no row refused and every British area recognised', async () => {
    const options = { ukcat: at('charity-classification/ukcat.csv') }
    const { tables } = await desktop.load(at('charity-register-extract'), options)
    expect(tables.find(({ table }) => table === 'charity')?.counts).toMatchObject({
      read: 421,
      fresh: 154,
      linked: 267,
      refused: 0,
    })
    const unmapped = await desktop.all(
      'select distinct unnest(areas_unmapped) as name from register_entries',
    )
    const british =
      /^(throughout|england|wales|scotland|northern ireland)|shire$|city$|london|southwark/i
    expect(unmapped.filter(({ name }) => british.test(name))).toEqual([])
  })

  it('the classified sample goes in twice, and the second time nothing changes', async () => {
    const options = { ukcat: at('charity-classification/ukcat.csv') }
    const first = await desktop.load(at('charities'), options)
    expect(first.tables.map(({ counts }) => [counts.read, counts.refused])).toEqual([
      [3_120, 75],
      [1_869, 4],
    ])
    const second = await desktop.load(at('charities'), options)
    expect(second.tables.map(({ counts }) => counts.fresh + counts.changed)).toEqual([0, 0])
    const mail = await desktop.all(
      "select identifier from register_entries e where e::text ~ '[a-z0-9.]+@[a-z0-9-]+\\.[a-z]{2,}'",
    )
    expect(mail).toEqual([])
  }, 60_000)
})
