import { expect, it } from 'vitest'
import { isAnother } from './contacts.told.rules.ts'

it.each([
  ['Amina Yusuf', 'Bo Lindgren', true],
  ['Amina', 'Amina Yusuf', false],
  ['A. Yusuf', 'Amina YUSUF', false],
  ['Yusuf, Amina', 'Amina Yusuf', false],
  ['', 'Amina', false],
  ['Amina', '', false],
  ['Zoe\u0308', 'Zoë', false],
])('an entry that said “%s” and says “%s” speaks of somebody else: %s', (before, now, is) => {
  expect(isAnother(before, now)).toBe(is)
})
