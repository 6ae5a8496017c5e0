import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { interestJson, placeJson } from '../../../test/town.ts'
import { MyInterests } from './my-interests.tsx'

const draw = (items: object[]) =>
  renderPage(
    <MyInterests
      belongs
      linkTo={(slug) => `/challenges/${slug}/interest`}
      emptyAction={<a href="/challenges">See the open challenges</a>}
      doors={<p>Ring Ines</p>}
    />,
    {
      words: ['interests'],
      answers: {
        'GET /places/here': { body: placeJson },
        'GET /interests': { body: { items } },
      },
    },
  )

it('a group reads until when it can change, and by when it hears', async () => {
  await draw([interestJson(0)])
  expect(await screen.findByRole('link', { name: /a break from caring/ })).toHaveAttribute(
    'href',
    '/challenges/a-break-you-can-plan-on/interest',
  )
  expect(
    screen.getByText(
      /until Wednesday 4 March 2099 at 5pm. You will hear by Wednesday 1 April 2099/,
    ),
  ).toBeVisible()
})

it('a not this time has its reason and a door; being in has no door', async () => {
  const decision = (outcome: string, reason: string) => ({
    state: outcome,
    can: { change: false, withdraw: false },
    decision: { outcome, reason, decidedAt: '2026-11-20T10:00:00.000Z' },
  })
  await draw([
    interestJson(0, decision('chosen', 'You know everyone in Elmside.')),
    interestJson(1, decision('not-this-time', 'Thin on when you could start.')),
  ])
  expect(await screen.findByText('Thin on when you could start.')).toBeVisible()
  expect(screen.getByText('You know everyone in Elmside.')).toBeVisible()
  expect(screen.getAllByText('Ring Ines')).toHaveLength(1)
})

it('who has not answered yet sees where to begin', async () => {
  await draw([])
  expect(await screen.findByRole('link', { name: 'See the open challenges' })).toBeVisible()
})
