import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contracts } from '@howcanwe/shared/contracts'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

/** Whatever people in groups meet: joining, sessions, pay, decisions, what they say to each other. */
const OF_GROUPS = [
  'codesign',
  'charters',
  'recruitment',
  'sessions',
  'payments',
  'decisions',
  'suggestions',
  'conversations',
  'proposals',
]
const NEVER =
  /benefit|universal.?credit|allowance|welfare|uitkering|bijstand|toeslag|immigra|nationalit|asylum|asiel|verblijf|diagnos/i

const nouns = Object.keys(contracts).filter((noun) => OF_GROUPS.includes(noun))
const routes = nouns.flatMap((noun) =>
  Object.entries(contracts[noun] ?? {}).map(([name, e]) => [`${noun}.${name}`, e] as const),
)

describe('no route of a group has a field for benefits, immigration or a diagnosis (CD4 [G], issue line 1)', () => {
  it.each(routes)('%s', (_, e) => {
    for (const schema of [e.body, e.query, e.params]) {
      if (!schema) continue
      const fields = JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }))
      expect(fields).not.toMatch(NEVER)
    }
  })
})

const WORDS = join(import.meta.dirname, '../../../../web/src/words')
const isOfGroups = (file: string) =>
  OF_GROUPS.some((noun) => file === `${noun}.json` || file.startsWith(`${noun}+`)) ||
  file.startsWith('group-')

function* sentences(words: object): Generator<string> {
  for (const value of Object.values(words)) {
    if (typeof value === 'string') yield value
    else if (value && typeof value === 'object') yield* sentences(value)
  }
}

describe('no page of a group asks about them, in either language', () => {
  const files = ['en', 'nl'].flatMap((language) =>
    readdirSync(join(WORDS, language))
      .filter(isOfGroups)
      .map((file) => `${language}/${file}`),
  )
  it.each(files)('%s', (file) => {
    const all = [...sentences(JSON.parse(readFileSync(join(WORDS, file), 'utf8')))]
    const questions = all
      .flatMap((text) => text.split(/(?<=[.!?:])\s+/))
      .filter((s) => s.endsWith('?'))
    expect(questions.filter((question) => NEVER.test(question))).toEqual([])
  })
  it('and the card before pay says what may count and what does not, and that nothing is asked', () => {
    const { advice } = JSON.parse(readFileSync(join(WORDS, 'en/payments.json'), 'utf8'))
    expect(advice.earnings).toBe('Pay for your time may count as earnings. So may vouchers.')
    expect(advice.expenses).toContain('does not')
    expect(advice.nothingAsked).toContain('We give no advice on this and ask you nothing')
  })
})
