import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { CARERS_ID, challengeJson, interestJson, meJson, signedIn } from '../../../test/town.ts'
import { DRAFT, open, phone, SEND, why } from './express-interest.fixture.tsx'

beforeEach(() => localStorage.clear())

describe('before the first question', () => {
  it('a visitor reads the odds and the time, signs in, and comes back here', async () => {
    await open({}, false)
    expect(await screen.findByText('5 places, about 20 expected to answer')).toBeVisible()
    expect(screen.getByText('10 minutes, five questions')).toBeVisible()
    expect(screen.getByText('No documents')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Sign in and answer' })).toHaveAttribute(
      'href',
      `/sign-in?next=${encodeURIComponent('/challenges/a-break-you-can-plan-on/interest')}`,
    )
    expect(screen.getByRole('link', { name: '020 7946 0000' })).toBeVisible()
  })

  it('somebody without an organisation registers one first, and comes back here', async () => {
    await open(signedIn(meJson({ organisations: [] })))
    expect(await screen.findByRole('link', { name: 'Register and answer' })).toHaveAttribute(
      'href',
      `/organisation/register?next=${encodeURIComponent('/challenges/a-break-you-can-plan-on/interest')}`,
    )
  })

  it('a closed challenge says so and shows others', async () => {
    const closed = { ...challengeJson, state: 'choosing', closesAt: '2026-03-04T17:00:00.000Z' }
    await open({ ...phone().answers, [`GET /challenges/${challengeJson.slug}`]: { body: closed } })
    expect(await screen.findByText('This challenge has closed')).toBeVisible()
    expect(screen.getByRole('link', { name: 'See the open challenges' })).toBeVisible()
  })
})

describe('a challenge that stands still or has not begun', () => {
  it.each([
    ['paused', 'This challenge is paused', /It goes on by Friday 1 May 2099/],
    ['read-through', 'This challenge has not opened yet', /are reading it first/],
  ])('%s says so, and says nothing of closing', async (state, heading, text) => {
    const still = { ...challengeJson, state, pausedUntil: '2099-05-01' }
    await open({ ...phone().answers, [`GET /challenges/${challengeJson.slug}`]: { body: still } })
    expect(await screen.findByText(heading)).toBeVisible()
    expect(screen.getByText(text)).toBeVisible()
    expect(screen.queryByText('This challenge has closed')).toBeNull()
  })
})

describe('five questions', () => {
  it('Amina finds her profile ticked, writes, checks, sends, and reads when she hears and from whom', async () => {
    const { sent, answers } = phone()
    const { user } = await open(answers)
    await user.type(await why(), 'None of us has had a Saturday off this year.')
    expect(screen.getByRole('checkbox', { name: 'Caring and support' })).toBeChecked()
    expect(screen.getByRole('textbox', { name: /How many hours a month/ })).toHaveValue('12')
    await user.click(screen.getByRole('radio', { name: 'Find us partners' }))
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    expect(await screen.findByText('None of us has had a Saturday off this year.')).toBeVisible()
    expect(sent).toHaveLength(0)
    await user.click(screen.getByRole('button', { name: 'Send our answers' }))
    const done = await screen.findByRole('region', { name: 'Done' })
    expect(
      within(done).getByText(/You will hear by Wednesday 1 April 2099, from Ruth/),
    ).toBeVisible()
    expect(done).toHaveFocus()
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({
      organisationId: CARERS_ID,
      why: 'None of us has had a Saturday off this year.',
      bring: ['caring-support'],
      hoursPerMonth: 12,
      fromWhen: null,
      together: 'find-us-partners',
      conflict: false,
    })
    expect(sent[0]?.secondsTaken).toEqual(expect.any(Number))
    expect(Object.keys(localStorage)).toEqual([])
  })

  it('what is missing is said beside its question and above the form', async () => {
    const { answers, sent } = phone()
    const { user } = await open(answers)
    await why()
    await user.clear(screen.getByRole('textbox', { name: /How many hours a month/ }))
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    const summary = await screen.findByRole('alert')
    for (const said of [
      'Say why it matters to the people you work with',
      'Enter how many hours a month you could give, like 10',
      'Choose whether you come alone or with others',
    ]) {
      expect(within(summary).getByRole('link', { name: said })).toBeVisible()
    }
    expect(await why()).toBeInvalid()
    expect(sent).toEqual([])
  })

  it('the words left are counted over all answers, and 251 do not go out', async () => {
    const { user } = await open(phone().answers)
    const box = await why()
    await user.click(box)
    await user.paste(Array.from({ length: 250 }, () => 'care').join(' '))
    const bring = screen.getByRole('textbox', { name: /Anything else you bring/ })
    await user.type(bring, 'hall')
    expect(screen.getAllByText('You have 1 word too many').length).toBeGreaterThan(1)
    await user.click(screen.getByRole('radio', { name: 'On our own' }))
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(/longer than 250 words/)
  })

  it('a flat battery without a signal loses nothing: the words are there again, and nothing was sent', async () => {
    const { answers, sent } = phone({ [`PATCH ${DRAFT}`]: { status: 503 } })
    const first = await open(answers)
    await first.user.type(await why(), 'Half a sentence on the bus')
    await waitFor(() => expect(JSON.stringify({ ...localStorage })).toContain('on the bus'))
    first.unmount()
    await open(answers)
    expect(await screen.findByText(/You began this on/)).toBeVisible()
    expect(await why()).toHaveValue('Half a sentence on the bus')
    expect(sent).toEqual([])
  })

  it('on a library computer nothing is kept', async () => {
    // biome-ignore lint/suspicious/noDocumentCookie: what a shared computer has
    document.cookie = 'here=shared'
    const { user, unmount } = await open(phone().answers)
    await user.type(await why(), 'Half a sentence')
    unmount()
    expect(Object.keys(localStorage)).toEqual([])
    // biome-ignore lint/suspicious/noDocumentCookie: and what it has no more
    document.cookie = 'here=; max-age=0'
  })

  it('too late is said plainly, and the words stay', async () => {
    const late = { type: 'about:blank', title: 'x', status: 409, code: 'challenges.closed' }
    const { user } = await open(phone({ [SEND]: { status: 409, body: late } }).answers)
    await user.type(await why(), 'We were nearly in time.')
    await user.click(screen.getByRole('radio', { name: 'On our own' }))
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    await user.click(await screen.findByRole('button', { name: 'Send our answers' }))
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(await why()).toHaveValue('We were nearly in time.')
  })
})

describe('after it was sent', () => {
  it('Amina changes her answers at the version she saw', async () => {
    const changed: unknown[] = []
    const town = phone({
      [`PUT /interests/${interestJson(0).id}`]: ({ body }) => {
        changed.push(body)
        return { body: interestJson(0, { ...(body as object), version: 2 }) }
      },
    })
    town.hold([interestJson(0)])
    const { user } = await open(town.answers)
    await user.click(await screen.findByRole('button', { name: 'Change our answers' }))
    const box = await why()
    expect(box).toHaveValue('Nine of us look after someone.')
    await user.type(box, ' And two cannot come.')
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    await user.click(await screen.findByRole('button', { name: 'Send our answers' }))
    expect(await screen.findByRole('region', { name: 'Done' })).toBeVisible()
    expect(changed).toHaveLength(1)
    expect(changed[0]).toMatchObject({ why: 'Nine of us look after someone. And two cannot come.' })
    expect(changed[0]).not.toHaveProperty('organisationId')
  })

  it('she takes it back after being asked once, and may send it again', async () => {
    const town = phone({
      [`POST /interests/${interestJson(0).id}/withdraw`]: () => {
        const back = interestJson(0, {
          state: 'withdrawn',
          can: { change: false, withdraw: false },
        })
        town.hold([back])
        return { body: back }
      },
    })
    town.hold([interestJson(0)])
    const { user } = await open(town.answers)
    await user.click(await screen.findByRole('button', { name: 'Take it back' }))
    await user.click(await screen.findByRole('button', { name: 'Yes, take them back' }))
    expect(await screen.findByText(/You took your answers back/)).toBeVisible()
    expect(await why()).toHaveValue('Nine of us look after someone.')
  })

  it('a colleague was first: theirs are shown and hers are kept', async () => {
    const refused = { type: 'x', title: 'x', status: 409, code: 'interests.already_expressed' }
    const town = phone({
      [SEND]: () => {
        town.hold([interestJson(0)])
        return { status: 409, body: refused }
      },
    })
    const { user } = await open(town.answers)
    await user.type(await why(), 'My own words on it.')
    await user.click(screen.getByRole('radio', { name: 'On our own' }))
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    await user.click(await screen.findByRole('button', { name: 'Send our answers' }))
    expect(await screen.findByText(/A colleague sent other answers/)).toBeVisible()
    expect(screen.getByText('Nine of us look after someone.')).toBeVisible()
    expect(JSON.stringify({ ...localStorage })).toContain('My own words on it.')
  })

  it('a not this time comes with its reason, a door and a number to ring', async () => {
    const town = phone()
    town.hold([
      interestJson(0, {
        state: 'not-this-time',
        can: { change: false, withdraw: false },
        decision: {
          outcome: 'not-this-time',
          reason: 'Strong on people, thin on when you could start.',
          decidedAt: '2099-03-20T10:00:00.000Z',
        },
      }),
    ])
    await open(town.answers)
    expect(await screen.findByText('Strong on people, thin on when you could start.')).toBeVisible()
    expect(screen.getAllByRole('link', { name: '020 7946 0000' }).length).toBeGreaterThan(0)
    expect(screen.getByRole('link', { name: 'See the open challenges' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Change our answers' })).toBeNull()
  })
})
