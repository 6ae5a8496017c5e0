import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { CHALLENGE_ID } from '../../../test/town.ts'
import {
  DRAFT,
  decide,
  draftJson,
  five,
  NOTE,
  NOTHING_WRITTEN,
  open,
  REASON,
  SEEN,
  whole,
} from './responses.fixture.tsx'

beforeEach(() => localStorage.clear())

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
    expect(screen.getByText('2 of 5 have their answer')).toBeVisible()
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
    const decisions = [1, 2, 3, 4, 5].map((n) => ({
      ...whole(n, n < 5 ? 'start-with-team' : 'meet-broker'),
      outcome: n < 5 ? 'chosen' : 'not-this-time',
    }))
    const { user } = await open({
      [`GET ${DRAFT}`]: {
        body: { ...NOTHING_WRITTEN, decisions, savedAt: '2099-03-06T10:00:00.000Z' },
      },
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
            answers: { answered: 5, notChosen: 1, notChosenCovered: 1, usefulness: null },
          },
        }
      },
    })
    expect(await screen.findByText('5 of 5 have their answer')).toBeVisible()
    const statement = 'We read everything twice and rang each of them.'
    await user.click(await screen.findByLabelText('How did you choose?'))
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
        chosen: [1, 2, 3, 4].map((n) => whole(n, 'start-with-team')),
        notThisTime: [whole(5, 'meet-broker')],
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
    expect(screen.getByText(/The same sentence to 2 organisations: “Group 1/)).toBeVisible()
  })

  it('what Ruth writes is saved answer by answer, and another computer goes on with it', async () => {
    const saved: { decisions?: { interestId: string; reason: string }[] }[] = []
    const first = await open({
      [`PATCH ${DRAFT}`]: ({ body }) => {
        saved.push(body as (typeof saved)[number])
        return { body: { savedAt: '2099-03-06T10:00:00.000Z' } }
      },
    })
    await decide(first.user, 1, 'Chosen')
    first.unmount()
    await expect.poll(() => saved.length).toBeGreaterThan(0)
    const last = saved.at(-1)?.decisions ?? []
    expect(last.map((d) => [d.interestId, d.reason])).toEqual([[five[0]?.id, REASON(1)]])
    localStorage.clear()
    const decisions = last
    await open({
      [`GET ${DRAFT}`]: {
        body: { ...NOTHING_WRITTEN, decisions, savedAt: '2099-03-06T10:00:00.000Z' },
      },
    })
    expect(await screen.findByDisplayValue(REASON(1))).toBeInTheDocument()
    expect(screen.getByText('1 of 5 have their answer')).toBeVisible()
  })

  it('without a connection the device keeps what was written', async () => {
    const gone = { status: 503, body: { type: 'x', title: 'x', status: 503, code: 'request.busy' } }
    const first = await open({ [`PATCH ${DRAFT}`]: gone })
    await decide(first.user, 1, 'Chosen')
    first.unmount()
    await open({ [`PATCH ${DRAFT}`]: gone })
    expect(await screen.findByDisplayValue(REASON(1))).toBeInTheDocument()
  })

  it('beside each point stands what good looks like, and the keyboard goes on to the next answer', async () => {
    const { user } = await open({})
    expect((await screen.findAllByText('What good looks like: Within six weeks')).length).toBe(5)
    await user.click(
      screen.getAllByRole('button', { name: 'Go to the next answer' })[0] as HTMLElement,
    )
    expect(document.activeElement).toHaveTextContent('Your answer to Group 2: 5 things left')
    expect(document.activeElement?.closest('details')).toHaveAttribute('open')
  })

  it('a start with the team is not offered to whoever is not chosen', async () => {
    const { user } = await open({})
    await decide(user, 1, 'Not this time')
    const boxes = screen.getAllByRole('combobox', { name: /The next step for Group/ })
    expect(within(boxes[0] as HTMLElement).queryByText('Start with the team')).toBeNull()
    expect(within(boxes[1] as HTMLElement).getByText('Start with the team')).toBeInTheDocument()
  })

  it('afterwards Ruth reads what a group asks back, and answers it', async () => {
    const asked = {
      question: 'What would have made May early enough?',
      askedAt: '2099-03-21T10:00:00.000Z',
      dueAt: '2099-03-28T00:00:00.000Z',
      answer: null as string | null,
      answeredAt: null as string | null,
    }
    const told: unknown[] = []
    const item = () => ({
      interestId: five[4]?.id,
      outcome: 'not-this-time',
      reason: REASON(5),
      criteria: [{ position: 0, name: 'Knows the people', sentence: SEEN(5) }],
      nextStep: { kind: 'meet-broker', note: NOTE(5) },
      decidedAt: '2099-03-20T10:00:00.000Z',
      questionBack: { ...asked },
    })
    const { user } = await open(
      {
        [`GET /challenges/${CHALLENGE_ID}/interests`]: {
          body: {
            items: [
              {
                ...five[4],
                state: 'not-this-time',
                decision: {
                  outcome: 'not-this-time',
                  reason: REASON(5),
                  decidedAt: '2099-03-20T10:00:00.000Z',
                },
              },
            ],
          },
        },
        [`GET /challenges/${CHALLENGE_ID}/answers`]: () => ({ body: { items: [item()] } }),
        [`POST /interests/${five[4]?.id}/question-back/answer`]: ({ body }) => {
          told.push(body)
          asked.answer = (body as { answer: string }).answer
          asked.answeredAt = '2099-03-22T10:00:00.000Z'
          return { body: asked }
        },
      },
      'none-chosen',
    )
    expect(await screen.findByText(asked.question)).toBeVisible()
    expect(screen.getByText(/Please answer by Friday 27 March 2099/)).toBeVisible()
    expect(screen.getByText(SEEN(5))).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Send this answer' }))
    expect(screen.getByText('Write at least 20 characters')).toBeVisible()
    expect(told).toEqual([])
    await user.click(screen.getByRole('textbox', { name: 'Your answer to their question' }))
    await user.paste('A start in April. Please ask again in autumn.')
    await user.click(screen.getByRole('button', { name: 'Send this answer' }))
    expect(await screen.findByText('A start in April. Please ask again in autumn.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Send this answer' })).toBeNull()
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
    await user.click(await screen.findByLabelText('How did you choose?'))
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
