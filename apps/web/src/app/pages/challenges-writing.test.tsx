import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { CHALLENGE_ID } from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { draw, EDIT, keeper, ONE, problem, saved } from './challenges-desk.fixture.tsx'

/** Autosave waits a second and a half, and typing is slow where the processor is shared. */
vi.setConfig({ testTimeout: 40_000 })
beforeEach(() => localStorage.clear())

describe('Ruth writing', () => {
  it('has what she types saved by itself, and only that', async () => {
    const { sent, answers } = keeper()
    const { user } = await draw(EDIT, answers)
    await user.type(await screen.findByRole('textbox', { name: /Why now/ }), 'The list doubled.')
    await saved()
    expect(sent).toEqual([{ whyNow: 'The list doubled.' }])
  })

  it('sees weights, money and hours add up while she types', async () => {
    const { user } = await draw(EDIT, keeper().answers)
    const weights = await screen.findAllByRole('textbox', { name: 'How heavily it weighs' })
    await user.type(weights[0] as HTMLElement, '70')
    await user.type(weights[1] as HTMLElement, '45')
    expect(screen.getByText('The weights come to 115. That is 15 too much.')).toBeVisible()
    await user.type(screen.getByRole('textbox', { name: /To try things out/ }), '1,200')
    expect(screen.getByText('On offer in all: £1,200')).toBeVisible()
    expect(screen.getByText('50 hours a month')).toBeVisible()
  })

  it('is told what is missing only when she asks, beside each box and above them all', async () => {
    const missing = (d: { summary?: string }) =>
      d.summary ? [] : [{ pointer: '#/body/summary', code: 'required' }]
    const { user } = await draw(EDIT, keeper({}, missing).answers)
    const sentence = 'Write the question in a few plain sentences'
    const box = await screen.findByRole('textbox', { name: /few plain sentences/ })
    expect(screen.queryByText(sentence)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Check what is missing' }))
    const link = await screen.findByRole('link', { name: sentence })
    expect(link.closest('[role=alert]')?.parentElement).toHaveFocus()
    expect(box).toHaveAccessibleDescription(expect.stringContaining(sentence))
    await user.click(link)
    expect(box).toHaveFocus()
    await user.type(box, 'Plain.')
    await waitFor(() => expect(box).not.toBeInvalid(), { timeout: 15_000 })
  })

  it('reads what freezes before she opens it, and can still say not yet', async () => {
    const { user } = await draw(EDIT, keeper({ state: 'read-through' }).answers)
    await user.click(await screen.findByRole('button', { name: 'Open it to everyone' }))
    expect(await screen.findByText(/the points you look for, their weights/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Not yet' }))
    await user.click(screen.getByRole('button', { name: 'Open it to everyone' }))
    await user.click(await screen.findByRole('button', { name: 'Yes, open it now' }))
    expect(await screen.findByText('Your challenge is open to everyone.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'See its public page' })).toHaveAttribute(
      'href',
      '/challenges/case',
    )
  })

  it('sends it to its first readers, and reads before what that means (J-04)', async () => {
    const { user } = await draw(EDIT, keeper().answers)
    await user.click(await screen.findByRole('button', { name: 'Send it to its first readers' }))
    expect(await screen.findByText(/for five working days/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Yes, let them read it' }))
    expect(await screen.findByRole('button', { name: 'Open it to everyone' })).toBeVisible()
    expect(screen.getByText(/Your first readers have until/)).toBeVisible()
    expect(await screen.findByLabelText('Your answer to Kayleigh')).toBeVisible()
    const link = screen.getByLabelText('Ask people to read it') as HTMLTextAreaElement
    expect(link.value).toContain(paths.readThrough({ challengeId: CHALLENGE_ID }))
  })

  it('says in public why a red finding stays, and takes a wording she is offered (CH1, CH4)', async () => {
    const source = { title: 'Commissioning in Crisis', year: 2016 }
    const finding = { code: 'turnover', severity: 'red', pointer: null, quote: null, source }
    const checks = {
      framing: [
        {
          code: 'solution',
          reason: 'tool',
          pointer: '#/body/question',
          quote: 'an app',
          rewrite: 'How can we plan a break?',
        },
      ],
      readingAge: 13,
      squeezeOut: [finding],
      unanswered: ['turnover'],
    }
    const { answers, sent } = keeper({ checks })
    const { user } = await draw(EDIT, answers)
    await user.type(
      await screen.findByRole('textbox', { name: /Why does this stay/ }),
      'The law asks it of whoever keeps the building.',
    )
    await user.click(screen.getByRole('button', { name: /Use this wording/ }))
    expect(screen.getByRole('textbox', { name: /How can we/ })).toHaveValue('plan a break?')
    expect(screen.getByText(/Reads easily from 13 years/)).toBeVisible()
    await waitFor(
      () =>
        expect(Object.assign({}, ...sent)).toMatchObject({
          question: 'How can we plan a break?',
          findingAnswers: [
            { code: 'turnover', answer: 'The law asks it of whoever keeps the building.' },
          ],
        }),
      { timeout: 8000 },
    )
  })

  it('cannot open while a figure cannot be read, and the box keeps what she typed', async () => {
    const { user } = await draw(EDIT, keeper().answers)
    const box = await screen.findByRole('textbox', { name: /Hours a month from each/ })
    await user.clear(box)
    await user.type(box, 'a few')
    await user.click(screen.getByRole('button', { name: 'Send it to its first readers' }))
    expect(await screen.findByRole('link', { name: 'Enter a whole number, like 12' })).toBeVisible()
    expect(box).toHaveValue('a few')
    expect(screen.queryByText('What happens next:')).toBeNull()
  })

  it('with a second window open chooses whose words stay', async () => {
    const { answers, sent } = keeper({ whyNow: 'Theirs' })
    let first = true
    const { user } = await draw(EDIT, {
      ...answers,
      [`PATCH ${ONE}`]: (request) => {
        const answer = answers[`PATCH ${ONE}`]
        if (!first && typeof answer === 'function') return answer(request)
        first = false
        return problem(412, 'request.stale', { currentVersion: 2 })
      },
    })
    await user.type(await screen.findByRole('textbox', { name: /Why now/ }), ' and mine')
    await user.click(
      await screen.findByRole('button', { name: 'Keep what I see here' }, { timeout: 15_000 }),
    )
    await saved()
    expect(sent).toEqual([{ whyNow: 'Theirs and mine' }])
  })

  it('finds words again that never left this device', async () => {
    const { answers, sent } = keeper()
    const first = await draw(EDIT, {
      ...answers,
      [`PATCH ${ONE}`]: problem(422, 'challenges.area_unknown'),
    })
    await first.user.type(await screen.findByRole('textbox', { name: /Why now/ }), 'On the train')
    first.unmount()
    await draw(EDIT, answers)
    expect(await screen.findByRole('textbox', { name: /Why now/ })).toHaveValue('On the train')
    await saved()
    expect(sent).toEqual([{ whyNow: 'On the train' }])
  })

  it('adds and takes away a criterion with the keyboard, never fewer than three', async () => {
    const { user } = await draw(EDIT, keeper().answers)
    expect(await screen.findAllByRole('heading', { name: /^Point/ })).toHaveLength(3)
    expect(screen.queryByRole('button', { name: /Remove point/ })).toBeNull()
    screen.getByRole('button', { name: 'Add another point' }).focus()
    await user.keyboard('{Enter}')
    expect(screen.getByRole('heading', { name: 'Point 4' })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Remove point 4' }))
    expect(screen.getByRole('heading', { name: 'Point 3' })).toHaveFocus()
  })
})
