import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CHALLENGE_ID, placeJson } from '../../../test/town.ts'
import { AskReaders } from './ask-readers.tsx'
import { asksJson, groupJson } from './readings.fixture.ts'

const ASKS = `GET /desk/challenges/${CHALLENGE_ID}/reading-asks`
const ASK = `POST /desk/challenges/${CHALLENGE_ID}/reading-asks`
const BROKERS = `${ASK}/brokers`

const draw = (answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(<AskReaders challengeId={CHALLENGE_ID} />, {
    words: ['readings'],
    language,
    answers: { 'GET /places/here': { body: placeJson }, [ASKS]: { body: asksJson() }, ...answers },
  })
const refused = (code: string) => ({
  status: 409,
  body: { type: 'x', title: 'x', status: 409, code },
})
const press = () => screen.getByRole('button', { name: 'Ask them' })

describe('Ruth asks small groups to read her challenge (CH5, J-04)', () => {
  it('ticks two, is told that their emails are on the way, and sees whom she asked', async () => {
    const sent: unknown[] = []
    let done = false
    const asked = asksJson({
      left: 10,
      suggested: [],
      asked: [
        { name: 'Group 1', on: '2027-03-03' },
        { name: 'Group 2', on: '2027-03-03' },
      ],
    })
    const { user } = await draw({
      [ASKS]: () => ({ body: done ? asked : asksJson() }),
      [ASK]: ({ body }) => {
        sent.push(body)
        done = true
        return { status: 201, body: asked }
      },
    })
    const first = await screen.findByRole('checkbox', { name: 'Group 1' })
    expect(first).toHaveAccessibleDescription('Works near it. Not asked in the last twelve months.')
    expect(screen.getByRole('checkbox', { name: 'Group 2' })).toHaveAccessibleDescription(
      'Asked 2 times in the last twelve months.',
    )
    expect(screen.getByText(/about 7 minutes/)).toBeVisible()
    await user.click(first)
    await user.click(screen.getByLabelText('Group 2'))
    await user.click(press())
    expect(await screen.findByText('Asked. Their emails are on the way.')).toBeVisible()
    expect(await screen.findByText('2 groups asked so far')).toBeVisible()
    expect(sent).toEqual([{ organisationIds: [groupJson(1).id, groupJson(2).id] }])
  })

  it('is asked to tick one first, and not more than may still be asked; nothing is sent', async () => {
    const { user } = await draw({ [ASKS]: { body: asksJson({ left: 1 }) } })
    await screen.findByRole('checkbox', { name: 'Group 1' })
    await user.click(press())
    expect(await screen.findByRole('link', { name: 'Tick at least one group' })).toHaveAttribute(
      'href',
      '#f-organisationIds',
    )
    for (const name of ['Group 1', 'Group 2']) await user.click(screen.getByLabelText(name))
    await user.click(press())
    expect(await screen.findByRole('link', { name: 'Tick 1 group at most' })).toBeVisible()
  })

  it('a group that paused meanwhile is named by a sentence, and what she ticked stays ticked', async () => {
    const { user } = await draw({ [ASK]: refused('readings.group_paused') })
    await user.click(await screen.findByRole('checkbox', { name: 'Group 1' }))
    await user.click(press())
    expect(await screen.findByRole('link', { name: /asked not to be asked for now/ })).toBeVisible()
    expect(screen.getByLabelText('Group 1')).toBeChecked()
  })

  it('sees six first, and the others when she wants them', async () => {
    const suggested = Array.from({ length: 9 }, (_, n) => groupJson(n + 1))
    const { user } = await draw({ [ASKS]: { body: asksJson({ suggested }) } })
    expect(await screen.findAllByRole('checkbox')).toHaveLength(6)
    await user.click(screen.getByRole('button', { name: 'Show 3 more groups' }))
    expect(screen.getAllByRole('checkbox')).toHaveLength(9)
    expect(screen.getByLabelText('Group 7')).toHaveFocus()
  })

  it.each([
    ['twelve were asked', { left: 0 }, /Twelve groups have been asked/],
    ['nobody can be asked by email', { suggested: [], byPhone: 2 }, /No other small group here/],
  ])('is told when %s', async (_, more, sentence) => {
    await draw({ [ASKS]: { body: asksJson(more) } })
    expect(await screen.findByText(sentence)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Ask them' })).toBeNull()
  })

  it('in Dutch too', async () => {
    await draw({ [ASKS]: { body: asksJson({ byPhone: 1 }) } }, 'nl')
    expect(await screen.findByText('Vraag kleine groepen om het te lezen')).toBeVisible()
    expect(screen.getByText(/gaf alleen een telefoonnummer/)).toBeVisible()
  })
})

describe('residents', () => {
  it('are asked by the broker: one press, and the day is noted', async () => {
    let done = false
    const on = asksJson({ residentsOn: '2027-03-03', can: { askBrokers: false } })
    const { user } = await draw({
      [ASKS]: () => ({ body: done ? on : asksJson() }),
      [BROKERS]: ({ body }) => {
        expect(body).toEqual({})
        done = true
        return { status: 201, body: on }
      },
    })
    await user.click(await screen.findByRole('button', { name: /Ask the broker/ }))
    expect(await screen.findByText(/The broker was asked on Wednesday 3 March 2027/)).toBeVisible()
    expect(screen.queryByRole('button', { name: /Ask the broker/ })).toBeNull()
  })

  it('the broker sees no such button; where there is no broker Ruth is told', async () => {
    const { user, unmount } = await draw({ [BROKERS]: refused('readings.no_broker') })
    await user.click(await screen.findByRole('button', { name: /Ask the broker/ }))
    expect(await screen.findByText(/no broker here yet whom we can email/)).toBeVisible()
    unmount()
    await draw({ [ASKS]: { body: asksJson({ can: { askBrokers: false } }) } })
    await screen.findAllByRole('checkbox')
    expect(screen.queryByRole('button', { name: /Ask the broker/ })).toBeNull()
  })
})
