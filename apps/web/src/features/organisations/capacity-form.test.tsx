import type { Capacity } from '@howcanwe/shared/organisations'
import type { Place } from '@howcanwe/shared/places'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CapacityForm } from './capacity-form.tsx'

const organisationId = '0190a5c1-0000-7000-8000-000000000001'
const capacity: Capacity = {
  organisationId,
  staffHoursPerMonth: null,
  volunteerHoursPerMonth: null,
  spareHoursPerMonth: 20,
  notBefore: null,
  availability: [],
  skills: [],
  otherSkills: '',
  premises: [],
  reach: [],
  livedExperience: null,
  possibleWith: [],
  confirmedAt: new Date('2026-03-02T10:00:00Z'),
  version: 3,
}
const place = { name: 'Northgate', currency: 'GBP' } as Place
const PATH = `/organisations/${organisationId}/capacity`
const wire = (c: Capacity) => ({ ...c, confirmedAt: c.confirmedAt?.toISOString() })

const SLOW = { timeout: 4000 }

/** A service that keeps what it is sent; a colleague may save in between. */
async function open(stored: Capacity = capacity) {
  const state = { stored, sent: [] as Capacity[], behind: false }
  const answers: Answers = {
    [`GET ${PATH}`]: () => ({ body: wire(state.stored) }),
    [`PUT ${PATH}`]: ({ body }) => {
      if (state.behind) {
        state.behind = false
        const stale = { type: 'x', title: 'x', status: 412, code: 'request.stale' }
        return { status: 412, body: { ...stale, currentVersion: state.stored.version } }
      }
      const said = body as Capacity
      state.sent.push(said)
      const version = state.stored.version + 1
      state.stored = { ...state.stored, ...said, version, confirmedAt: new Date() }
      return { body: wire(state.stored) }
    },
  }
  const colleague = (change: Partial<Capacity>) => {
    state.stored = { ...state.stored, ...change, version: state.stored.version + 1 }
    state.behind = true
  }
  const page = await renderPage(<CapacityForm capacity={stored} place={place} />, {
    words: ['organisations'],
    answers,
  })
  return { ...page, state, colleague }
}

const spare = () => screen.getByLabelText('Hours a month you could spare for work with others')

describe('a group says what it could share', () => {
  it('and every answer is saved by itself', async () => {
    const { user, state } = await open()
    await user.clear(spare())
    await user.type(spare(), '12')
    await user.click(screen.getByLabelText('Weekday evenings'))
    await waitFor(() => expect(state.sent.at(-1)?.spareHoursPerMonth).toBe(12), SLOW)
    expect(state.sent.at(-1)?.availability).toEqual(['weekday-evenings'])
    expect(await screen.findByRole('status')).toHaveTextContent(/Saved at/)
  })

  it('a wrong answer is said beside its field, and the one before is kept', async () => {
    const { user, state } = await open()
    await user.type(spare(), ' or so')
    expect(spare()).toBeInvalid()
    expect(spare()).toHaveAccessibleDescription(/whole hours/)
    await waitFor(() => expect(state.sent.at(-1)?.spareHoursPerMonth).toBe(20), SLOW)
  })

  it('a room is saved once it is complete, and the cursor stands in its name', async () => {
    const { user, state } = await open()
    await user.click(screen.getByRole('button', { name: 'Add a room' }))
    const room = screen.getByRole('group', { name: 'Room 1' })
    expect(within(room).getByLabelText('What is it called?')).toHaveFocus()
    await user.type(within(room).getByLabelText('What is it called?'), 'Hall')
    expect(within(room).getByText(/Saved once this part is complete/)).toBeVisible()
    await user.type(within(room).getByLabelText('How many people can sit?'), '40')
    await user.click(within(room).getByLabelText('A way in without steps'))
    const hall = { name: 'Hall', seats: 40, stepFree: true, kitchen: false, costPence: 0 }
    await waitFor(() => expect(state.sent.at(-1)?.premises).toEqual([hall]), SLOW)
    await user.click(screen.getByRole('button', { name: 'Remove room 1' }))
    expect(screen.getByRole('button', { name: 'Add a room' })).toHaveFocus()
    await waitFor(() => expect(state.sent.at(-1)?.premises).toEqual([]), SLOW)
  })

  it('after a quarter one press says that it is still so (J-08)', async () => {
    const { user, state } = await open()
    expect(screen.getByText('You last said this on 2 March 2026.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'This still holds' }))
    await waitFor(() => expect(state.sent).toHaveLength(1))
    expect(state.sent[0]?.spareHoursPerMonth).toBe(20)
  })

  it('who has never said anything is not asked to confirm it', async () => {
    await open({ ...capacity, confirmedAt: null })
    expect(screen.queryByRole('button', { name: 'This still holds' })).toBeNull()
  })
})

describe('two colleagues at once', () => {
  const differ = async () => {
    const page = await open()
    page.colleague({ spareHoursPerMonth: 8 })
    await page.user.click(screen.getByLabelText('Cooking'))
    const table = await screen.findByRole('table', {}, SLOW)
    return { ...page, table }
  }

  it('see only what differs, both answers in words', async () => {
    const { table } = await differ()
    const rows = within(table).getAllByRole('row').slice(1)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toHaveTextContent(/spare for work with others.*20.*8/)
    expect(rows[1]).toHaveTextContent(/Cooking.*Left empty/)
  })

  it('“Keep my answers” saves mine over theirs, knowingly', async () => {
    const { user, state } = await differ()
    expect(state.sent).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Keep my answers' }))
    await waitFor(() => expect(state.sent).toHaveLength(1))
    expect(state.sent[0]).toMatchObject({ spareHoursPerMonth: 20, skills: ['cooking'] })
    await waitFor(() => expect(screen.queryByRole('table')).toBeNull())
  })

  it('“Keep my colleague’s answers” puts theirs into the form', async () => {
    const { user } = await differ()
    await user.click(screen.getByRole('button', { name: 'Keep my colleague’s answers' }))
    await waitFor(() => expect(spare()).toHaveValue('8'))
    expect(screen.getByLabelText('Cooking')).not.toBeChecked()
  })

  it('a first try whose answer was lost on the way is no conflict', async () => {
    const page = await open()
    page.colleague({ skills: ['cooking'] })
    await page.user.click(screen.getByLabelText('Cooking'))
    await waitFor(() => expect(page.state.sent).toHaveLength(1), SLOW)
    expect(screen.queryByRole('table')).toBeNull()
  })
})
