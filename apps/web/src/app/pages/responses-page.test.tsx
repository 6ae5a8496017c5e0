import { screen, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import {
  CHALLENGE_ID,
  challengeJson,
  interestJson,
  meJson,
  PLACE_ID,
  signedIn,
} from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { ResponsesPage } from './responses-page.tsx'

beforeEach(() => localStorage.clear())

const ruth = meJson({
  roles: [{ placeId: PLACE_ID, role: 'commissioner' }],
  organisations: [],
})
const draftJson = (state: string) => ({
  ...challengeJson,
  state,
  missing: [],
  can: { change: false, open: false, readInterests: true, choose: true },
  version: 1,
  savedAt: '2026-01-01T09:00:00.000Z',
})
const five = [1, 2, 3, 4, 5].map((n) => {
  const one = interestJson(n, { can: { change: false, withdraw: false } })
  const sector = n === 4 ? 'private' : 'community'
  return { ...one, organisation: { ...one.organisation, sector } }
})

const open = (answers: Answers, state = 'choosing') =>
  renderPage(
    <Routes>
      <Route path={paths.responses.path} element={<ResponsesPage />} />
    </Routes>,
    {
      at: paths.responses({ challengeId: CHALLENGE_ID }),
      words: ['cohorts+desk', 'organisations'],
      hadSession: true,
      answers: {
        ...signedIn(ruth),
        [`GET /desk/challenges/${CHALLENGE_ID}`]: { body: draftJson(state) },
        [`GET /challenges/${CHALLENGE_ID}/interests`]: { body: { items: five } },
        ...answers,
      },
    },
  )

const REASON = (n: number) => `Group ${n} is close to the people of Elmside already.`
type User = Awaited<ReturnType<typeof open>>['user']
async function decide(
  user: User,
  n: number,
  outcome: 'Chosen' | 'Not this time',
  reason = REASON(n),
) {
  const group = await screen.findByRole('group', { name: `Your decision on Group ${n}` })
  await user.click(within(group).getByRole('radio', { name: outcome }))
  const boxes = screen.getAllByRole('textbox', {
    name: /What tipped the scale|Why not this time|Your reason/,
  })
  const box = boxes[n - 1] as HTMLElement
  await user.clear(box)
  await user.click(box)
  await user.paste(reason)
}

describe('what came in', () => {
  it('before the deadline Ruth reads the date and nothing else, not even how many', async () => {
    const sealed = { type: 'x', title: 'x', status: 409, code: 'interests.sealed' }
    await open(
      { [`GET /challenges/${CHALLENGE_ID}/interests`]: { status: 409, body: sealed } },
      'open',
    )
    expect(await screen.findByText('Sealed until Wednesday 4 March 2099 at 5pm')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Tell everyone' })).toBeNull()
  })

  it('afterwards every answer is there, in a table and in full', async () => {
    await open({})
    const table = await screen.findByRole('table')
    expect(within(table).getAllByRole('row')).toHaveLength(6)
    expect(screen.getAllByText('Nine of us look after someone.')).toHaveLength(5)
  })

  it('a check runs along, and nobody is told while a reason is missing', async () => {
    const { user } = await open({})
    await decide(user, 1, 'Chosen')
    await decide(user, 4, 'Chosen')
    expect(screen.getByText('2 chosen, of 4 to 5')).toBeVisible()
    expect(screen.getByText('2 sectors, of at least 2')).toBeVisible()
    expect(screen.getByText('3 still without a reason')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Tell everyone' }))
    const summary = await screen.findByRole('alert')
    expect(within(summary).getByRole('link', { name: 'Decide on Group 2' })).toBeVisible()
    expect(summary).toHaveTextContent('Choose at least 4 organisations')
    expect(summary).toHaveTextContent('Say in public how you chose')
  })

  it('Ruth is asked once more, then everyone is told at once and the page says what each was told', async () => {
    const told: unknown[] = []
    let items: object[] = five
    let state = 'choosing'
    const { user } = await open({
      [`GET /desk/challenges/${CHALLENGE_ID}`]: () => ({ body: draftJson(state) }),
      [`GET /challenges/${CHALLENGE_ID}/interests`]: () => ({ body: { items } }),
      [`POST /challenges/${CHALLENGE_ID}/cohort`]: ({ body }) => {
        told.push(body)
        state = 'formed'
        items = five.map((one, i) => ({
          ...one,
          state: i < 4 ? 'chosen' : 'not-this-time',
          decision: {
            outcome: i < 4 ? 'chosen' : 'not-this-time',
            reason: REASON(i + 1),
            decidedAt: '2099-03-20T10:00:00.000Z',
          },
        }))
        return {
          status: 201,
          body: {
            id: CHALLENGE_ID,
            challengeId: CHALLENGE_ID,
            statement: 'x',
            reservedPlacesReason: null,
            formedAt: '2099-03-20T10:00:00.000Z',
            organisations: [],
            interested: 5,
          },
        }
      },
    })
    for (const n of [1, 2, 3, 4]) await decide(user, n, 'Chosen')
    await decide(user, 5, 'Not this time')
    const statement = 'We read everything twice and rang each of them.'
    await user.click(screen.getByRole('textbox', { name: 'How did you choose?' }))
    await user.paste(statement)
    await user.click(screen.getByRole('button', { name: 'Tell everyone' }))
    expect(
      await screen.findByText(/5 emails leave now: 4 say welcome and 1 say not this time/),
    ).toBeVisible()
    expect(told).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Yes, tell all 5' }))
    expect(await screen.findByText('Everyone has been told')).toBeVisible()
    expect(told).toEqual([
      {
        chosen: five.slice(0, 4).map((i, at) => ({ interestId: i.id, reason: REASON(at + 1) })),
        notThisTime: [{ interestId: five[4]?.id, reason: REASON(5) }],
        statement,
      },
    ])
    expect(screen.getByText(REASON(5))).toBeVisible()
    expect(Object.keys(localStorage)).toEqual([])
  })

  it('the same words for two are noticed', async () => {
    const { user } = await open({})
    await decide(user, 1, 'Not this time', REASON(1))
    await decide(user, 2, 'Not this time', REASON(1))
    expect(screen.getByText(/2 organisations have the same reason/)).toBeVisible()
  })

  it('a reload loses no reason', async () => {
    const first = await open({})
    await decide(first.user, 1, 'Chosen')
    first.unmount()
    await open({})
    expect(await screen.findByDisplayValue(REASON(1))).toBeVisible()
    expect(screen.getByText('1 chosen, of 4 to 5')).toBeVisible()
  })

  it('nobody answered: it can be closed with public words', async () => {
    const told: unknown[] = []
    const { user } = await open({
      [`GET /challenges/${CHALLENGE_ID}/interests`]: { body: { items: [] } },
      [`POST /challenges/${CHALLENGE_ID}/no-cohort`]: ({ body }) => {
        told.push(body)
        return { body: { challengeId: CHALLENGE_ID } }
      },
    })
    expect(await screen.findByText(/Nobody answered this challenge/)).toBeVisible()
    await user.click(screen.getByRole('textbox', { name: 'How did you choose?' }))
    await user.paste('We asked in August, when everybody was away. We ask again in spring.')
    await user.click(screen.getByText('Close without a team', { selector: 'span' }))
    await user.click(screen.getByRole('button', { name: 'Close without a team' }))
    await user.click(await screen.findByRole('button', { name: 'Yes, close it' }))
    expect(told).toHaveLength(1)
  })

  it('another commissioner’s challenge is not there', async () => {
    const gone = { type: 'x', title: 'x', status: 404, code: 'challenges.not_found' }
    await open({ [`GET /desk/challenges/${CHALLENGE_ID}`]: { status: 404, body: gone } })
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible()
    expect(screen.queryByRole('table')).toBeNull()
  })
})
