import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  CARERS_ID,
  capacityJson,
  challengeJson,
  interestJson,
  PLACE_ID,
} from '../../../test/town.ts'
import { DRAFT, keptJson, open, phone, TIMES, WAIT, why } from './express-interest.fixture.tsx'

beforeEach(() => localStorage.clear())

describe('what the page says before it asks (EI2, FR-14)', () => {
  it('how long it took others stands there once five were counted, and the promise until then', async () => {
    const place = { count: 23, p50Seconds: 421, p90Seconds: 800 }
    const { unmount } = await open({
      ...phone().answers,
      [TIMES]: { body: { place, challenge: null } },
    })
    expect(await screen.findByText('About 8 minutes, five questions')).toBeVisible()
    expect(screen.getByText(/Half of those who answered here/)).toHaveTextContent(
      'needed 8 minutes or less, nine in ten 14 minutes or less. Counted over 23 answers.',
    )
    unmount()
    await open(phone().answers)
    expect(await screen.findByText(/Our promise is 10 minutes/)).toBeVisible()
  })

  it('who reads it and when one hears comes before the first question', async () => {
    await open(phone().answers)
    const who = await screen.findByText(/reads every answer at once, after/)
    expect(who).toHaveTextContent('You hear by Wednesday 1 April 2099.')
    expect(who.compareDocumentPosition(await why()) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  })

  it('a “no” says kindly that it may not fit and whom to ask, keeps nobody out, and goes nowhere', async () => {
    const asks = {
      ...challengeJson,
      eligibility: ['Do you work in Elmside?', 'Can you start by May?'],
    }
    const town = phone({ [`GET /challenges/${challengeJson.slug}`]: { body: asks } })
    const { user } = await open(town.answers)
    const first = await screen.findByRole('group', { name: 'Do you work in Elmside?' })
    expect(
      first.compareDocumentPosition(await why()) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy()
    await user.click(within(first).getByRole('radio', { name: 'No' }))
    expect(screen.getByText('This may not fit you')).toBeVisible()
    expect(screen.getByText(/Ring Ines, 020 7946 0000, or go on all the same/)).toBeVisible()
    await user.click(within(first).getByRole('radio', { name: 'Yes' }))
    const second = screen.getByRole('group', { name: 'Can you start by May?' })
    await user.click(within(second).getByRole('radio', { name: 'Yes' }))
    expect(screen.getByText('It looks as if this fits you.')).toBeVisible()
    await user.click(within(second).getByRole('radio', { name: 'No' }))
    await user.type(await why(), 'We start in June, and know everybody.')
    await user.click(screen.getByRole('radio', { name: 'On our own' }))
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    await user.click(await screen.findByRole('button', { name: 'Send our answers' }))
    await screen.findByRole('region', { name: 'Done' })
    expect(JSON.stringify([town.sent, town.kept, { ...localStorage }])).not.toMatch(
      /fits|Elmside\?/,
    )
  })
})

describe('nothing is asked twice (J-08, FR-12)', () => {
  const rich = {
    ...capacityJson,
    spareHoursPerMonth: 20,
    notBefore: '2098-05-01',
    otherSkills: 'We speak Somali',
    premises: [{ name: 'Elmside hall', seats: 40, stepFree: true, kitchen: false, costPence: 0 }],
    reach: [{ community: 'Somali carers', people: 60, how: 'trusted-contact' }],
    possibleWith: ['travel'],
    confirmedAt: '2026-11-01T10:00:00.000Z',
  }

  it('hours, from when, skills, rooms, people and needs stand there, each marked as from the profile', async () => {
    await open(phone({ [`GET /organisations/${CARERS_ID}/capacity`]: { body: rich } }).answers)
    await why()
    const hours = screen.getByRole('textbox', { name: /How many hours a month/ })
    const note = screen.getByRole('textbox', { name: /Anything else you bring/ })
    expect(hours).toHaveValue('20')
    expect(note).toHaveValue(
      'We speak Somali. About 60 Somali carers who trust us. Elmside hall, 40 seats, no steps.',
    )
    expect(screen.getByRole('checkbox', { name: 'Caring and support' })).toBeChecked()
    expect(screen.getByRole('checkbox', { name: 'Travel costs' })).toBeChecked()
    expect(screen.getByLabelText('Year')).toHaveValue('2098')
    for (const field of [hours, note]) {
      expect(field).toHaveAccessibleDescription(/From your profile/)
    }
    expect(screen.getAllByText(/From your profile/)).toHaveLength(5)
  })

  it('a group without a profile finds what it sent to another challenge', async () => {
    const town = phone({
      [`GET /organisations/${CARERS_ID}/capacity`]: {
        body: { ...capacityJson, spareHoursPerMonth: null, skills: [] },
      },
    })
    const other = interestJson(0, { hoursPerMonth: 9, bring: ['cooking'] })
    town.hold([{ ...other, challenge: { ...other.challenge, id: PLACE_ID } }])
    await open(town.answers)
    await why()
    expect(screen.getByRole('textbox', { name: /How many hours a month/ })).toHaveValue('9')
    expect(screen.getByRole('checkbox', { name: 'Cooking' })).toBeChecked()
    expect(screen.getAllByText(/From your last answers/)).toHaveLength(2)
    expect(await why()).toHaveValue('')
  })

  it('three answers are all that whoever has a profile must still give, and one click shows which', async () => {
    const { user } = await open(phone().answers)
    await why()
    await user.clear(screen.getByRole('textbox', { name: /How many hours a month/ }))
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    expect(within(await screen.findByRole('alert')).getAllByRole('link')).toHaveLength(3)
  })
})

describe('another phone, another colleague (EI1)', () => {
  it('what Lou began is there, with her name, and is said not to be sent', async () => {
    const lous = keptJson({ why: 'Lou’s words', together: 'alone' }, { by: 'Lou', mine: false })
    await open(phone({ [`GET ${DRAFT}`]: { body: { draft: lous } } }).answers)
    expect(await why()).toHaveValue('Lou’s words')
    expect(screen.getByText(/Lou began this on .* not been sent yet/)).toBeVisible()
    expect(screen.getByRole('radio', { name: 'On our own' })).toBeChecked()
  })

  it('only what changed is kept, and the page says where it is and that it is not sent', async () => {
    const town = phone()
    const { user } = await open(town.answers)
    await user.type(await why(), 'Half')
    expect(
      await screen.findByText(
        /Kept at .* Anyone in Carers of Elmside can go on .* not sent yet/,
        {},
        WAIT,
      ),
    ).toBeVisible()
    await user.click(screen.getByRole('radio', { name: 'On our own' }))
    await waitFor(() => expect(town.kept.length).toBeGreaterThan(1), WAIT)
    expect(town.kept.at(-1)).toMatchObject({ answers: { together: 'alone' }, seen: 1 })
    expect(town.kept.at(-1)?.answers).not.toHaveProperty('why')
  })

  it('a colleague who writes at the same time is named, and her words come into the form', async () => {
    const draft = keptJson({ why: 'Half', bringNote: 'From Lou' }, { version: 7 })
    const meanwhile = { by: 'Lou', at: '2026-11-20T10:00:00.000Z' }
    const town = phone({ [`PATCH ${DRAFT}`]: { body: { draft, meanwhile } } })
    const { user } = await open(town.answers)
    await user.type(await why(), 'Half')
    expect(await screen.findByText('Lou has been writing here too', {}, WAIT)).toBeVisible()
    expect(screen.getByRole('textbox', { name: /Anything else you bring/ })).toHaveValue('From Lou')
    expect(await why()).toHaveValue('Half')
  })

  it('whoever wants to begin anew is asked once, and then it is gone everywhere', async () => {
    const gone: string[] = []
    const town = phone({
      [`GET ${DRAFT}`]: () => ({ body: { draft: gone.length ? null : keptJson({ why: 'Old' }) } }),
      [`DELETE ${DRAFT}`]: ({ url }) => {
        gone.push(url)
        return { status: 204 }
      },
    })
    const { user } = await open(town.answers)
    await user.click(await screen.findByRole('button', { name: 'Start again from nothing' }))
    await user.click(await screen.findByRole('button', { name: 'Yes, start again' }))
    await waitFor(async () => expect(await why()).toHaveValue(''))
    expect(gone).toEqual([expect.stringContaining(`organisationId=${CARERS_ID}`)])
  })

  it('once it is sent nothing is kept any more', async () => {
    const town = phone()
    const { user } = await open(town.answers)
    await user.type(await why(), 'None of us has had a Saturday off.')
    await user.click(screen.getByRole('radio', { name: 'On our own' }))
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    await user.click(await screen.findByRole('button', { name: 'Send our answers' }))
    await screen.findByRole('region', { name: 'Done' })
    const before = town.kept.length
    window.dispatchEvent(new Event('pagehide'))
    expect([town.kept.length, Object.keys(localStorage)]).toEqual([before, []])
  })
})
