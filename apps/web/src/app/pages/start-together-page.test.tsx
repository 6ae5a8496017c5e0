import { screen } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { beforeEach, expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { CARERS_ID, CHALLENGE_ID, challengeJson, placeJson } from '../../../test/town.ts'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { phone, TIMES, why } from './express-interest.fixture.tsx'
import { ExpressInterestPage } from './express-interest-page.tsx'
import { StartTogetherPage } from './start-together-page.tsx'

beforeEach(() => localStorage.clear())

const LUNCH = '018f0000-0000-7000-8000-000000000901'
const open = (answers: object = {}) =>
  renderPage(
    <Routes>
      <Route path={paths.interest.path} element={<ExpressInterestPage />} />
      <Route path={further.startTogether.path} element={<StartTogetherPage />} />
    </Routes>,
    {
      at: paths.interest({ slug: challengeJson.slug }),
      words: ['interests', 'times', 'organisations', 'joint-interests'],
      hadSession: true,
      answers: {
        [`GET /challenges/${challengeJson.slug}`]: { body: challengeJson },
        'GET /places/here': { body: placeJson },
        'GET /joint-interests': { body: { items: [] } },
        [`GET /challenges/${CHALLENGE_ID}/partners`]: {
          body: { items: [{ id: LUNCH, name: 'Lunch club', sector: 'community' }] },
        },
        [TIMES]: { body: { place: null, challenge: null } },
        ...phone().answers,
        ...answers,
      },
    },
  )

it('from question five Amina goes on to answering as one: her words come along, and stay where they were (EI3)', async () => {
  const { user } = await open()
  await user.click(await why())
  await user.paste('No Saturday off.')
  await user.click(screen.getByRole('radio', { name: 'Together with others we know' }))
  await user.click(screen.getByRole('textbox', { name: /Who are they/ }))
  await user.paste('Lunch')
  const [, asOne] = screen.getAllByRole('link', { name: 'Begin an answer together' })
  if (!asOne) throw new Error('question five has no way to answering as one')
  await user.click(asOne)
  const purpose = await screen.findByRole('textbox', { name: /What would you do together/ })
  expect(purpose).toHaveValue('No Saturday off.')
  expect(screen.getByRole('textbox', { name: /Who with/ })).toHaveValue('Lunch')
  await user.click(screen.getByRole('link', { name: 'Or answer alone' }))
  expect(await why()).toHaveValue('No Saturday off.')
})

it('a reason that is missing is said above the form; what is typed is there again after a dead battery', async () => {
  const asked: unknown[] = []
  const start = {
    [`POST /challenges/${CHALLENGE_ID}/joint-interests`]: ({ body }: { body: unknown }) => {
      asked.push(body)
      return {
        status: 409,
        body: { type: 'x', title: 'x', status: 409, code: 'joint-interests.paused' },
      }
    },
  }
  const first = await open(start)
  const go = async ({ user }: Awaited<ReturnType<typeof open>>) => {
    await user.click(await screen.findByRole('radio', { name: 'Together with others we know' }))
    const [, asOne] = screen.getAllByRole('link', { name: 'Begin an answer together' })
    if (asOne) await user.click(asOne)
    await screen.findByRole('textbox', { name: /What would you do together/ })
  }
  await go(first)
  await first.user.type(screen.getByRole('textbox', { name: /Who with/ }), 'lunch{Enter}')
  await first.user.click(await screen.findByRole('button', { name: 'Add Lunch club' }))
  await first.user.click(screen.getByRole('button', { name: 'Ask them' }))
  expect(
    screen.getByRole('link', { name: 'Say in a sentence why you ask Lunch club.' }),
  ).toBeVisible()
  expect(asked).toEqual([])
  await first.user.type(
    screen.getByRole('textbox', { name: 'Why Lunch club?' }),
    'You cook for us.',
  )
  await first.user.click(screen.getByRole('button', { name: 'Ask them' }))
  expect(await screen.findByText(/takes a pause/)).toBeVisible()
  expect(asked).toMatchObject([
    { organisationId: CARERS_ID, invited: [{ organisationId: LUNCH, why: 'You cook for us.' }] },
  ])
  first.unmount()
  await go(await open(start))
  expect(screen.getByRole('textbox', { name: 'Why Lunch club?' })).toHaveValue('You cook for us.')
})
