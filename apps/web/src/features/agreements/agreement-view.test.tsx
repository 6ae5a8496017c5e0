import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { CARERS_ID, CHALLENGE_ID, PLACE_ID, placeJson } from '../../../test/town.ts'
import { AgreementView } from './agreement-view.tsx'
import { useAgreement } from './agreements.queries.ts'

const ID = CHALLENGE_ID
const party = (id: string, name: string, more: object = {}) => ({
  organisation: { id, name, incomeBand: 'micro' },
  ours: false,
  interests: `${name} wants rest.`,
  role: 'We open the hall.',
  hoursPerMonth: 4,
  pence: 50_000,
  advance: true,
  confirmed: true,
  ...more,
})
const agreement = (more: object = {}) => ({
  id: ID,
  state: 'drafting',
  title: 'Free evenings',
  purpose: 'Evenings somebody can plan on.',
  whoDoesWhat: '',
  decisions: '',
  dataAndStories: '',
  credit: '',
  ideas: '',
  ifWrong: '',
  howToLeave: 'A month before, by telling the others.',
  payDays: 14,
  currency: 'GBP',
  place: 'Northgate',
  version: 5,
  source: 'chosen',
  sourceId: null,
  parties: [
    party(CARERS_ID, 'Carers of Elmside', { ours: true, confirmed: false }),
    party(PLACE_ID, 'Lunch club'),
  ],
  missing: ['confirm'],
  liveSince: null,
  reviewDueAt: null,
  reviewDue: false,
  can: { write: true, confirm: true, review: false },
  ...more,
})

function Drawn() {
  const { data } = useAgreement(ID)
  return data ? <AgreementView agreement={data} /> : null
}
const draw = (body: object, answers = {}, language: 'en' | 'nl' = 'en') =>
  renderPage(<Drawn />, {
    words: ['agreements', 'problems'],
    language,
    answers: {
      'GET /places/here': { body: placeJson },
      [`GET /agreements/${ID}`]: { body },
      ...answers,
    },
  })

it('Amina reads one plain page, what each wants and gets, and confirms exactly what she reads', async () => {
  let seen: Headers | undefined
  const { user } = await draw(agreement(), {
    [`POST /agreements/${ID}/confirm`]: ({ headers }: { headers: Headers }) => {
      seen = headers
      return { body: agreement({ state: 'live' }) }
    },
  })
  const list = await screen.findByRole('list', { name: 'Each party' })
  expect(within(list).getByText('What we want of it: Lunch club wants rest.')).toBeVisible()
  expect(
    within(list).getAllByText('We open the hall. · 4 hours a month · £500, paid before we begin'),
  ).toHaveLength(2)
  expect(screen.getByText('Money is paid within 14 days.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'We confirm' }))
  expect(seen?.get('if-match')).toBe('"5"')
})

it('somebody reads what is missing before it can be confirmed, and is not offered the button', async () => {
  await draw(agreement({ missing: ['advance', 'confirm'] }))
  expect(
    await screen.findByText('Small organisations get their money before they begin.'),
  ).toBeVisible()
  expect(screen.queryByRole('button', { name: 'We confirm' })).toBeNull()
})

it('in Dutch, after three months: keep it, change it, or stop after being asked once more', async () => {
  const said: unknown[] = []
  const live = agreement({
    state: 'live',
    liveSince: '2026-08-20T10:00:00.000Z',
    reviewDueAt: '2026-11-20T10:00:00.000Z',
    reviewDue: true,
    can: { write: false, confirm: false, review: true },
  })
  const { user } = await draw(
    live,
    {
      [`POST /agreements/${ID}/review`]: ({ body }: { body: unknown }) => {
        said.push(body)
        return { body: live }
      },
    },
    'nl',
  )
  await user.click(await screen.findByRole('button', { name: 'Stop ermee' }))
  expect(said).toEqual([])
  expect(screen.getByText(/Voor iedereen stoppen/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Stop ermee' }))
  expect(said).toEqual([{ outcome: 'ended' }])
})
