import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { signedIn, wordingsJson } from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'

const GROUP = { id: '018f0000-0000-7000-8000-000000000077', name: 'Carers’ Tuesday' }

const open = (answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(<AppRoutes />, {
    answers: { ...signedIn(), 'GET /consent-wordings': { body: wordingsJson }, ...answers },
    at: paths.myPart({ part: 'formats' }),
    hadSession: true,
    language,
  })

const mine = (
  formats: string[],
  version: number,
  seenIn = [GROUP],
  notYetIn: (typeof GROUP)[] = [],
) => ({
  body: { formats, version, seenIn, notYetIn },
})

describe('how Kayleigh likes to read and follow', () => {
  it('she ticks two boxes, reads who sees it and what saving means, and says nothing about why', async () => {
    const sent: unknown[] = []
    const { user } = await open({
      'GET /me/formats': () => (sent.length > 0 ? mine(['large-print', 'audio'], 2) : mine([], 1)),
      'PUT /me/formats': ({ body }) => {
        sent.push(body)
        return mine(['large-print', 'audio'], 2)
      },
    })
    expect(
      await screen.findByText('When you save, whoever runs Carers’ Tuesday sees it too.'),
    ).toBeVisible()
    expect(screen.getByText('Whoever runs a group I have a place in sees this.')).toBeVisible()
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
    await user.click(screen.getByLabelText('Large print'))
    await user.click(screen.getByLabelText(/^Audio/))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Saved.')).toBeVisible()
    expect(await screen.findByText('For now that is whoever runs Carers’ Tuesday.')).toBeVisible()
    expect(sent).toEqual([{ formats: ['large-print', 'audio'], consentVersion: '2026-11' }])
  })

  it('unticking all of it takes it back', async () => {
    const sent: unknown[] = []
    const { user } = await open({
      'GET /me/formats': mine(['paper'], 3),
      'PUT /me/formats': ({ body }) => {
        sent.push(body)
        return mine([], 4)
      },
    })
    const box = await screen.findByLabelText('On paper')
    expect(box).toBeChecked()
    await user.click(box)
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/We keep nothing about this/)).toBeVisible()
    await waitFor(() => expect(sent).toMatchObject([{ formats: [] }]))
  })

  it('a group she joined since does not see it before she saves again, and the page says so', async () => {
    await open({ 'GET /me/formats': mine(['paper'], 1, [], [GROUP]) })
    expect(
      await screen.findByText('When you save, whoever runs Carers’ Tuesday sees it too.'),
    ).toBeVisible()
    expect(screen.queryByText(/For now that is/)).not.toBeInTheDocument()
  })

  it('without a place in a group nobody sees it, and the page says so', async () => {
    await open({ 'GET /me/formats': mine(['paper'], 1, []) })
    expect(await screen.findByText(/nobody sees it now/)).toBeVisible()
  })

  it('in Dutch too', async () => {
    await open({ 'GET /me/formats': mine([], 1) }, 'nl')
    expect(await screen.findByLabelText('Grote letters')).toBeVisible()
  })
})
