import { createHash } from 'node:crypto'
import { LIVED_EXPERIENCE, REACH_HOW } from '@howcanwe/shared/organisations'
import { describe, expect, it } from 'vitest'
import { FORM, fingerprintOf } from './matching.fingerprint.rules.ts'
import { asked, evidence, hall, reaches } from './matching.fixture.ts'
import { listOf, type Shortlist } from './matching.list.ts'
import type { Question } from './matching.reading.ts'
import { poolOf, scoreOf } from './matching.rules.ts'
import type { OrganisationCandidate } from './matching.search.queries.ts'

const capacity = {
  reach: [{ community: 'Night carers', people: 40, how: 'members' }],
  livedExperience: 'some',
  skills: ['advice'],
  premises: [hall],
  spareHoursPerMonth: 4,
  possibleWith: ['backfill-pay'],
  notBefore: null,
} as unknown as OrganisationCandidate['capacity']
const group: OrganisationCandidate = {
  ...{ id: 'group', placeId: 'here', name: 'Night Carers', sector: 'community', state: 'listed' },
  ...{ incomeBand: 'none', themes: ['carers'], registerEntryId: 'entry', areaIds: ['north'] },
  ...{ cards: [{ title: 'Sitters', themes: ['carers'] }], activities: 'Respite at night.' },
  ...{ rowHash: 'x', termIds: [1], reachStems: [['night', 'carer']], capacity },
  quietSince: new Date('2026-04-01T12:00:00Z'),
}
const question = {
  row: { id: 'challenge', placeId: 'here' },
  asked: asked(),
  wordIds: [1, 2],
} as unknown as Question
const found = { score: 60, sure: 80, place: 7, small: true, level: 0, movedUp: 0 }
const shortlist: Shortlist = {
  shown: [
    { ...found, kind: 'organisation', id: 'group' },
    { ...found, kind: 'register', id: 'trust', level: 2, movedUp: 1 },
  ],
  eligible: { all: 2, small: 2 },
  considered: 9,
}
const trust = {
  ...{ id: 'trust', name: 'Lantern Trust', kind: 'charity' as const, incomeBand: 'micro' as const },
  ...{ themes: ['older-people'], activities: 'Sitting.', termIds: [2] },
}
const already = { invited: { organisationIds: [], entryIds: ['trust'] }, interested: null }
const list = listOf(
  question,
  shortlist,
  new Map(),
  { organisations: new Map([['group', group]]), entries: new Map([['trust', trust]]) },
  already,
)

describe('the form of a list', () => {
  it('is another once the same findings are said differently, so that no list is kept in words of before', () => {
    const ways = [
      ...LIVED_EXPERIENCE.map((livedExperience) => evidence({ livedExperience })),
      ...REACH_HOW.map((how) => evidence({ reach: [reaches('Night carer', how)] })),
      ...(['district', 'county', 'region', 'country'] as const).map((works) => evidence({ works })),
      ...[null, 0, 3, 10].map((spareHours) => evidence({ spareHours, wantsBackfill: true })),
      ...[[], ['night'], ['night', 'respite']].map((words) =>
        evidence({ words, themes: ['food'] }),
      ),
      evidence({ skills: ['advice', 'outreach'], premises: [hall], sector: 'public', areaIds: [] }),
    ]
    const pool = poolOf([evidence({ skills: ['advice'] })])
    const said = JSON.stringify([list, ways.map((one) => scoreOf(asked(), one, pool))])
    const digest = createHash('sha256').update(said).digest('hex').slice(0, 12)
    // Where this fails, lists read differently now: raise FORM beside the digest.
    expect(`${FORM} ${digest}`).toBe('1 e96fafc99184')
  })
})

describe('a list would come out the same', () => {
  const unsaid = { quietSince: null, rowHash: 'x' }
  const of = (more: Partial<Shortlist> = {}, said = unsaid as Parameters<typeof says>[0]) =>
    fingerprintOf({ question, members: new Map() }, { ...shortlist, ...more }, already, says(said))
  const says = (said: { quietSince: Date | null; rowHash: string | null }) => () => said

  it('where everything is as it was', () => {
    expect(of()).toBe(of())
  })

  it.each<[string, () => string]>([
    [
      'somebody scores more',
      () => of({ shown: shortlist.shown.map((s) => ({ ...s, score: 61 })) }),
    ],
    ['the order turns', () => of({ shown: shortlist.shown.toReversed() })],
    ['there were more', () => of({ considered: 10 })],
    [
      'somebody has been quiet for half a year',
      () => of({}, { ...unsaid, quietSince: new Date(0) }),
    ],
    ['the register says something else of them', () => of({}, { ...unsaid, rowHash: 'y' })],
  ])('but not where %s', (_, other) => {
    expect(other()).not.toBe(of())
  })

  it('nor where other words tell, or somebody else is in', () => {
    const other = { ...question, asked: asked({ words: ['respite'] }) }
    const members = new Map([['else', evidence()]])
    expect(
      fingerprintOf({ question: other, members: new Map() }, shortlist, already, says(unsaid)),
    ).not.toBe(of())
    expect(fingerprintOf({ question, members }, shortlist, already, says(unsaid))).not.toBe(of())
  })
})
