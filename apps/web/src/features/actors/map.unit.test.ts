import type { MapNode, Tie } from '@howcanwe/shared/actors'
import { describe, expect, it } from 'vitest'
import { alsoOf, askFor, readMap, searchOf } from './map-query.ts'
import { groupsOf, layOutGroups } from './picture.groups.ts'

const node = (id: string, themes: MapNode['themes'], more: Partial<MapNode> = {}): MapNode => ({
  ...{ id, name: id, sector: 'community', areaIds: [], themes },
  ...more,
})
const tie = (a: string, b: string): Tie => ({ a, b, strength: 'talked' })

describe('the map as an address', () => {
  it('says what is asked and nothing else, and is read again as it was written', () => {
    const query = readMap(new URLSearchParams('?q=room&with=offers&by=area&theme=carers'))
    expect(searchOf(query)).toBe('?q=room&theme=carers&with=offers&by=area')
    expect(readMap(new URLSearchParams(searchOf(query)))).toEqual(query)
    expect(askFor(query, '')).toEqual({ q: 'room', theme: 'carers', with: 'offers' })
  })

  it('leaves out what it does not understand, so that an old link still shows the map', () => {
    const query = readMap(new URLSearchParams('?sector=royal&theme=x&areaId=1&with=gold&by=size'))
    expect(searchOf(query)).toBe('')
  })

  it.each([
    ['tolk', 'interpreting'],
    ['TÓLK', 'interpreting'],
    ['zaal', 'room'],
    ['', ''],
    ['niets', ''],
  ])('looks for %j also by our own word %j', (q, own) =>
    expect(
      alsoOf(q, [
        ['interpreting', 'Tolken'],
        ['room', 'Een zaal voor 1'],
      ]),
    ).toBe(own),
  )
})

describe('many in groups', () => {
  const nodes = [
    node('a', ['carers']),
    node('b', ['carers', 'health']),
    node('c', ['health']),
    node('d', []),
  ]

  it('the largest first; whoever is about two things counts in both, and nobody is left out', () => {
    expect(groupsOf(nodes, [], 'theme').map(({ key, here }) => [key, here])).toEqual([
      ['carers', 2],
      ['health', 2],
      ['', 1],
    ])
  })

  it('a tie counts within what both are about, and between groups where they share nothing', () => {
    const groups = groupsOf(nodes, [tie('a', 'b'), tie('a', 'c')], 'theme')
    expect(groups[0]).toEqual({
      ...{ key: 'carers', here: 2, within: 1 },
      beyond: [{ key: 'health', ties: 1 }],
    })
    expect(groups[1]).toMatchObject({ within: 0, beyond: [{ key: 'carers', ties: 1 }] })
  })

  it('stands still whatever the order, and draws each bow once', () => {
    const ties = [tie('a', 'c'), tie('c', 'd')]
    const groups = groupsOf(nodes, ties, 'theme')
    expect(groupsOf([...nodes].reverse(), [...ties].reverse(), 'theme')).toEqual(groups)
    expect(layOutGroups(groups).arcs).toHaveLength(2)
  })

  it('200 in eighteen groups are as high as eighteen lines', () => {
    const many = Array.from({ length: 200 }, (_, n) =>
      node(String(n), [], { areaIds: [`area ${n % 18}`] }),
    )
    const { rows, height } = layOutGroups(groupsOf(many, [], 'area'))
    expect([rows.length, height < 800]).toEqual([18, true])
  })
})
