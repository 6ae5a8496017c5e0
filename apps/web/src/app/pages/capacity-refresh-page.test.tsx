import { screen } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CARERS_ID, capacityJson, PLACE_ID, signedIn } from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { CapacityRefreshPage } from './capacity-refresh-page.tsx'

const CONFIRM = `POST /organisations/${CARERS_ID}/capacity/confirm`
const organisationJson = {
  ...{ id: CARERS_ID, placeId: PLACE_ID, name: 'Carers of Elmside', kind: 'charity' },
  ...{
    sector: 'community',
    incomeBand: 'micro',
    state: 'listed',
    pausedUntil: null,
    stale: true,
    parent: null,
  },
  ...{ areas: [], themes: [], website: null, contact: null, identifiers: [], version: 1 },
  can: { change: true, check: false },
}
const said = {
  ...capacityJson,
  spareHoursPerMonth: 20,
  premises: [
    { name: 'the hall on Tuesdays', seats: 40, stepFree: true, kitchen: false, costPence: 0 },
  ],
  confirmedAt: '2026-06-01T10:00:00.000Z',
  version: 3,
}

const open = (capacity: object, answers: Answers = {}) =>
  renderPage(
    <Routes>
      <Route path={paths.refreshCapacity.path} element={<CapacityRefreshPage />} />
    </Routes>,
    {
      at: paths.refreshCapacity({ organisationId: CARERS_ID }),
      words: ['organisations'],
      hadSession: true,
      answers: {
        ...signedIn(),
        [`GET /organisations/${CARERS_ID}`]: { body: organisationJson },
        [`GET /organisations/${CARERS_ID}/capacity`]: { body: capacity },
        ...answers,
      },
    },
  )

it('Dele reads what he said as two questions and answers both with one tap (J-08)', async () => {
  const asked: unknown[] = []
  const { user } = await open(said, {
    [CONFIRM]: ({ body }) => {
      asked.push(body)
      return { body: { ...said, confirmedAt: '2026-11-20T10:00:00.000Z', version: 4 } }
    },
  })
  expect(await screen.findByText('Still 20 hours a month to spare?')).toBeVisible()
  expect(screen.getByText('Still the hall on Tuesdays, with 40 seats?')).toBeVisible()
  expect(screen.getByText(/You last said this on/)).toHaveTextContent('1 June 2026')
  await user.click(screen.getByRole('button', { name: 'Yes, all of it' }))
  expect(await screen.findByRole('region', { name: 'Done' })).toHaveFocus()
  expect(asked).toEqual([{}])
})

it('what changed is one link away, and what was left empty is not asked', async () => {
  await open(said)
  expect(await screen.findByRole('link', { name: 'Change something' })).toHaveAttribute(
    'href',
    `/organisation/capacity?o=${CARERS_ID}`,
  )
  expect(screen.queryByText(/Still in touch with/)).toBeNull()
})

it('a group that never said anything is only asked whether it is still there', async () => {
  await open({ ...capacityJson, spareHoursPerMonth: null, skills: [] })
  expect(await screen.findByRole('button', { name: 'We are still here' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Say what you could share' })).toBeVisible()
})

it('when a colleague changed it meanwhile, nothing is confirmed and the new answers are shown', async () => {
  let now: object = said
  const { user } = await open(said, {
    [`GET /organisations/${CARERS_ID}/capacity`]: () => ({ body: now }),
    [CONFIRM]: () => {
      now = { ...said, spareHoursPerMonth: 8, version: 4 }
      return { status: 412, body: { type: 'x', title: 'x', status: 412, code: 'request.stale' } }
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Yes, all of it' }))
  expect(await screen.findByText(/A colleague changed something/)).toBeVisible()
  expect(await screen.findByText('Still 8 hours a month to spare?')).toBeVisible()
})
