import { screen, waitFor, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CHALLENGE_ID, challengeJson, meJson, PLACE_ID, signedIn } from '../../../test/town.ts'
import { asksJson, readingDeskJson } from '../../features/readings/readings.fixture.ts'
import { paths } from '../paths.ts'
import { DeskPage } from './desk-page.tsx'
import { EditChallengePage } from './edit-challenge-page.tsx'
import { NewChallengePage } from './new-challenge-page.tsx'
import { PreviewChallengePage } from './preview-challenge-page.tsx'

/** Autosave waits a second and a half, and typing is slow where the processor is shared. */
vi.setConfig({ testTimeout: 40_000 })
beforeEach(() => localStorage.clear())

const EDIT = paths.editChallenge({ challengeId: CHALLENGE_ID })
const ONE = `/desk/challenges/${CHALLENGE_ID}`
const draftJson = (more: Record<string, unknown> = {}) => ({
  ...challengeJson,
  state: 'draft',
  slug: null,
  asker: { organisation: 'Northgate Council', person: 'Ruth', phone: null, email: null },
  missing: [],
  can: { change: true, read: true, open: true, readInterests: false, choose: false },
  readFrom: null,
  readUntil: null,
  version: 1,
  savedAt: '2026-11-20T14:02:00.000Z',
  ...more,
})
const problem = (status: number, code: string, more: object = {}) => ({
  status,
  body: { type: 'x', title: 'x', status, code, ...more },
})
const ruth = meJson({ roles: [{ placeId: PLACE_ID, role: 'commissioner' }], organisations: [] })

const draw = (at: string, answers: Answers) =>
  renderPage(
    <Routes>
      <Route path={paths.desk.path} element={<DeskPage />} />
      <Route path={paths.newChallenge.path} element={<NewChallengePage />} />
      <Route path={paths.editChallenge.path} element={<EditChallengePage />} />
      <Route path={paths.previewChallenge.path} element={<PreviewChallengePage />} />
    </Routes>,
    {
      at,
      hadSession: true,
      words: ['challenges+desk', 'challenges+page', 'places', 'readings', 'rooms'],
      answers: { ...signedIn(ruth), ...answers },
    },
  )

/** A service that keeps what it is sent and says what of it is missing. */
function keeper(first: Record<string, unknown> = {}, missing: (d: object) => object[] = () => []) {
  let stored: ReturnType<typeof draftJson> & Record<string, unknown> = draftJson({
    ...first,
    missing: missing(first),
  })
  const sent: Record<string, unknown>[] = []
  const answers: Answers = {
    [`GET ${ONE}`]: () => ({ body: stored }),
    [`PATCH ${ONE}`]: ({ body }) => {
      sent.push(body as Record<string, unknown>)
      stored = { ...stored, ...(body as object), version: stored.version + 1 }
      stored = { ...stored, missing: missing(stored) as never[] }
      return { body: stored }
    },
    [`POST ${ONE}/read-through`]: () => {
      const readUntil = '2026-12-01T00:00:00.000Z'
      stored = { ...stored, ...draftJson({ state: 'read-through', readUntil, version: 2 }) }
      return { body: stored }
    },
    [`GET /desk/readings/${CHALLENGE_ID}`]: { body: readingDeskJson() },
    [`GET /desk/challenges/${CHALLENGE_ID}/reading-asks`]: { body: asksJson() },
    [`POST ${ONE}/open`]: () => {
      stored = { ...stored, ...draftJson({ state: 'open', slug: 'case' }) }
      return { body: stored }
    },
  }
  return { sent, answers }
}
const saved = () =>
  waitFor(() => expect(screen.getAllByText(/^Saved at/)[0]).toBeTruthy(), { timeout: 15_000 })

describe('Ruth at her desk', () => {
  const item = (n: number, more: object) => ({
    id: `018f0000-0000-7000-8000-0000000003${n}0`,
    slug: `case-${n}`,
    state: 'open',
    question: `How can we settle case ${n}?`,
    closesAt: '2099-03-04T17:00:00.000Z',
    resultsBy: '2099-04-01',
    mine: true,
    savedAt: '2026-11-20T14:02:00.000Z',
    ...more,
  })

  it('finds what needs her first: a draft to go on with and answers to read', async () => {
    await draw('/desk', {
      'GET /desk/challenges': {
        body: {
          items: [
            item(1, {}),
            item(2, { state: 'draft', slug: null, closesAt: null }),
            item(3, { state: 'choosing' }),
          ],
        },
      },
    })
    const needs = (await screen.findByRole('heading', { name: 'Needs you' })).closest('section')
    expect(within(needs as HTMLElement).getAllByRole('heading', { level: 3 })).toHaveLength(2)
    expect(
      within(needs as HTMLElement).getByRole('link', { name: 'How can we settle case 2?' }),
    ).toHaveAttribute('href', expect.stringContaining('/edit'))
    expect(
      within(needs as HTMLElement).getByRole('link', { name: /Read the answers/ }),
    ).toHaveAttribute('href', expect.stringContaining('/responses'))
    expect(screen.getByRole('link', { name: 'Write a challenge' })).toBeVisible()
  })

  it('may start a group and manage her own; the list of who fits is the broker’s, for what others ask', async () => {
    await draw('/desk', {
      'GET /desk/challenges': { body: { items: [item(1, {}), item(2, { mine: false })] } },
    })
    const linksOf = async (n: number) => {
      const title = await screen.findByRole('link', { name: `How can we settle case ${n}?` })
      const row = title.closest('li') as HTMLElement
      return within(row)
        .getAllByRole('link')
        .map((link) => link.textContent?.split(':')[0])
    }
    expect(await linksOf(1)).toEqual([
      'How can we settle case 1?',
      'Questions to answer',
      'Its public page',
      'Manage it',
      'Start a group of residents',
    ])
    expect(await linksOf(2)).toEqual([
      'How can we settle case 2?',
      'See who might fit',
      'Questions to answer',
      'Its public page',
      'Start a group of residents',
    ])
  })

  it('begins with half a sentence', async () => {
    const sent: unknown[] = []
    const { user } = await draw('/desk/challenges/new', {
      'POST /desk/challenges': ({ body }) => {
        sent.push(body)
        return { status: 201, body: draftJson() }
      },
      [`GET ${ONE}`]: { body: draftJson() },
    })
    await user.type(
      await screen.findByRole('textbox', { name: 'Your question: How can we …' }),
      'eat together',
    )
    await user.click(screen.getByRole('button', { name: 'Start writing' }))
    expect(await screen.findByRole('heading', { name: 'The question' })).toBeVisible()
    expect(sent).toEqual([{ placeId: PLACE_ID, question: 'How can we eat together?' }])
  })

  it('is told when she belongs to no public body, and keeps her words', async () => {
    const { user } = await draw('/desk/challenges/new', {
      'POST /desk/challenges': problem(422, 'challenges.no_public_body'),
    })
    const box = await screen.findByRole('textbox')
    await user.type(box, 'eat together')
    await user.click(screen.getByRole('button', { name: 'Start writing' }))
    expect(await screen.findByText(/do not belong to a public body/)).toBeVisible()
    expect(box).toHaveValue('eat together?')
  })
})

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

describe('the preview', () => {
  it('is the public page, with what is missing said above it and no button that would send anything', async () => {
    await draw(paths.previewChallenge({ challengeId: CHALLENGE_ID }), {
      [`GET ${ONE}`]: {
        body: draftJson({
          closesAt: null,
          missing: [{ pointer: '#/body/closesAt', code: 'required' }],
        }),
      },
    })
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      challengeJson.question,
    )
    expect(screen.getByText(/1 answer is still missing/)).toBeVisible()
    expect(
      screen.getByRole('heading', { name: 'You run a group or an organisation' }),
    ).toBeVisible()
    expect(screen.queryByRole('link', { name: /interested/ })).toBeNull()
  })
})

describe('a challenge that is out', () => {
  it('is taken back with a reason that everyone will read', async () => {
    const sent: unknown[] = []
    const { user } = await draw(EDIT, {
      [`GET ${ONE}`]: { body: draftJson({ state: 'open', slug: 'case' }) },
      [`POST ${ONE}/withdraw`]: ({ body }) => {
        sent.push(body)
        return (body as { reason: string }).reason.length < 20
          ? problem(400, 'request.invalid', {
              errors: [{ pointer: '#/body/reason', code: 'too_small', limit: 20 }],
            })
          : { body: draftJson({ state: 'withdrawn', slug: 'case' }) }
      },
    })
    await user.click(await screen.findByText('Take this challenge back'))
    const box = screen.getByRole('textbox', { name: 'Why do you take it back?' })
    await user.type(box, 'Cut.')
    await user.click(screen.getByRole('button', { name: 'Take it back' }))
    expect(await screen.findByText('Write at least 20 characters')).toBeVisible()
    await user.type(box, ' The grant behind it was cut.')
    await user.click(screen.getByRole('button', { name: 'Take it back' }))
    expect(await screen.findByText('This challenge was taken back.')).toBeVisible()
    expect(sent).toHaveLength(2)
  })
})
