import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { CHALLENGE_ID, placeJson } from '../../../test/town.ts'
import { WhatHappened } from './what-happened.tsx'

const cohort = {
  id: CHALLENGE_ID,
  challengeId: CHALLENGE_ID,
  statement: 'We looked for groups that know carers at night.',
  reservedPlacesReason: null,
  formedAt: '2026-11-20T10:00:00.000Z',
  organisations: [
    { id: CHALLENGE_ID, name: 'Carers of Elmside', sector: 'community', together: ['Lunch club'] },
    { id: placeJson.id, name: 'Bright Cabs', sector: 'private', together: [] },
  ],
  interested: 9,
  answers: { answered: 9, notChosen: 7, notChosenCovered: 6, usefulness: null },
}
const draw = (answer: object, language: 'en' | 'nl' = 'en') =>
  renderPage(<WhatHappened challengeId={CHALLENGE_ID} />, {
    language,
    words: ['cohorts'],
    answers: {
      'GET /places/here': { body: placeJson },
      [`GET /challenges/${CHALLENGE_ID}/cohort`]: answer,
    },
  })

it('anyone reads who works on it now, of which sector, and how they were chosen', async () => {
  await draw({ body: cohort })
  expect(await screen.findByText('Carers of Elmside + Lunch club')).toBeVisible()
  expect(screen.getByText('Business')).toBeVisible()
  expect(
    screen.getByText(/9 organisations answered. On 20 November 2026 2 were chosen/),
  ).toBeVisible()
  expect(screen.getByText(cohort.statement)).toBeVisible()
})

it('anyone reads how everybody was answered, and what that was worth once five have said (M7, M8)', async () => {
  const first = await draw({ body: cohort })
  expect(await screen.findByText(/7 organisations were not chosen. 6 of them heard/)).toBeVisible()
  expect(screen.getByText(/shown once five have said so/)).toBeVisible()
  first.unmount()
  const usefulness = { count: 6, median: 4.5 }
  await draw({ body: { ...cohort, answers: { ...cohort.answers, usefulness } } })
  expect(
    await screen.findByText(/6 organisations said .* middle number is 4.5 out of 5/),
  ).toBeVisible()
})

it('where nobody was chosen it says so, with the reason', async () => {
  await draw({ body: { ...cohort, organisations: [] } }, 'nl')
  expect(await screen.findByText(/besloten deze keer geen team te vormen/)).toBeVisible()
  expect(screen.getByText(cohort.statement)).toBeVisible()
})

it('while there is no choice it draws nothing', async () => {
  const none = { type: 'x', title: 'x', status: 404, code: 'cohorts.not_found' }
  const { client } = await draw({ status: 404, body: none })
  await expect.poll(() => client.isFetching()).toBe(0)
  expect(screen.queryByRole('heading')).toBeNull()
})
