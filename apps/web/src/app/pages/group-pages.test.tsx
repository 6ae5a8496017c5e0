import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'
import { anyone, GROUP, group, problem, SESSION, session } from './groups.fixture.ts'

const open = (at: string, answers: Answers = {}) =>
  renderPage(<AppRoutes />, { answers: { ...anyone, ...answers }, at })

describe('somebody looks for a group', () => {
  it('and reads of each when, where, how many places, and what they get', async () => {
    await open(paths.groups())
    const item = within(await screen.findByRole('list', { name: 'Groups to join' }))
    expect(item.getByRole('link', { name: 'Evenings in the hall' })).toHaveAttribute(
      'href',
      `/groups/${GROUP}`,
    )
    expect(item.getByText('Tuesday 30 March 2027, 6pm to 8pm')).toBeVisible()
    expect(item.getByText('5 of 12')).toBeVisible()
    expect(item.getByText(/Your fares first/)).toBeVisible()
  })

  it('and is given a person to ring where there is none yet', async () => {
    await open(paths.groups(), { 'GET /groups': { body: { items: [] } } })
    const main = within(await screen.findByRole('main'))
    expect(await main.findByText(/No groups are meeting near you yet/)).toBeVisible()
    expect(main.getByRole('link', { name: '020 7946 0123' })).toBeVisible()
  })
})

describe('somebody reads about a group before joining', () => {
  it('knows what they would decide, what is fixed, who answers, and who runs it', async () => {
    await open(paths.group({ groupId: GROUP }))
    const boxes = await screen.findAllByRole('definition')
    const words = boxes.map((box) => box.textContent)
    for (const box of ['decides', 'shapes', 'fixed', 'answersBy'] as const)
      expect(words).toContain(group[box])
    expect(screen.getByText('Yusuf')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Join the group' })).toHaveAttribute(
      'href',
      `/groups/${GROUP}/join`,
    )
  })

  it('adds a meeting to a calendar, and sees that there are no steps', async () => {
    await open(paths.group({ groupId: GROUP }))
    const link = await screen.findByRole('link', { name: /Add to your calendar: Tuesday 30 March/ })
    expect(link).toHaveAttribute('href', `/api/v1/groups/${GROUP}/sessions/${SESSION}/calendar.ics`)
    expect(screen.getByText('No steps')).toBeVisible()
  })

  it('sees that a meeting is off, and cannot put it in a calendar', async () => {
    const cancelled = { ...group, sessions: [{ ...session, state: 'cancelled' }] }
    await open(paths.group({ groupId: GROUP }), { [`GET /groups/${GROUP}`]: { body: cancelled } })
    expect(await screen.findByText('Cancelled')).toBeVisible()
    expect(screen.queryByRole('link', { name: /calendar/ })).not.toBeInTheDocument()
  })

  it('that has done its work reads what came of it, and is asked neither to join nor to wait', async () => {
    const over = { ...group, state: 'reporting-back', sessions: [], placesLeft: 0 }
    await open(paths.group({ groupId: GROUP }), { [`GET /groups/${GROUP}`]: { body: over } })
    expect(await screen.findByText('A group that has done its work')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Read what came of it' })).toHaveAttribute(
      'href',
      `/groups/${GROUP}/you-said`,
    )
    expect(screen.queryByText(/Ring us and ask about a place|The next date/)).toBeNull()
    expect(screen.queryByRole('heading', { name: 'What you get' })).toBeNull()
  })

  it('is not offered a form when all places are taken', async () => {
    const full = { ...group, placesLeft: 0 }
    await open(paths.group({ groupId: GROUP }), { [`GET /groups/${GROUP}`]: { body: full } })
    expect(await screen.findByText('All places are taken')).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Join the group' })).not.toBeInTheDocument()
  })
})

describe('somebody leaves', () => {
  const token = 'a-token-of-more-than-twenty'
  const at = `${paths.leaveGroup()}#${token}`

  it('with one press; opening the page alone does nothing', async () => {
    const sent: unknown[] = []
    const { user } = await open(at, {
      'POST /group-places/leave': ({ body }) => {
        sent.push(body)
        return { body: { left: true } }
      },
    })
    const button = await screen.findByRole('button', { name: 'Leave the group' })
    expect(sent).toEqual([])
    await user.click(button)
    expect(await screen.findByText('You have left the group')).toBeVisible()
    expect(sent).toEqual([{ manageToken: token }])
    expect(screen.queryByRole('button', { name: 'Leave the group' })).not.toBeInTheDocument()
  })

  it('and presses a used link, and reads whom to ring', async () => {
    const { user } = await open(at, {
      'POST /group-places/leave': problem(404, 'codesign.place_not_found'),
    })
    await user.click(await screen.findByRole('button', { name: 'Leave the group' }))
    expect(await screen.findByText(/This link has been used/)).toBeVisible()
  })

  it('with half a link, and is told so', async () => {
    await open(paths.leaveGroup())
    expect(await screen.findByText(/Part of this link is missing/)).toBeVisible()
  })
})
