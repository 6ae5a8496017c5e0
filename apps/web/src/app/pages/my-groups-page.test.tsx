import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'
import { CHALLENGE, GROUP, group, problem, session, signedInAs, YUSUF } from './groups.fixture.ts'

const MEMBER = '018f0000-0000-7000-8000-000000000099'
const kayleigh = {
  id: MEMBER,
  reference: 'PLUM-47',
  firstName: 'Kayleigh',
  contactBy: 'phone',
  contact: '07700 900123',
  ways: ['text-answers', 'phone'],
  hasNeeds: true,
  formats: ['large-print', 'audio'],
  state: 'joined',
  bloc: 'residents',
  organisation: '',
  contactDueAt: '2027-03-04T23:59:59.999Z',
  joinedAt: '2027-03-01T10:00:00.000Z',
}

const open = (at: string, role: string, answers: Answers) =>
  renderPage(<AppRoutes />, { answers: { ...signedInAs(role), ...answers }, at, hadSession: true })

const desk = (answers: Answers = {}) =>
  open(paths.myGroups(), 'facilitator', {
    'GET /desk/groups': { body: { items: [group] } },
    [`GET /groups/${GROUP}/members`]: { body: { items: [kayleigh] } },
    ...answers,
  })

describe('Yusuf’s desk', () => {
  it('shows who waits for his call, with the reference they will say', async () => {
    await desk()
    expect(await screen.findByText('Kayleigh')).toBeVisible()
    expect(screen.getByText('1 person is waiting for you to get in touch.')).toBeVisible()
    expect(screen.getByText('Reference PLUM-47')).toBeVisible()
    expect(screen.getByText('Likes to read and follow')).toBeVisible()
    expect(screen.getByText('Large print and Audio')).toBeVisible()
    expect(screen.getByRole('link', { name: '07700 900123' })).toHaveAttribute(
      'href',
      'tel:07700900123',
    )
  })

  it('opens what Kayleigh needs only when he asks for it', async () => {
    let asked = 0
    const { user } = await desk({
      [`POST /groups/${GROUP}/members/${MEMBER}/needs/read`]: () => {
        asked++
        return { body: { needs: 'Somebody for the baby', saidAt: '2027-03-01T10:00:00.000Z' } }
      },
    })
    const button = await screen.findByRole('button', { name: 'Read what Kayleigh needs' })
    expect(asked).toBe(0)
    await user.click(button)
    expect(await screen.findByText('Somebody for the baby')).toBeVisible()
    expect(asked).toBe(1)
  })

  it('folds up a long list of people he has spoken to, and leaves open who still waits', async () => {
    const spoken = ['Abdi', 'Bev', 'Carol', 'Colin', 'Eve', 'Farida'].map((firstName, n) => ({
      ...{ ...kayleigh, firstName, state: 'contacted' },
      id: `018f0000-0000-7000-8000-00000000010${n}`,
    }))
    const { user } = await desk({
      [`GET /groups/${GROUP}/members`]: { body: { items: [...spoken, kayleigh] } },
    })
    expect(await screen.findByText('Kayleigh')).toBeVisible()
    expect(screen.getByText('Abdi')).not.toBeVisible()
    await user.click(screen.getByText('6 people you have been in touch with'))
    expect(screen.getByText('Abdi')).toBeVisible()
  })

  it('marks that he has been in touch', async () => {
    let state = 'joined'
    const { user } = await desk({
      [`GET /groups/${GROUP}/members`]: () => ({ body: { items: [{ ...kayleigh, state }] } }),
      [`POST /groups/${GROUP}/members/${MEMBER}/contacted`]: () => {
        state = 'contacted'
        return { body: { ...kayleigh, state } }
      },
    })
    await user.click(await screen.findByRole('button', { name: /been in touch with Kayleigh/ }))
    expect(await screen.findByText('You have been in touch')).toBeVisible()
    expect(screen.getByText('You have been in touch with everybody.')).toBeVisible()
  })

  it('announces six in the evening as people of the place mean it', async () => {
    const sent: unknown[] = []
    const { user } = await desk({
      [`POST /groups/${GROUP}/sessions`]: ({ body }) => {
        sent.push(body)
        return { status: 201, body: session }
      },
    })
    await user.click(await screen.findByText('Announce a date'))
    const form = within(
      screen.getByRole('button', { name: 'Announce this date' }).closest('form') ?? document.body,
    )
    await user.type(form.getByLabelText('Day'), '30')
    await user.type(form.getByLabelText('Month'), '3')
    await user.type(form.getByLabelText('Year'), '2027')
    await user.type(form.getByLabelText('When does it start?'), '18:00')
    const venue = form.getByLabelText('Name of the place')
    expect(venue).toHaveValue(session.venue)
    await user.clear(venue)
    await user.type(venue, 'Elmside Hall')
    await user.selectOptions(form.getByLabelText('How long is it?'), '90')
    await user.click(form.getByText(/^Breaks, seats, pay and video/))
    expect(form.getByLabelText('Minutes paid for')).toHaveValue('150')
    await user.type(form.getByLabelText(/^Seats in the room/), '14')
    await user.type(form.getByLabelText(/^Link for taking part/), 'https://talk.example/elm')
    await user.click(form.getByRole('button', { name: 'Announce this date' }))
    expect(await screen.findByText('The date is announced')).toBeVisible()
    expect(sent).toEqual([
      {
        startsAt: '2027-03-30T17:00:00.000Z',
        minutes: 90,
        venue: 'Elmside Hall',
        address: '1 Mill Lane',
        gettingThere: 'Bus 12 to Mill Lane',
        stepFree: true,
        breaks: 'A break after 45 minutes.',
        capacity: 14,
        paidMinutes: 150,
        link: 'https://talk.example/elm',
      },
    ])
  })

  it('is told beside the day when it would be in the past', async () => {
    const { user } = await desk({
      [`POST /groups/${GROUP}/sessions`]: problem(422, 'codesign.session_in_past'),
    })
    await user.click(await screen.findByText('Announce a date'))
    await user.type(screen.getByLabelText('Day'), '1')
    await user.type(screen.getByLabelText('Month'), '1')
    await user.type(screen.getByLabelText('Year'), '2020')
    await user.type(screen.getByLabelText('When does it start?'), '9:30')
    await user.click(screen.getByRole('button', { name: 'Announce this date' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(/would start in the past/)
    expect(screen.getByLabelText('When does it start?')).toHaveValue('9:30')
  })

  it('is not for a commissioner', async () => {
    await open(paths.myGroups(), 'commissioner', {})
    expect(await screen.findByText('This page is not open to you')).toBeVisible()
  })
})

describe('Ruth starts a group', () => {
  beforeEach(() => window.localStorage.clear())
  const at = paths.newGroup({ challengeId: CHALLENGE })
  it('is told what is missing beside each answer, and what she wrote is there when she comes back', async () => {
    const { StartForm } = await import('../../features/codesign/start-form.tsx')
    const form = () =>
      renderPage(
        <StartForm
          challengeId={CHALLENGE}
          facilitators={[{ id: YUSUF, name: 'Yusuf' }]}
          onStarted={() => {}}
        />,
        { answers: signedInAs('commissioner'), words: ['codesign'] },
      )
    const first = await form()
    await first.user.type(screen.getByLabelText('What is the group called?'), 'Tea on Tuesday')
    await first.user.click(screen.getByRole('button', { name: 'Start the group' }))
    const summary = within(await screen.findByRole('alert'))
    expect(summary.getByRole('link', { name: 'Choose how much say people have' })).toBeVisible()
    expect(summary.getByRole('link', { name: 'Choose who runs the group' })).toBeVisible()
    first.unmount()
    await form()
    expect(await screen.findByDisplayValue('Tea on Tuesday')).toBeVisible()
  })

  it('sends it whole, with places as a number', async () => {
    const { StartForm } = await import('../../features/codesign/start-form.tsx')
    const sent: unknown[] = []
    const started: string[] = []
    const { user } = await renderPage(
      <StartForm
        challengeId={CHALLENGE}
        facilitators={[{ id: YUSUF, name: 'Yusuf' }]}
        onStarted={(id) => started.push(id)}
      />,
      {
        answers: {
          ...signedInAs('commissioner'),
          [`POST /challenges/${CHALLENGE}/groups`]: ({ body }) => {
            sent.push(body)
            return { status: 201, body: group }
          },
        },
        words: ['codesign'],
      },
    )
    for (const label of [
      /called/,
      /do together\?/,
      /group decide/,
      /help shape/,
      /is fixed/,
      /Who answers/,
      /people get/,
    ])
      await user.type(screen.getByRole('textbox', { name: label }), 'Words')
    await user.click(screen.getByLabelText('You work out the answer together'))
    await user.selectOptions(screen.getByLabelText('Who runs it?'), 'Yusuf')
    await user.click(screen.getByRole('button', { name: 'Start the group' }))
    await expect.poll(() => started).toEqual([GROUP])
    expect(sent).toMatchObject([
      { rung: 'co-design', places: 12, facilitatorId: YUSUF, fixed: 'Words' },
    ])
  })

  it('finds a plain sentence when the question is not open', async () => {
    await open(at, 'commissioner', {
      [`GET /challenges/${CHALLENGE}`]: problem(404, 'challenges.not_found'),
      'GET /desk/facilitators': { body: { items: [{ id: YUSUF, name: 'Yusuf' }] } },
    })
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible()
  })
})
