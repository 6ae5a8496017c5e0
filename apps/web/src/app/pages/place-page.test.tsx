import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { PLACE_ID, placeJson } from '../../../test/town.ts'
import { PlacePage } from './place-page.tsx'

const uuid = (n: number) => `018f0000-0000-7000-8000-00000000095${n}`
const pageJson = (more: Record<string, unknown> = {}) => ({
  id: PLACE_ID,
  name: 'Northgate',
  kind: 'borough',
  state: 'active',
  introduction: 'Two towns, one river.',
  languages: ['en', 'nl'],
  areas: ['Northgate', 'Elmside'],
  contact: placeJson.contact,
  complaints: { name: 'Joan', phone: '020 7946 0199', email: null },
  pay: { hourlyPence: 2_500, source: 'Policy of the council', asOf: '2026-04-01' },
  publicBodies: [
    {
      id: uuid(1),
      name: 'Northgate Council',
      contactName: 'Ruth',
      phone: null,
      email: 'ruth@council.example',
    },
  ],
  pledges: [
    {
      id: uuid(2),
      framework: 'own',
      statement: 'We ring back.',
      owner: 'Ruth',
      reviewOn: '2027-04-01',
      due: false,
    },
    {
      id: uuid(3),
      framework: 'keep-it-local',
      statement: 'We ask here first.',
      owner: 'Ines',
      reviewOn: '2025-04-01',
      due: true,
    },
  ],
  ...more,
})
const nothing = { items: [], kept: 0, teamed: 0, medianSeconds: null }
const kept = {
  items: [
    {
      id: uuid(4),
      slug: 'thursday-calls',
      state: 'published',
      title: 'Thursday calls',
      themes: [],
      areas: [],
      organisation: 'Northgate Council',
      publishedAt: '2026-11-24T14:02:00.000Z',
      reviewOn: '2027-11-24',
      language: 'en',
    },
  ],
  kept: 1,
  teamed: 3,
  medianSeconds: null,
}
const draw = (place: object, more: Answers = {}, language: 'en' | 'nl' = 'en') =>
  renderPage(<PlacePage />, {
    language,
    words: ['places', 'protections'],
    answers: {
      'GET /places/here': { body: placeJson },
      'GET /places/here/page': { body: place },
      'GET /protections': { body: nothing },
      ...more,
    },
  })

describe('whoever asks what this place is (PL1)', () => {
  it('reads who asks, who helps, who hears complaints and what people are paid', async () => {
    await draw(pageJson())
    expect(await screen.findByRole('heading', { level: 1, name: 'About Northgate' })).toBeVisible()
    expect(screen.getByText('Northgate and Elmside')).toBeVisible()
    expect(screen.getByText('English and Dutch')).toBeVisible()
    expect(screen.getByText(/£25 an hour.*1 April 2026/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'ruth@council.example' })).toHaveAttribute(
      'href',
      'mailto:ruth@council.example',
    )
    expect(screen.getByRole('link', { name: '020 7946 0199' })).toHaveAttribute(
      'href',
      'tel:02079460199',
    )
    const helps = screen.getByRole('complementary', { name: 'Who helps' })
    expect(within(helps).getByText('Ines')).toBeVisible()
    expect(screen.queryByText('What came of it')).toBeNull()
  })

  it('reads what was promised, by whom, and which promise is late', async () => {
    await draw(pageJson())
    const line = async (statement: string) => (await screen.findByText(statement)).closest('li')
    expect(await line('We ring back.')).toHaveTextContent('Looked at again by 1 April 2027')
    expect(await line('We ask here first.')).toHaveTextContent(
      'Keep it LocalAnswers for it: InesShould have been looked at by 1 April 2025',
    )
  })

  it('sees a decision to keep something count as much as a question that found a team (J-03)', async () => {
    await draw(pageJson(), { 'GET /protections': { body: kept } })
    expect(await screen.findByText('1 thing that works')).toBeVisible()
    expect(screen.getByText('for 3 challenges')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Thursday calls' })).toHaveAttribute(
      'href',
      '/protected/thursday-calls',
    )
    expect(screen.getByRole('link', { name: 'See what we decided to keep' })).toHaveAttribute(
      'href',
      '/protected',
    )
  })

  it.each([
    ['draft', 'This place is still being set up'],
    ['paused', 'This place asks nothing new for now'],
    ['archived', 'This place has ended'],
  ])('is told plainly that a place is %s', async (state, sentence) => {
    await draw(pageJson({ state, complaints: null, pay: null, pledges: [], publicBodies: [] }))
    expect(await screen.findByText(sentence)).toBeVisible()
    expect(screen.getByText('No pay has been set yet.')).toBeVisible()
    expect(screen.queryByText('What we have promised')).toBeNull()
  })

  it('reads it in Dutch', async () => {
    await draw(pageJson(), {}, 'nl')
    expect(await screen.findByRole('heading', { level: 1, name: 'Over Northgate' })).toBeVisible()
    expect(screen.getByText('Engels en Nederlands')).toBeVisible()
  })
})
