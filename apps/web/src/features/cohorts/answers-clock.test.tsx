import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { CHALLENGE_ID, PLACE_ID, placeJson, signedIn } from '../../../test/town.ts'
import { AnswerClocks } from './answer-clocks.tsx'
import { AnswersClock } from './answers-clock.tsx'

const draw = (body: object) =>
  renderPage(<AnswersClock challengeId={CHALLENGE_ID} />, {
    words: ['cohorts'],
    answers: {
      'GET /places/here': { body: placeJson },
      [`GET /challenges/${CHALLENGE_ID}/answers-clock`]: { body },
    },
  })

it.each([
  ['running', 'Everyone who answered hears by Wednesday 16 December 2026.'],
  ['kept', 'Everyone who answered has heard, by Wednesday 16 December 2026 as promised.'],
  ['kept-late', 'Everyone who answered has heard, but later than Wednesday 16 December 2026.'],
  ['late', /It is late since Thursday 17 December 2026, and the broker knows./],
])('anyone reads of a promise that is %s', async (state, sentence) => {
  await draw({ state, dueAt: '2026-12-17T00:00:00.000Z' })
  expect(await screen.findByText(sentence)).toBeVisible()
})

it('while a challenge is open it draws nothing', async () => {
  const { client } = await draw({ state: 'not-yet', dueAt: null })
  await expect.poll(() => client.isFetching()).toBe(0)
  expect(screen.queryByText(/Everyone who answered/)).toBeNull()
})

it('Ines sees which promises are late, and nothing of what anybody wrote', async () => {
  const challenge = { id: CHALLENGE_ID, slug: 'a-break', question: 'How can we plan a break?' }
  const one = { challenge, dueAt: '2026-12-17T00:00:00.000Z', answeredAt: null, late: true }
  await renderPage(<AnswerClocks placeId={PLACE_ID} linkTo={(slug) => `/challenges/${slug}`} />, {
    words: ['cohorts'],
    hadSession: true,
    answers: {
      ...signedIn(),
      'GET /desk/answer-clocks': {
        body: {
          items: [
            { kind: 'answers', ...one },
            {
              kind: 'question-back',
              ...one,
              answeredAt: '2026-12-16T10:00:00.000Z',
              late: false,
            },
          ],
        },
      },
    },
  })
  expect(await screen.findByText('Late')).toBeVisible()
  expect(screen.getByText('A question back')).toBeVisible()
  expect(screen.getByText('Given')).toBeVisible()
  expect(screen.getAllByText('16 December')).toHaveLength(2)
})
