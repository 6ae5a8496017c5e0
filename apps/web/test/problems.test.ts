import { contracts } from '@howcanwe/shared/contracts'
import { expect, it } from 'vitest'
import en from '../src/words/en/problems.json'
import nl from '../src/words/nl/problems.json'

const codes = [
  ...new Set(
    Object.values(contracts).flatMap((noun) => Object.values(noun).flatMap((e) => e.errors ?? [])),
  ),
].sort()

const said = (catalogue: object, code: string): unknown =>
  code
    .split('.')
    .reduce<unknown>(
      (level, key) => (level as Record<string, unknown> | undefined)?.[key],
      catalogue,
    )

it.each(codes)('a person who is refused with %s reads why in English and in Dutch', (code) => {
  for (const catalogue of [en, nl]) expect(said(catalogue, code)).toMatch(/\S{3,}.* \S+/)
})
