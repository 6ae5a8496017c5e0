import { describe, expect, it } from 'vitest'
import { joinOrgId, normaliseIdentifier, parseOrgId } from './register.identifiers.ts'

describe('a number somebody typed', () => {
  it.each([
    ['GB-CHC', '1164883', '1164883'],
    ['GB-CHC', ' 1153055 ', '1153055'],
    ['GB-CHC', 'Registered charity no. 1164883', '1164883'],
    ['GB-CHC', 'Charity Number: 203 460', '203460'],
    ['GB-CHC', '203460-12', '203460-12'],
    ['GB-CHC', '1164883.0', '1164883'],
    ['GB-COH', '9506232', '09506232'],
    ['GB-COH', '2324869.0', '02324869'],
    ['GB-COH', '09506232', '09506232'],
    ['GB-COH', 'sc1234', 'SC001234'],
    ['GB-COH', 'RC00834', 'RC000834'],
    ['GB-COH', 'ip 12345r', 'IP12345R'],
    ['GB-COH', 'OC 300001', 'OC300001'],
    ['GB-SC', 'SC042386', 'SC042386'],
    ['GB-SC', 'sc42386', 'SC042386'],
    ['GB-SC', '042386', 'SC042386'],
    ['GB-NIC', 'NIC100019', '100019'],
    ['GB-NIC', 'NI100019', '100019'],
    ['GB-NIC', '100019', '100019'],
    ['GB-LAE', 'swk', 'SWK'],
    ['GB-NHS', 'rax', 'RAX'],
    ['GB-EDU', '125554.0', '125554'],
    ['GB-CASC', 'DF679063', 'df679063'],
    ['GB-MPR', '235c', '235C'],
    ['GB-GOR', 'd2', 'D2'],
    ['NL-KVK', '41202535', '41202535'],
    ['NL-KVK', '41.20.25.35', '41202535'],
    ['XI-ROR', '05A28RW58', '05a28rw58'],
  ])('%s %j reads as %s', (list, raw, value) => {
    expect(normaliseIdentifier(list, raw)).toMatchObject({ value, verified: 'pattern' })
  })

  it.each([
    ['GB-COH', 'n/a', 'n/a'],
    ['GB-COH', 'IP', 'IP'],
    ['GB-COH', 'the-windmill-charlton', 'the-windmill-charlton'],
    ['GB-COH', 'IP1004137', 'IP1004137'],
    ['GB-COH', '0', '0'],
    ['GB-COH', '', ''],
    ['GB-CHC', '24377R', '24377R'],
    ['GB-CHC', '12345', '12345'],
    ['GB-CHC', '12345678', '12345678'],
    ['GB-SC', 'SC1234567', 'SC1234567'],
    ['GB-NIC', '12', '12'],
    ['GB-CQC', '1-101681804', '1-101681804'],
    ['DUMMY01', ' 7 ', '7'],
    ['Overseas', 'x', 'x'],
    ['', '123', '123'],
  ])('%s %j is kept as typed and marked unresolved', (list, raw, value) => {
    expect(normaliseIdentifier(list, raw)).toEqual({ value, verified: 'none' })
  })

  it.each([
    ['CE012036', 'GB-CHC'],
    ['cs3456', 'GB-SC'],
  ])('company number %s only mirrors a charity in %s', (raw, list) => {
    expect(normaliseIdentifier('GB-COH', raw).shadowOf).toBe(list)
  })

  it('reads the same when it is read again', () => {
    for (const [list, raw] of [
      ['GB-COH', 'sc1234'],
      ['GB-SC', '42386'],
      ['GB-NIC', 'NI100019'],
      ['GB-CHC', 'Charity no 203460'],
    ] as const) {
      const once = normaliseIdentifier(list, raw)
      expect(normaliseIdentifier(list, once.value)).toEqual(once)
    }
  })
})

describe('a joined identifier', () => {
  it.each([
    ['GB-CHC-1164883', 'GB-CHC', '1164883'],
    ['gb-chc-1164883', 'GB-CHC', '1164883'],
    ['GB-SC-SC042386', 'GB-SC', 'SC042386'],
    ['GB-CHC-203460-12', 'GB-CHC', '203460-12'],
    ['GB-CHC- 1153055 ', 'GB-CHC', '1153055'],
    ['GB-COH-9506232', 'GB-COH', '09506232'],
    ['GB-LANI-BFS', 'GB-LANI', 'BFS'],
    ['GB-LAE-SWK', 'GB-LAE', 'SWK'],
    ['NL-KVK-41202535', 'NL-KVK', '41202535'],
  ])('%s is %s and %s', (joined, list, value) => {
    expect(parseOrgId(joined)).toEqual({ list, identifier: { value, verified: 'pattern' } })
  })

  it('keeps its list and its doubt when the number cannot be right', () => {
    expect(parseOrgId('GB-COH-n/a')).toEqual({
      list: 'GB-COH',
      identifier: { value: 'n/a', verified: 'none' },
    })
  })

  it.each([['NominetTrust'], ['GB-CQC-1-101681804'], ['360G-abc'], ['GB-CHC1164883'], ['']])(
    '%j belongs to no list we know',
    (joined) => {
      expect(parseOrgId(joined)).toBeNull()
    },
  )

  it('goes back together', () => {
    expect(joinOrgId('GB-SC', 'SC042386')).toBe('GB-SC-SC042386')
  })
})
