import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { CHALLENGE_ID, challengeJson, PLACE_ID } from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { draftJson, draw, EDIT, ONE, problem } from './challenges-desk.fixture.tsx'

/** Autosave waits a second and a half, and typing is slow where the processor is shared. */
vi.setConfig({ testTimeout: 40_000 })
beforeEach(() => localStorage.clear())

describe('Ruth at her desk', () => {
  const item = (n: number, more: object) => ({
    id: `018f0000-0000-7000-8000-0000000003${n}0`,
    slug: `case-${n}`,
    state: 'open',
    question: `How can we settle case ${n}?`,
    closesAt: '2099-03-04T17:00:00.000Z',
    resultsBy: '2099-04-01',
    mine: true,
    savedAt: '2026-11-20T14:02:00.000Z',
    ...more,
  })

  it('finds what needs her first: a draft to go on with and answers to read', async () => {
    await draw('/desk', {
      'GET /desk/challenges': {
        body: {
          items: [
            item(1, {}),
            item(2, { state: 'draft', slug: null, closesAt: null }),
            item(3, { state: 'choosing' }),
          ],
        },
      },
    })
    const needs = (await screen.findByRole('heading', { name: 'Needs you' })).closest('section')
    expect(within(needs as HTMLElement).getAllByRole('heading', { level: 3 })).toHaveLength(2)
    expect(
      within(needs as HTMLElement).getByRole('link', { name: 'How can we settle case 2?' }),
    ).toHaveAttribute('href', expect.stringContaining('/edit'))
    expect(
      within(needs as HTMLElement).getByRole('link', { name: /Read the answers/ }),
    ).toHaveAttribute('href', expect.stringContaining('/responses'))
    expect(screen.getByRole('link', { name: 'Write a challenge' })).toBeVisible()
  })

  it('may start a group and manage her own; the list of who fits is the broker’s, for what others ask', async () => {
    await draw('/desk', {
      'GET /desk/challenges': { body: { items: [item(1, {}), item(2, { mine: false })] } },
    })
    const linksOf = async (n: number) => {
      const title = await screen.findByRole('link', { name: `How can we settle case ${n}?` })
      const row = title.closest('li') as HTMLElement
      return within(row)
        .getAllByRole('link')
        .map((link) => link.textContent?.split(':')[0])
    }
    expect(await linksOf(1)).toEqual([
      'How can we settle case 1?',
      'Questions to answer',
      'Its public page',
      'Manage it',
      'Start a group of residents',
    ])
    expect(await linksOf(2)).toEqual([
      'How can we settle case 2?',
      'See who might fit',
      'Questions to answer',
      'Its public page',
      'Start a group of residents',
    ])
  })

  it('begins with half a sentence', async () => {
    const sent: unknown[] = []
    const { user } = await draw('/desk/challenges/new', {
      'POST /desk/challenges': ({ body }) => {
        sent.push(body)
        return { status: 201, body: draftJson() }
      },
      [`GET ${ONE}`]: { body: draftJson() },
    })
    await user.type(
      await screen.findByRole('textbox', { name: 'Your question: How can we …' }),
      'eat together',
    )
    await user.click(screen.getByRole('button', { name: 'Start writing' }))
    expect(await screen.findByRole('heading', { name: 'The question' })).toBeVisible()
    expect(sent).toEqual([{ placeId: PLACE_ID, question: 'How can we eat together?' }])
  })

  it('is told when she belongs to no public body, and keeps her words', async () => {
    const { user } = await draw('/desk/challenges/new', {
      'POST /desk/challenges': problem(422, 'challenges.no_public_body'),
    })
    const box = await screen.findByRole('textbox')
    await user.type(box, 'eat together')
    await user.click(screen.getByRole('button', { name: 'Start writing' }))
    expect(await screen.findByText(/do not belong to a public body/)).toBeVisible()
    expect(box).toHaveValue('eat together?')
  })
})

describe('the preview', () => {
  it('is the public page, with what is missing said above it and no button that would send anything', async () => {
    await draw(paths.previewChallenge({ challengeId: CHALLENGE_ID }), {
      [`GET ${ONE}`]: {
        body: draftJson({
          closesAt: null,
          missing: [{ pointer: '#/body/closesAt', code: 'required' }],
        }),
      },
    })
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      challengeJson.question,
    )
    expect(screen.getByText(/1 answer is still missing/)).toBeVisible()
    expect(
      screen.getByRole('heading', { name: 'You run a group or an organisation' }),
    ).toBeVisible()
    expect(screen.queryByRole('link', { name: /interested/ })).toBeNull()
  })
})

describe('a challenge that is out', () => {
  it('is taken back with a reason that everyone will read', async () => {
    const sent: unknown[] = []
    const { user } = await draw(EDIT, {
      [`GET ${ONE}`]: { body: draftJson({ state: 'open', slug: 'case' }) },
      [`POST ${ONE}/withdraw`]: ({ body }) => {
        sent.push(body)
        return (body as { reason: string }).reason.length < 20
          ? problem(400, 'request.invalid', {
              errors: [{ pointer: '#/body/reason', code: 'too_small', limit: 20 }],
            })
          : { body: draftJson({ state: 'withdrawn', slug: 'case' }) }
      },
    })
    await user.click(await screen.findByText('Take this challenge back'))
    const box = screen.getByRole('textbox', { name: 'Why do you take it back?' })
    await user.type(box, 'Cut.')
    await user.click(screen.getByRole('button', { name: 'Take it back' }))
    expect(await screen.findByText('Write at least 20 characters')).toBeVisible()
    await user.type(box, ' The grant behind it was cut.')
    await user.click(screen.getByRole('button', { name: 'Take it back' }))
    expect(await screen.findByText('This challenge was taken back.')).toBeVisible()
    expect(sent).toHaveLength(2)
  })
})
