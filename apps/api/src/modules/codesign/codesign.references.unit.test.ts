import { expect, it } from 'vitest'
import { newReference } from './codesign.references.ts'

it('a reference stays short to say, and there is always another when somebody has used the short ones up', () => {
  const digits = (attempt: number) => /-(\d+)$/.exec(newReference('en', attempt))?.[1]?.length
  expect([0, 11, 12, 23, 24, 500].map(digits)).toEqual([2, 2, 3, 3, 8, 8])
})
