import { exportsContract, FORMATS, type Format } from '@howcanwe/shared/exports'
import { type Endpoint, urlOf } from '@howcanwe/shared/http'
import readXlsx from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import {
  ASKED,
  CANARY,
  caseId,
  here,
  inTown,
  known,
  OTHERS,
  people,
  world,
} from './cases.private.fixture.ts'

inTown()

/** Every list that can be taken along, with the address it is asked at. */
const LISTS = Object.values(exportsContract).flatMap((e) =>
  e.body.shape.list.options.map((list) => ({ e: e as Endpoint, list: list as string })),
)

interface Taken {
  status: number
  /** All of it as text: an Excel file is packed, and what is in it unread as it stands. */
  said: string
}

async function take(
  personId: string | undefined,
  { e, list }: (typeof LISTS)[number],
  format: Format,
): Promise<Taken> {
  const params = Object.fromEntries(
    Object.keys(e.params?.shape ?? {}).map((k) => [k, known[k] ?? caseId]),
  )
  const answer = await world.app.inject({
    method: 'POST',
    url: urlOf(e, { params }),
    payload: { list, format },
    ...(personId ? { headers: { authorization: `Bearer ${await world.tokenOf(personId)}` } } : {}),
  })
  const packed = answer.statusCode === 200 && format === 'xlsx'
  const content = packed ? JSON.stringify(await readXlsx(answer.rawPayload)) : answer.body
  return { status: answer.statusCode, said: JSON.stringify(answer.headers) + content }
}

const ofPlace = (list: string) => LISTS.find((one) => one.list === list) as (typeof LISTS)[number]

describe('what a broker notes, in the files that people take along (T-02)', () => {
  it.each(FORMATS)('is there for Bea, who brokers in the same place, as %s', async (format) => {
    const bea = await world.seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
    const { status, said } = await take(bea, ofPlace('cases'), format)
    expect(status).toBe(200)
    expect(said).toContain(CANARY)
  })

  it.each(FORMATS)(
    'Ruth does get files as %s, so that no refusal stands for a proof',
    async (format) => {
      const { status, said } = await take(
        people.get('Ruth, the commissioner'),
        ofPlace('challenges'),
        format,
      )
      expect(status).toBe(200)
      expect(said).toContain('How can we make a break from caring')
    },
  )

  it.each(OTHERS)('is read by %s in none of them, however it is made', async (who) => {
    // What this one may take as a broker is what is about neither the council nor its challenge.
    const isPartyBroker = who === 'a broker who works for the council'
    for (const one of LISTS) {
      if (isPartyBroker && ['cases', 'queue'].includes(one.list)) continue
      for (const format of FORMATS) {
        const { said } = await take(people.get(who), one, format)
        for (const canary of [CANARY, ASKED])
          expect(said.includes(canary) ? `${one.list} as ${format}` : '').toBe('')
      }
    }
  })

  it('a broker who works for the council takes neither its case nor that of its challenge (§2.5)', async () => {
    const party = people.get('a broker who works for the council')
    const ines = people.get('Ines')
    for (const format of FORMATS) {
      const mine = await take(party, ofPlace('cases'), format)
      const hers = await take(ines, ofPlace('cases'), format)
      expect([mine.status, hers.status]).toEqual([200, 200])
      const linesIn = (said: string) => said.split(CANARY).length
      expect(linesIn(mine.said)).toBeLessThan(linesIn(hers.said))
    }
  })
})
