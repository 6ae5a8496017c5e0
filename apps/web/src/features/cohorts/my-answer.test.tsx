import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { interestJson, signedIn } from '../../../test/town.ts'
import { MyAnswer } from './my-answer.tsx'

const { id } = interestJson(0)
const answer = {
  interestId: id,
  outcome: 'not-this-time',
  reason: 'You are strong, but others are closer to carers at night.',
  criteria: [
    { position: 0, name: 'Knows the people', sentence: 'People come to you every Tuesday.' },
    { position: 1, name: 'Starts soon', sentence: 'You could begin in May, others in March.' },
  ],
  nextStep: { kind: 'practical-tip', note: 'Write down who comes at night.' },
  decidedAt: '2099-03-20T10:00:00.000Z',
  questionBack: null as object | null,
  from: 'Ruth, Northgate Council',
  contact: { name: 'Ines', phone: '020 7946 0000', email: null },
  usefulness: {
    rating: null as number | null,
    changeableUntil: null as string | null,
    mayRate: true,
  },
}
const draw = (answers: Answers = {}, body = answer, language: 'en' | 'nl' = 'en') =>
  renderPage(<MyAnswer interestId={id} />, {
    language,
    words: ['cohorts'],
    hadSession: true,
    answers: { ...signedIn(), [`GET /interests/${id}/answer`]: { body }, ...answers },
  })

it('Amina reads what was seen on each point, one thing to do, and whom to ring (J-15)', async () => {
  await draw()
  expect(await screen.findByText('People come to you every Tuesday.')).toBeVisible()
  expect(screen.getByText('Starts soon')).toBeVisible()
  expect(screen.getByText('Something to try')).toBeVisible()
  expect(screen.getByText('Write down who comes at night.')).toBeVisible()
  expect(screen.getByRole('link', { name: '020 7946 0000' })).toHaveAttribute(
    'href',
    'tel:02079460000',
  )
})

it('one tap says how useful it was, and until when another number may be chosen (M8)', async () => {
  const rated: unknown[] = []
  const { user } = await draw({
    [`PUT /interests/${id}/usefulness`]: ({ body }) => {
      rated.push(body)
      const usefulness = { rating: 4, changeableUntil: '2099-04-20T10:00:00.000Z', mayRate: true }
      return { body: { ...answer, usefulness } }
    },
  })
  const scale = await screen.findByRole('group', { name: 'How useful was this answer?' })
  expect(scale).toHaveTextContent('Whoever decided never sees your number')
  await user.click(within(scale).getByRole('radio', { name: '4' }))
  expect(await screen.findByText(/kept. You can choose another number until/)).toBeVisible()
  expect(rated).toEqual([{ rating: 4 }])
  expect(within(scale).getByRole('radio', { name: '4' })).toBeChecked()
})

it('after thirty days the number stands', async () => {
  const usefulness = { rating: 2, changeableUntil: '2026-01-01T10:00:00.000Z', mayRate: false }
  await draw({}, { ...answer, usefulness })
  expect(await screen.findByText('You said: 2 out of 5.')).toBeVisible()
  expect(screen.queryByRole('radio')).toBeNull()
})

it('one question back: asked, waited for, answered', async () => {
  const asked: unknown[] = []
  const question = 'What would have made May early enough?'
  const back = {
    question,
    askedAt: '2099-03-21T10:00:00.000Z',
    dueAt: '2099-03-28T00:00:00.000Z',
    answer: null,
    answeredAt: null,
  }
  const { user, unmount } = await draw({
    [`POST /interests/${id}/question-back`]: ({ body }) => {
      asked.push(body)
      return { status: 201, body: { ...answer, questionBack: back } }
    },
  })
  await user.click(await screen.findByText('Ask one question back'))
  await user.click(screen.getByRole('button', { name: 'Send our question' }))
  expect(await screen.findByRole('link', { name: 'Write your question' })).toBeVisible()
  await user.click(screen.getByRole('textbox', { name: 'Your question' }))
  await user.paste(question)
  await user.click(screen.getByRole('button', { name: 'Send our question' }))
  expect(await screen.findByText(/You hear by Friday 27 March 2099/)).toBeVisible()
  expect(asked).toEqual([{ question }])
  expect(screen.queryByRole('button', { name: 'Send our question' })).toBeNull()
  unmount()
  const answered = { ...back, answer: 'A start in April.', answeredAt: '2099-03-22T10:00:00.000Z' }
  await draw({}, { ...answer, questionBack: answered }, 'nl')
  expect(await screen.findByText('A start in April.')).toBeVisible()
  expect(screen.getByText('Het antwoord van Ruth, Northgate Council')).toBeVisible()
})
