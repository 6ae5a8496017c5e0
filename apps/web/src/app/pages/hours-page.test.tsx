import { screen } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CARERS_ID, PLACE_ID, signedIn } from '../../../test/town.ts'
import { further } from '../further-paths.ts'
import { GuardNote } from '../guard-note.tsx'
import { HoursPage } from './hours-page.tsx'

const organisationJson = {
  ...{ id: CARERS_ID, placeId: PLACE_ID, name: 'Carers of Elmside', kind: 'charity' },
  ...{ sector: 'community', incomeBand: 'micro', state: 'listed', pausedUntil: null },
  ...{ stale: false, parent: null, areas: [], themes: [], website: null, contact: null },
  ...{ identifiers: [], version: 1, can: { change: true, check: false } },
}
const hoursJson = {
  ...{ organisationId: CARERS_ID, spare: 20, committed: 12, reserved: 5 },
  items: [
    {
      ...{ kind: 'agreement', sourceId: PLACE_ID, hoursPerMonth: 12 },
      ...{ state: 'committed', until: '2027-12-31' },
    },
  ],
}
const HOURS = `GET /organisations/${CARERS_ID}/hours`

const open = (answers: Answers = {}) =>
  renderPage(
    <Routes>
      <Route path={further.hours.path} element={<HoursPage />} />
    </Routes>,
    {
      at: further.hours(),
      words: ['hours', 'organisations', 'problems'],
      hadSession: true,
      answers: {
        ...signedIn(),
        [`GET /organisations/${CARERS_ID}`]: { body: organisationJson },
        [HOURS]: { body: hoursJson },
        ...answers,
      },
    },
  )

describe('Amina has too much on her plate (J-09)', () => {
  it('pauses until a day: no reason is asked, and she reads until when', async () => {
    const sent: unknown[] = []
    const { user } = await open({
      [`POST /organisations/${CARERS_ID}/pause`]: ({ body }) => {
        sent.push(body)
        return { body: { ...organisationJson, state: 'paused', pausedUntil: '2027-09-01' } }
      },
    })
    await screen.findByRole('heading', { name: 'Too much on your plate?' })
    await user.click(screen.getByRole('button', { name: 'Pause' }))
    expect(screen.getByRole('alert')).toHaveTextContent('Enter the last day of your pause')
    await user.type(screen.getByLabelText('Day'), '1')
    await user.type(screen.getByLabelText('Month'), '9')
    await user.type(screen.getByLabelText('Year'), '2027')
    await user.click(screen.getByRole('button', { name: 'Pause' }))
    expect(
      await screen.findByText('You are resting. Nobody will ask you for anything.'),
    ).toBeVisible()
    expect(sent).toEqual([{ until: '2027-09-01' }])
    expect(screen.getByRole('button', { name: 'End the pause now' })).toBeVisible()
  })

  it('sees what her hours are promised for', async () => {
    await open()
    expect(
      await screen.findByText('12 hours a month promised until 31 December 2027'),
    ).toBeVisible()
    expect(screen.getByText('5 hours a month')).toBeVisible()
  })
})

describe('before an answer goes (T7)', () => {
  const note = (adding: number) =>
    renderPage(<GuardNote organisationId={CARERS_ID} adding={adding} />, {
      words: ['hours'],
      answers: { [HOURS]: { body: hoursJson } },
    })
  it('5 hours more than 12 of 20 are said to be a lot', async () => {
    await note(5)
    expect(
      await screen.findByText(
        'With this you would promise 17 of the 20 hours a month you said you could spare',
      ),
    ).toBeVisible()
  })
  it('4 hours more are not', async () => {
    const { container } = await note(4)
    expect(container).not.toHaveTextContent('promise')
  })
})
