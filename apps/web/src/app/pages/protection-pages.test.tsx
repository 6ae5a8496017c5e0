import { screen, waitFor, within } from '@testing-library/react'
import { type InitialEntry, Route, Routes } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { meJson, PLACE_ID, placeJson, signedIn } from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { EditProtectionPage } from './edit-protection-page.tsx'
import { KeptPage } from './kept-page.tsx'
import { MyProtectionsPage } from './my-protections-page.tsx'
import { NewProtectionPage } from './new-protection-page.tsx'
import { ProtectionPage } from './protection-page.tsx'

/** Autosave waits a second and a half, and typing is slow where the processor is shared. */
vi.setConfig({ testTimeout: 40_000 })
beforeEach(() => localStorage.clear())

const ID = '018f0000-0000-7000-8000-000000000900'
const ONE = `/desk/protections/${ID}`
const by = {
  organisation: 'Northgate Council',
  person: 'Ruth',
  phone: '020 7946 0001',
  email: null,
}
const draftJson = (more: Record<string, unknown> = {}) => ({
  id: ID,
  placeId: PLACE_ID,
  state: 'draft',
  slug: null,
  title: '',
  areaIds: [],
  themes: [],
  why: '',
  evidence: [],
  atRisk: '',
  strengthen: '',
  moneyPence: null,
  alternatives: '',
  reviewOn: null,
  page: '',
  language: 'en',
  decidedBy: by,
  reviewFrom: '2027-02-24',
  reviewUntil: '2028-11-24',
  missing: [] as object[],
  nextReviewOn: null,
  notes: [],
  reviews: [],
  version: 1,
  savedAt: '2026-11-24T14:02:00.000Z',
  ...more,
})
const outJson = (more: Record<string, unknown> = {}) =>
  draftJson({
    state: 'published',
    slug: 'thursday-calls',
    title: 'Thursday calls',
    nextReviewOn: '2027-11-24',
    ...more,
  })
const publicJson = (more: Record<string, unknown> = {}) => ({
  id: ID,
  placeId: PLACE_ID,
  slug: 'thursday-calls',
  state: 'published',
  title: 'Thursday calls',
  themes: [],
  areas: [],
  organisation: 'Northgate Council',
  publishedAt: '2026-11-24T14:02:00.000Z',
  reviewOn: '2027-11-24',
  language: 'en',
  page: 'We keep the calls.\n\nBecause they work.',
  evidence: [
    { kind: 'experience', statement: 'Six years of calls.', link: null },
    { kind: 'independent', statement: 'Fewer falls.', link: 'https://example.org/report' },
  ],
  moneyPence: 1_200_000,
  decidedBy: by,
  overdue: false,
  notes: [],
  reviews: [],
  ...more,
})
const ruth = meJson({ roles: [{ placeId: PLACE_ID, role: 'commissioner' }], organisations: [] })

const draw = (at: InitialEntry, answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(
    <Routes>
      <Route path={paths.kept.path} element={<KeptPage />} />
      <Route path={paths.protection.path} element={<ProtectionPage />} />
      <Route path={paths.myProtections.path} element={<MyProtectionsPage />} />
      <Route path={paths.newProtection.path} element={<NewProtectionPage />} />
      <Route path={paths.editProtection.path} element={<EditProtectionPage />} />
    </Routes>,
    {
      at,
      language,
      hadSession: true,
      words: ['protections', 'places'],
      answers: { ...signedIn(ruth), ...answers },
    },
  )

/** A service that keeps what it is sent. */
function keeper(first: Record<string, unknown> = {}, missing: () => object[] = () => []) {
  let stored: ReturnType<typeof draftJson> = draftJson({ ...first, missing: missing() })
  const sent: Record<string, unknown>[] = []
  const published: unknown[] = []
  const answers: Answers = {
    [`GET ${ONE}`]: () => ({ body: stored }),
    [`PATCH ${ONE}`]: ({ body }) => {
      sent.push(body as Record<string, unknown>)
      stored = { ...stored, ...(body as object), version: stored.version + 1, missing: missing() }
      return { body: stored }
    },
    [`POST ${ONE}/publish`]: ({ body }) => {
      published.push(body)
      stored = { ...stored, ...outJson({ title: stored.title }) }
      return { body: stored }
    },
  }
  return { sent, published, answers }
}
const saved = () =>
  waitFor(() => expect(screen.getAllByText(/^Saved at/)[0]).toBeTruthy(), { timeout: 15_000 })
const box = (name: RegExp) => screen.getByRole('textbox', { name })
const page = () => box(/The page people will read/) as HTMLTextAreaElement

describe('Ruth deciding to keep what works (J-03)', () => {
  it('begins with a name, and what she typed elsewhere goes along', async () => {
    const sent: unknown[] = []
    const at = {
      pathname: '/desk/protections/new',
      state: { title: 'Lunch club', atRisk: 'Meals' },
    }
    const { user } = await draw(at, {
      'POST /desk/protections': ({ body }) => {
        sent.push(body)
        return { status: 201, body: draftJson({ title: 'The lunch club' }) }
      },
      [`GET ${ONE}`]: { body: draftJson({ title: 'The lunch club' }) },
    })
    const title = await screen.findByRole('textbox', { name: 'What do you want to keep?' })
    expect(title).toHaveValue('Lunch club')
    expect(screen.getByText(/comes along from your question/)).toBeVisible()
    await user.clear(title)
    await user.type(title, 'The lunch club')
    await user.click(screen.getByRole('button', { name: 'Start writing' }))
    expect(await screen.findByRole('textbox', { name: 'What do we keep?' })).toHaveValue(
      'The lunch club',
    )
    expect(sent).toEqual([
      {
        placeId: PLACE_ID,
        title: 'The lunch club',
        atRisk: 'Meals',
        language: 'en',
        secondsMore: expect.any(Number),
      },
    ])
  })

  it('sees the page write itself from her answers, saved with the time it took', async () => {
    const { answers, sent } = keeper({ title: 'Thursday calls' })
    const { user } = await draw(ONE, answers)
    await user.type(await screen.findByRole('textbox', { name: /Why does it work/ }), 'They ring.')
    expect(page().value).toContain('Northgate Council has decided to keep this')
    expect(page().value).toContain('Why it works, and for whom\nThey ring.')
    await saved()
    expect(sent.at(-1)).toMatchObject({
      why: 'They ring.',
      page: page().value,
      language: 'en',
      secondsMore: expect.any(Number),
    })
  })

  it('changes the page by hand: it follows no longer, until she asks for it again', async () => {
    const { answers } = keeper({ title: 'Thursday calls' })
    const { user } = await draw(ONE, answers)
    await user.type(await screen.findByRole('textbox', { name: /Who would be at risk/ }), 'Mo.')
    await user.clear(page())
    await user.type(page(), 'My own words.')
    await user.type(box(/stronger/), 'A line.')
    expect(page()).toHaveValue('My own words.')
    await user.click(screen.getByRole('button', { name: 'Write it again from my answers' }))
    expect(page().value).toContain('Mo.')
    expect(page().value).toContain('A line.')
  })

  it('adds and removes what is known, with focus where she goes on', async () => {
    const { answers } = keeper()
    const { user } = await draw(ONE, answers)
    await user.click(await screen.findByRole('button', { name: 'Add another thing you know' }))
    const second = screen.getByRole('group', { name: 'What we know, 2' })
    expect(within(second).getByRole('combobox')).toHaveFocus()
    await user.type(within(second).getByRole('textbox', { name: /read it/ }), 'example.org')
    expect(within(second).getByText(/Enter a whole address/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Remove what we know, 2' }))
    expect(screen.getByRole('combobox')).toHaveFocus()
    expect(screen.queryByRole('group', { name: 'What we know, 2' })).toBeNull()
  })

  it('is shown everything that is missing before it goes out', async () => {
    const { answers, published } = keeper({}, () => [
      { pointer: '#/body/title', code: 'required' },
      { pointer: '#/body/evidence', code: 'required' },
      { pointer: '#/body/reviewOn', code: 'review_too_soon' },
    ])
    const { user } = await draw(ONE, answers)
    await user.click(await screen.findByRole('button', { name: 'Publish …' }))
    const list = await screen.findByRole('alert')
    expect(
      within(list)
        .getAllByRole('link')
        .map((a) => [a.textContent, a.getAttribute('href')]),
    ).toEqual([
      ['Say what you keep', '#f-title'],
      ['Write down at least one thing you know', '#f-evidence-0-statement'],
      ['Choose a later day: at least three months from now', '#f-reviewOn'],
    ])
    expect(published).toEqual([])
  })

  it('publishes after a plain warning, and learns when she will hear', async () => {
    const { answers, published } = keeper({ title: 'Thursday calls', page: 'x' })
    const { user } = await draw(ONE, answers)
    await user.click(await screen.findByRole('button', { name: 'Publish …' }))
    expect(await screen.findByText('From now on its words stay as they are')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Publish it' }))
    expect(await screen.findByText('It is out')).toBeVisible()
    expect(screen.getByText(/four weeks before 24 November 2027/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'See its public page' })).toHaveAttribute(
      'href',
      '/protected/thursday-calls',
    )
    expect(published).toEqual([{ secondsMore: expect.any(Number) }])
  })

  it('asks for eight answers, fewer than ten', async () => {
    const { answers } = keeper()
    await draw(ONE, answers)
    await screen.findByRole('textbox', { name: 'What do we keep?' })
    const optional = document.querySelectorAll('.hcw-optional').length
    const shown = [
      ...screen.getAllByRole('textbox').filter((one) => !one.closest('details')),
      ...screen.getAllByRole('combobox'),
    ]
    const days = 3
    const thePageItself = 1
    expect(shown.length - optional - days + 1 - thePageItself).toBe(8)
  })
})

describe('Ruth when it is out', () => {
  it('keeps it again until another day, with a reason everyone can read', async () => {
    const sent: unknown[] = []
    const { user } = await draw(ONE, {
      [`GET ${ONE}`]: { body: outJson() },
      [`POST ${ONE}/reviews`]: ({ body }) => {
        sent.push(body)
        return { status: 201, body: outJson({ nextReviewOn: '2028-05-01', version: 2 }) }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Publish this review' }))
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(sent).toEqual([])
    await user.click(screen.getByRole('radio', { name: 'Yes: keep it' }))
    await user.type(box(/Everyone can read this/), 'Nine of ten want it to go on.')
    await user.type(box(/Day/), '1')
    await user.type(box(/Month/), '5')
    await user.type(box(/Year/), '2028')
    await user.click(screen.getByRole('button', { name: 'Publish this review' }))
    expect(await screen.findByText('Your review is on the page')).toBeVisible()
    expect(sent).toEqual([
      { outcome: 'kept', said: 'Nine of ten want it to go on.', reviewOn: '2028-05-01' },
    ])
    expect(screen.getByText(/By 1 May 2028/)).toBeVisible()
  })

  it('ends it, and is asked for no day', async () => {
    const sent: unknown[] = []
    const { user } = await draw(ONE, {
      [`GET ${ONE}`]: { body: outJson() },
      [`POST ${ONE}/reviews`]: ({ body }) => {
        sent.push(body)
        return { status: 201, body: outJson({ state: 'ended', version: 2 }) }
      },
    })
    await user.click(await screen.findByRole('radio', { name: 'No: end it' }))
    expect(screen.queryByRole('textbox', { name: 'Day' })).toBeNull()
    await user.type(box(/Everyone can read this/), 'The last volunteer has moved away.')
    await user.click(screen.getByRole('button', { name: 'Publish this review' }))
    expect(await screen.findByText(/This has ended/)).toBeVisible()
    expect(sent).toMatchObject([{ outcome: 'ended', reviewOn: null }])
  })

  it('puts something right with a note', async () => {
    const { user } = await draw(ONE, {
      [`GET ${ONE}`]: { body: outJson() },
      [`POST ${ONE}/notes`]: { status: 201, body: outJson({ version: 2 }) },
    })
    await user.type(await screen.findByRole('textbox', { name: 'Your note' }), 'Fifty, not forty.')
    await user.click(screen.getByRole('button', { name: 'Add this note' }))
    expect(await screen.findByText('Your note is on the page')).toBeVisible()
    expect(box(/Your note/)).toHaveValue('')
  })

  it('hands it to Grace, reads that it is done, and has nothing left to do with it (PE5)', async () => {
    const sent: unknown[] = []
    const GRACE = ID.replace('900', '902')
    const { user } = await draw(ONE, {
      [`GET ${ONE}`]: { body: outJson() },
      'GET /desk/colleagues': { body: { items: [{ id: GRACE, name: 'Grace Osei' }] } },
      [`POST ${ONE}/hand-over`]: ({ body }) => {
        sent.push(body)
        return { body: { handedTo: 'Grace Osei' } }
      },
    })
    await user.click(await screen.findByText('Hand it over', { selector: 'summary *' }))
    await user.selectOptions(
      screen.getByLabelText('Who answers for it from now on?'),
      await screen.findByRole('option', { name: 'Grace Osei' }),
    )
    await user.click(screen.getByRole('button', { name: 'Hand it over' }))
    expect(await screen.findByText(/Grace Osei answers for this now/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Publish this review' })).toBeNull()
    expect(sent).toEqual([{ to: GRACE }])
  })

  it('finds her own on one list', async () => {
    const one = { id: ID, slug: null, savedAt: '2026-11-24T14:02:00.000Z', nextReviewOn: null }
    await draw('/desk/protections', {
      'GET /desk/protections': {
        body: {
          items: [
            { ...one, state: 'draft', title: '' },
            {
              ...one,
              id: ID.replace('900', '901'),
              state: 'published',
              title: 'Thursday calls',
              slug: 'thursday-calls',
              nextReviewOn: '2027-11-24',
            },
          ],
        },
      },
    })
    expect(await screen.findByRole('link', { name: 'A decision without words yet' })).toBeVisible()
    expect(screen.getByText('Look at it again by 24 November 2027.')).toBeVisible()
    expect(screen.getByRole('link', { name: /Write a decision/ })).toHaveAttribute(
      'href',
      '/desk/protections/new',
    )
  })
})

describe('anyone in town', () => {
  const here = { 'GET /places/here': { body: placeJson } }

  it('reads what is kept, why, on what evidence, and who to ask', async () => {
    await draw('/protected/thursday-calls', {
      ...here,
      'GET /protections/thursday-calls': {
        body: publicJson({
          notes: [{ id: ID, text: 'Fifty, not forty.', at: '2026-12-01T10:00:00.000Z' }],
          reviews: [
            {
              id: ID,
              outcome: 'kept',
              said: 'Nine of ten want it.',
              reviewOn: '2028-05-01',
              at: '2027-11-20T10:00:00.000Z',
            },
          ],
        }),
      },
    })
    expect(await screen.findByRole('heading', { level: 1, name: 'Thursday calls' })).toBeVisible()
    expect(screen.getByText(/Because they work/)).toBeVisible()
    expect(screen.getByText('£12,000')).toBeVisible()
    expect(screen.getByText('Our own experience')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Read the source on example.org' })).toHaveAttribute(
      'href',
      'https://example.org/report',
    )
    expect(screen.getByText('Fifty, not forty.')).toBeVisible()
    expect(screen.getByText('20 November 2027: Kept, until 1 May 2028')).toBeVisible()
    const aside = screen.getByRole('complementary', { name: 'Who answers for it' })
    expect(within(aside).getByText('Ruth')).toBeVisible()
    expect(screen.queryByText(/should have been looked at/)).toBeNull()
  })

  it('reads that a review is late, and in Dutch too', async () => {
    await draw(
      '/protected/thursday-calls',
      { ...here, 'GET /protections/thursday-calls': { body: publicJson({ overdue: true }) } },
      'nl',
    )
    expect(
      await screen.findByText('Hier had uiterlijk 24 november 2027 naar gekeken moeten zijn'),
    ).toBeVisible()
    expect(screen.getByText('We keep the calls.', { exact: false })).toHaveAttribute('lang', 'en')
  })

  it('learns plainly when there is no such decision', async () => {
    const body = { type: 'x', title: 'x', status: 404, code: 'protections.not_found' }
    await draw('/protected/nothing', { ...here, 'GET /protections/nothing': { status: 404, body } })
    expect(
      await screen.findByRole('heading', { name: 'We cannot find this decision' }),
    ).toBeVisible()
  })

  it('sees what is kept beside questions that found a team', async () => {
    const { page: _p, evidence: _e, decidedBy: _d, ...summary } = publicJson()
    const body = { items: [summary], kept: 1, teamed: 2, medianSeconds: 700 }
    await draw('/protected', { ...here, 'GET /protections': { body } })
    expect(await screen.findByText('1 thing that works')).toBeVisible()
    expect(screen.getByText('for 2 challenges')).toBeVisible()
    expect(screen.getByText('12 minutes or less')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Thursday calls' })).toHaveAttribute(
      'href',
      '/protected/thursday-calls',
    )
    expect(screen.getByText('The whole place', { exact: false })).toBeVisible()
  })
})
