import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { PLACE_ID, placeJson } from '../../../test/town.ts'
import {
  box,
  draftJson,
  draw,
  ID,
  keeper,
  ONE,
  page,
  publicJson,
  saved,
} from './protections.fixture.tsx'

/** Autosave waits a second and a half, and typing is slow where the processor is shared. */
vi.setConfig({ testTimeout: 40_000 })
beforeEach(() => localStorage.clear())

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
