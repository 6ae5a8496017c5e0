import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { placeJson } from '../../../test/town.ts'
import type { Language } from '../../lib/i18n.ts'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'

const turnover = {
  code: 'turnover',
  severity: 'red',
  pointer: null,
  quote: 'A minimum turnover of £200,000 is required.',
  source: { title: 'Commissioning in Crisis', year: 2016 },
}
const answer = (findings: unknown[]) => ({
  findings,
  counts: { red: findings.length, amber: 0 },
  language: 'en',
  checkedOn: '2026-11-21',
  rulesVersion: '1',
})

async function open(findings: unknown[], language: Language = 'en') {
  const sent: unknown[] = []
  const page = await renderPage(<AppRoutes />, {
    at: paths.checkABrief(),
    language,
    answers: {
      'GET /places/here': { body: placeJson },
      'POST /squeeze-out-checks': ({ body }) => {
        sent.push(body)
        return { body: answer(findings) }
      },
    },
  })
  return { ...page, sent }
}

describe('a council officer with an old notice', () => {
  it('reads what it does to small organisations, why, and what to ask instead', async () => {
    const { user, sent } = await open([
      turnover,
      { ...turnover, quote: 'Turnover of at least £1m.' },
    ])
    await user.type(await screen.findByLabelText('The text'), 'A minimum turnover …')
    await user.click(screen.getByRole('button', { name: 'Check this text' }))
    const heading = await screen.findByText('We found one way this keeps small organisations out.')
    expect(heading.closest('section')).toHaveFocus()
    const found = within(screen.getByRole('list', { name: 'What we found' }))
    expect(found.getByRole('heading', { name: 'A minimum turnover, or reserves' })).toBeVisible()
    expect(found.getByText('Keeps people out')).toBeVisible()
    expect(found.getByText(turnover.quote)).toBeVisible()
    expect(found.getByText('Turnover of at least £1m.')).toBeVisible()
    expect(found.getByText(/Drop the minimum/)).toBeVisible()
    expect(found.getByText('Source: Commissioning in Crisis, 2016')).toBeVisible()
    expect(sent).toEqual([{ text: 'A minimum turnover …' }])
  })

  it('is not told that all is well where nothing was found', async () => {
    const { user } = await open([])
    await user.type(await screen.findByLabelText('The text'), 'Come in.')
    await user.click(screen.getByRole('button', { name: 'Check this text' }))
    expect(await screen.findByText(/That is no promise/)).toBeVisible()
  })

  it('hears that there is nothing to read, before anything is sent', async () => {
    const { user, sent } = await open([])
    await user.click(await screen.findByRole('button', { name: 'Check this text' }))
    expect(await screen.findAllByText(/Paste a text first/)).not.toHaveLength(0)
    expect(sent).toEqual([])
  })

  it('may read all of it in Dutch', async () => {
    const { user } = await open([turnover], 'nl')
    await user.type(await screen.findByLabelText('De tekst'), 'x y')
    await user.click(screen.getByRole('button', { name: 'Bekijk deze tekst' }))
    expect(await screen.findByText('Een minimum voor omzet of reserves')).toBeVisible()
  })
})

describe('whoever needs help writing an ask', () => {
  it('finds the check on the help page', async () => {
    await renderPage(<AppRoutes />, {
      at: paths.help(),
      answers: { 'GET /places/here': { body: placeJson } },
    })
    const link = await screen.findByRole('link', { name: 'Check a text' })
    expect(link).toHaveAttribute('href', paths.checkABrief())
  })
})
