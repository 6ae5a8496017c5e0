import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asText, type Desk, desk } from '../test/fixtures.ts'
import { charityRow } from '../test/write-extract.ts'

let at: Desk
beforeEach(async () => {
  at = await desk()
})
afterEach(() => at.end())

const LUNCH = charityRow(1, {
  charity_name: "ST MARY'S LUNCH CLUB (UK)",
  charity_type: 'Other',
  charity_registration_status: 'Registered',
  date_of_removal: null,
  latest_income: 7_400,
  charity_is_cio: false,
  charity_company_registration_number: null,
  charity_contact_postcode: 'se15 5aa',
  charity_contact_web: 'www.lunch.example.org',
  charity_activities: 'A hot meal on Mondays.\nRing 01632 960123 or write to meals@example.org',
})

const find = async (identifier: string) =>
  (await at.all(`select * from register_entries where identifier = '${identifier}'`))[0]

describe('an operator loads the classified sample', () => {
  const HEAD =
    'org_id,reg_number,name,postcode,active,date_registered,activities,objects,source,income,spending,fye,Batch ID,web,company_number,UKCAT,ICNPTSO'
  const OLD = `${HEAD}
GB-CHC-1000001,1000001,LUNCH CLUB,SE15 5AA ,True,1990-08-02,"Meals, and talk",,CCEW,900.0,,2019-03-31,x,,,SW300;BE108,D31
GB-SC-SC042386,SC042386,Glen Singers (SCIO),Glenbrae,True,,Songs,,OSCR,,,,x,,,AR301,A10
GB-NIC-100019,NI100019,BAY BOATS,BT7 1NN,True,,Boats,,CCNI,5,,2019-03-31,x,,0,,
GB-CHC-1000001,1000001,LUNCH CLUB,SE15 5AA,True,1990-08-02,Meals,,CCEW,900.0,,2019-03-31,x,,,AN,D31
GB-COH-n/a,,NO NUMBER,,True,,,,,,,,,,,,
`
  const NEW = `${HEAD}
GB-CHC-1000001,1000001,LUNCH CLUB,SE15 5AA,True,1990-08-02 00:00:00,Meals,,ccew,250000,,2025-03-31 00:00:00,x,,2324869.0,,
GB-SC-SC042386,SC042386,Glen Singers (SCIO),,False,,Songs and dances,,oscr,,,,x,,,,
`
  it('of all three registers, doubled rows once, with the tags people gave', async () => {
    const { tables, refusals } = await at.load(await at.put('old.csv', OLD))
    expect(tables[0]?.counts).toMatchObject({ read: 5, fresh: 3, refused: 2, doubtful: 1 })
    expect(refusals.first.map(({ line, flaw }) => [line, flaw])).toEqual([
      [5, 'repeated'],
      [6, 'bad_number'],
    ])
    expect(await find('1000001')).toMatchObject({
      source: 'ukcat-sample',
      themes: ['food', 'older-people'],
      theme_basis: 'human-tags',
      income_pounds: '900',
      postcode_raw: null,
    })
    expect(await find('SC042386')).toMatchObject({
      kind: 'cio',
      org_id: 'GB-SC-SC042386',
      postcode_valid: false,
    })
    expect(await find('100019')).toMatchObject({
      scheme: 'GB-NIC',
      income_band: 'micro',
      company_number: null,
    })
  })

  it('in any order of files with the same end', async () => {
    const [old, recent] = [await at.put('old.csv', OLD), await at.put('recent.csv', NEW)]
    await at.load(old)
    await at.load(recent)
    const forwards = await at.all(
      "select entry from (select to_jsonb(e) - 'id' - 'imported_at' entry, fin_year_end from register_entries e order by org_id) x where fin_year_end is not null",
    )
    await at.client.query('delete from register_entries')
    await at.load(recent)
    expect((await at.load(old)).tables[0]?.counts).toMatchObject({ kept: 1 })
    const backwards = await at.all(
      "select entry from (select to_jsonb(e) - 'id' - 'imported_at' entry, fin_year_end from register_entries e order by org_id) x where fin_year_end is not null",
    )
    expect(backwards).toEqual(forwards)
    expect(await find('1000001')).toMatchObject({
      income_band: 'medium',
      company_number: '02324869',
    })
  })

  it('as one folder, twice, and the second run changes nothing', async () => {
    await at.put('old.csv', OLD)
    await at.put('recent.csv', NEW)
    await at.load()
    const before = await at.all('select * from register_entries order by id')
    const again = await at.load()
    expect(again.tables.map(({ counts }) => counts.fresh + counts.changed)).toEqual([0, 0])
    expect(await at.all('select * from register_entries order by id')).toEqual(before)
  })

  it('without touching what the register itself says', async () => {
    await at.load(await at.put('publicextract.charity.txt', asText([LUNCH])))
    const { tables } = await at.load(await at.put('recent.csv', NEW))
    expect(tables[0]?.counts).toMatchObject({ kept: 1, fresh: 1 })
    expect(await find('1000001')).toMatchObject({ source: 'ccew', income_band: 'micro' })
  })
})
