import { WORD_LIMIT } from '@howcanwe/shared/interests'
import { SQUEEZE_OUTS, type SqueezeOutFinding } from '@howcanwe/shared/squeeze-outs'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import en from '../../words/en/squeeze-outs.json'
import nl from '../../words/nl/squeeze-outs.json'
import { byCode } from './by-code.ts'
import { PublicFindings } from './public-findings.tsx'

const finding = (part: Partial<SqueezeOutFinding> = {}): SqueezeOutFinding => ({
  code: 'one-lot',
  severity: 'amber',
  pointer: null,
  quote: 'One provider.',
  source: { title: 'Procurement Act 2023, section 18', year: 2023 },
  ...part,
})
const none = { answers: { 'GET /places/here': { status: 404, body: {} } }, words: ['squeeze-outs'] }

describe('the twelve findings in words', () => {
  it.each(SQUEEZE_OUTS)('%s says what, why and what to ask instead, in both languages', (code) => {
    for (const words of [en, nl]) {
      const { title, why, fix } = words.finding[code]
      expect(Math.min(title.length, why.length, fix.length)).toBeGreaterThan(10)
    }
  })
})

it('advises others to ask for no more words than our own form has room for, and names where too much begins', () => {
  for (const words of [en, nl]) {
    const named = words.finding['answer-burden'].fix.match(/\d+/g)?.map(Number)
    expect(named).toEqual([WORD_LIMIT, 500])
  }
})

describe('findings of one kind', () => {
  it('are one thing to a reader, with each sentence once and the gravest word', () => {
    const [one, ...more] = byCode([
      finding(),
      finding(),
      finding({ severity: 'red', quote: 'Two.' }),
      finding({ quote: null }),
    ])
    expect(more).toEqual([])
    expect(one).toMatchObject({ severity: 'red', quotes: ['One provider.', 'Two.'] })
  })
})

describe('whoever reads a challenge', () => {
  const answers = [{ code: 'one-lot' as const, answer: 'There is one kitchen.' }]

  it('sees when it was checked and what was explained', async () => {
    const page = <PublicFindings checkedOn="2026-11-21" findings={[finding()]} answers={answers} />
    const { user } = await renderPage(page, none)
    await user.click(screen.getByText('Checked on 21 November 2026. One finding explained.'))
    expect(screen.getByText(/There is one kitchen/)).toBeVisible()
  })

  it('sees that nothing was found', async () => {
    await renderPage(<PublicFindings checkedOn="2026-11-21" findings={[]} answers={[]} />, none)
    expect(screen.getByText(/Nothing found/)).toBeVisible()
  })
})
