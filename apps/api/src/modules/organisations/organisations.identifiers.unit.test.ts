import { describe, expect, it } from 'vitest'
import { orgIdOf, readOwnNumber } from './organisations.identifiers.ts'

describe('a number as Amina types it', () => {
  it.each([
    ['1164883', 'charity', 'GB-CHC', '1164883', 'pattern'],
    ['Registered charity no. 1164883', 'charity', 'GB-CHC', '1164883', 'pattern'],
    ['charity number: 1164883', 'cio', 'GB-CHC', '1164883', 'pattern'],
    ['GB-CHC-1164883', 'company', 'GB-CHC', '1164883', 'pattern'],
    ['SC042386', 'charity', 'GB-SC', 'SC042386', 'pattern'],
    ['Company number 9506232', 'cic', 'GB-COH', '09506232', 'pattern'],
    ['09506232', 'company', 'GB-COH', '09506232', 'pattern'],
    ['125554', 'school', 'GB-EDU', '125554', 'pattern'],
    ['  we are waiting for one  ', 'charity', '', 'we are waiting for one', 'none'],
    ['12', 'charity', '', '12', 'none'],
  ] as const)('%j of a %s', (raw, kind, scheme, value, verified) => {
    expect(readOwnNumber(raw, kind)).toMatchObject({ scheme, value, verified, raw: raw.trim() })
  })

  it.each([undefined, '', '   '])('may be left out: %j', (raw) => {
    expect(readOwnNumber(raw, 'charity')).toBeUndefined()
  })

  it('is shown with its list, or alone where the list is not known', () => {
    expect(orgIdOf({ scheme: 'GB-CHC', value: '1164883' })).toBe('GB-CHC-1164883')
    expect(orgIdOf({ scheme: '', value: 'pending' })).toBe('pending')
  })
})
