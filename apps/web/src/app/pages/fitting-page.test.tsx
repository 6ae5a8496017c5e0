import type { FittingChallenge, Reason } from '@howcanwe/shared/matching'
import { screen, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CARERS_ID, CHALLENGE_ID, challengeJson, signedIn } from '../../../test/town.ts'
import { FittingToday } from '../fitting-today.tsx'
import { further } from '../further-paths.ts'
import { HowFoundDetail } from '../how-found.tsx'
import { paths } from '../paths.ts'
import { FittingPage } from './fitting-page.tsx'

const part = (
  name: FittingChallenge['parts'][number]['part'],
  [weight, value, points]: [number, number | null, number],
  code: Reason,
  facts: FittingChallenge['parts'][number]['reasons'][number]['facts'] = {},
) => ({ part: name, weight, value, points, reasons: [{ code, facts }] })

const fitting = (n: number, more: Partial<FittingChallenge> = {}) => ({
  challengeId: `018f0000-0000-7000-8000-0000000002${String(n).padStart(2, '0')}`,
  slug: `case-${n}`,
  question: `How can we settle case ${n}?`,
  themes: ['carers'],
  closesAt: '2099-03-04T17:00:00.000Z',
  minutes: 10,
  score: 70,
  confidence: 0.8,
  parts: [
    part('theme', [25, 1, 25], 'themes-shared', { themes: ['carers'], of: 1 }),
    part('reach', [25, 0.5, 12.5], 'areas-covered', { areas: ['Elmside'], of: 2 }),
    part('time', [10, null, 0], 'time-unknown'),
  ],
  wouldSettle: 'time',
  ...more,
})
const OURS = `GET /organisations/${CARERS_ID}/matches`
const list = (items: object[]): Answers => ({
  [OURS]: { body: { items, considered: 8, computedAt: '2026-11-22T05:00:00.000Z' } },
})
const draw = (at: string, answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(
    <Routes>
      <Route path={further.fitting.path} element={<FittingPage />} />
      <Route path={paths.today.path} element={<FittingToday />} />
      <Route path={paths.challenge.path} element={<HowFoundDetail />} />
    </Routes>,
    {
      at,
      language,
      hadSession: true,
      words: ['matching', 'organisations', 'places', 'challenges'],
      answers: { ...signedIn(), ...answers },
    },
  )

describe('Amina looks for questions that may suit her carers’ group (J-08, J-10)', () => {
  it('each says why, how long an answer takes and until when; no score stands on it', async () => {
    await draw(further.fitting(), list([fitting(1)]))
    const link = await screen.findByRole('link', { name: 'How can we settle case 1?' })
    expect(link).toHaveAttribute('href', '/challenges/case-1')
    const why = screen.getByRole('list', { name: /^Why: How can we settle case 1/ })
    expect(
      within(why)
        .getAllByRole('listitem')
        .map((li) => li.textContent),
    ).toEqual(['Your work is about carers.', 'You work in Elmside.'])
    expect(screen.getByText('10 minutes')).toBeVisible()
    expect(screen.getByText('4 March 2099')).toBeVisible()
    expect(screen.getByText(/tell us most: how much time you have/)).toBeVisible()
    expect(screen.getByText('We looked at 8 open questions.')).toBeVisible()
    expect(screen.getByText(/make 70 of 100/)).not.toBeVisible()
  })

  it('the arithmetic is one tap away, and the same as a broker’s', async () => {
    const { user } = await draw(further.fitting(), list([fitting(1)]))
    await user.click(await screen.findByText('Show the arithmetic'))
    const table = screen.getByRole('table', { name: /comes to 70 of 100/ })
    expect(within(table).getByRole('row', { name: /^Time/ })).toHaveTextContent(
      'You have not said how much time you have.',
    )
    expect(screen.getByText(/points of the 50 we know about make 70 of 100/)).toBeVisible()
  })

  it('where nothing fits she is told that she may answer any of them', async () => {
    await draw(further.fitting(), list([]))
    expect(await screen.findByText(/You can still answer any of them/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'See all open challenges' })).toBeVisible()
  })

  it('in Dutch', async () => {
    await draw(further.fitting(), list([fitting(1)]), 'nl')
    expect(
      await screen.findByRole('heading', { name: 'Vraagstukken die bij jullie kunnen passen' }),
    ).toBeVisible()
    expect(await screen.findByRole('list', { name: /^Waarom/ })).toHaveTextContent(
      'Jullie werken in Elmside.',
    )
  })
})

describe('on Today', () => {
  it('stand three at most, each with its minutes, and the way to all of them', async () => {
    await draw(paths.today(), list([1, 2, 3, 4].map((n) => fitting(n))))
    const three = await screen.findByRole('list', { name: 'Questions that may suit you' })
    expect(within(three).getAllByRole('listitem')).toHaveLength(3)
    expect(within(three).getAllByRole('listitem')[0]).toHaveTextContent(
      'Your work is about carers. 10 minutes to answer, until 4 March.',
    )
    expect(screen.getByRole('link', { name: /All that may suit you/ })).toHaveAttribute(
      'href',
      `/organisation/fitting?o=${CARERS_ID}`,
    )
  })

  it('stands nothing where nothing suits', async () => {
    await draw(paths.today(), list([]))
    expect(screen.queryByText('Questions that may suit you')).toBeNull()
  })
})

describe('anybody reads how organisations are found for a challenge (TR3)', () => {
  it('closed at first; opened, it says the weights and since when they are locked', async () => {
    let asked = 0
    const { user } = await draw(paths.challenge({ slug: challengeJson.slug }), {
      [`GET /challenges/${challengeJson.slug}`]: { body: challengeJson },
      [`GET /challenges/${CHALLENGE_ID}/match-weights`]: () => {
        asked += 1
        return {
          body: {
            weights: [{ part: 'reach', weight: 25 }],
            seed: 'ab'.repeat(32),
            lockedAt: '2026-11-20T09:00:00.000Z',
          },
        }
      },
    })
    expect(asked).toBe(0)
    await user.click(screen.getByText('How organisations are found'))
    expect(await screen.findByText(/locked on .*20 November 2026/)).toBeVisible()
    expect(screen.getByText('Whom and where they reach')).toBeVisible()
    expect(screen.getByText(/Income, staff, past contracts.* are never part/)).toBeVisible()
  })
})
