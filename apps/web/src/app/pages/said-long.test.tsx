import { act, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { further } from '../further-paths.ts'
import { AppRoutes } from '../router.tsx'
import { GROUP } from './groups.fixture.ts'

const at = (day: number) => new Date(Date.UTC(2027, 2, day)).toISOString()
const one = (number: number, state: string, day: number) => ({
  ...{ id: `018f0000-0000-7000-8000-0000000${String(10_000 + number)}`, number, state },
  ...{ text: `Thing number ${number}.`, language: 'en', bloc: 'residents', name: null },
  ...{ late: false, dueAt: null, saidAt: at(1), closedAt: null, marks: null },
  moves: [{ to: state, words: `Words ${number}`, named: 'Ruth', doneBy: null, at: at(day) }],
})
const items = [
  ...Array.from({ length: 14 }, (_, n) => one(n + 1, 'done', n + 2)),
  one(20, 'not-doing', 25),
]
const page = {
  group: {
    ...{ id: GROUP, name: 'Nights that hold', state: 'reporting-back', declared: 'co-design' },
    ...{ shown: 'co-design', overrides: 0, question: 'How can we rest?', slug: 'rest' },
  },
  counts: { all: 15, open: 0, doing: 0, done: 14, partly: 0, 'not-doing': 1, late: 0 },
  ...{ homework: null, ladder: null, items },
}
const answers = { [`GET /groups/${GROUP}/you-said`]: { body: page } }
const texts = () => screen.getAllByRole('article').map((a) => within(a).getByRole('heading'))

it('a long page begins with what moved last; a count opens its part, ten at once', async () => {
  const { user } = await renderPage(<AppRoutes />, {
    at: further.youSaid({ groupId: GROUP }),
    answers,
  })
  await screen.findByText('What moved last', {}, { timeout: 15_000 })
  expect(texts().map((h) => h.textContent)).toEqual([
    '“Thing number 20.”',
    '“Thing number 14.”',
    '“Thing number 13.”',
  ])
  await user.click(screen.getByRole('link', { name: 'Done' }))
  expect(texts()).toHaveLength(3 + 10)
  await user.click(screen.getByRole('button', { name: 'Show 4 more' }))
  expect(texts()).toHaveLength(3 + 14)
  expect(screen.queryByText('Words 20')).toBeVisible()
}, 60_000)

it('paper has all of it, whatever is folded', async () => {
  await renderPage(<AppRoutes />, { at: further.youSaid({ groupId: GROUP }), answers })
  await screen.findByText('What moved last', {}, { timeout: 15_000 })
  act(() => void window.dispatchEvent(new Event('beforeprint')))
  expect(texts()).toHaveLength(3 + 15)
  act(() => void window.dispatchEvent(new Event('afterprint')))
  expect(texts()).toHaveLength(3)
}, 60_000)
