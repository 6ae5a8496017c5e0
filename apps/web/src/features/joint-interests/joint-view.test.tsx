import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { CARERS_ID, PLACE_ID, placeJson } from '../../../test/town.ts'
import { JOINT, joint, member } from './joint.fixture.ts'
import { useJoint } from './joint.queries.ts'
import { JointView } from './joint-view.tsx'

function Drawn() {
  const { data } = useJoint(JOINT)
  return data ? <JointView joint={data} onLeft={() => undefined} /> : null
}
const draw = (now: object, answers = {}) =>
  renderPage(<Drawn />, {
    words: ['joint-interests', 'organisations', 'problems'],
    answers: {
      'GET /places/here': { body: placeJson },
      [`GET /joint-interests/${JOINT}`]: { body: now },
      ...answers,
    },
  })

it('Amina reads who is in it, what each does, who has agreed, and agrees to exactly what she reads (J-12)', async () => {
  let seen: Headers | undefined
  const { user } = await draw(joint(), {
    [`POST /joint-interests/${JOINT}/agree`]: ({ headers }: { headers: Headers }) => {
      seen = headers
      return { body: joint() }
    },
  })
  const list = await screen.findByRole('list', { name: 'Who is in it' })
  expect(within(list).getByText(/has agreed/)).toBeVisible()
  expect(within(list).getAllByText('Nights · 6 hours a month · £1,000')).toHaveLength(2)
  expect(screen.getByText('Agree: Carers of Elmside.')).toBeVisible()
  expect(screen.getByText('Read what stands below, and agree at the end.')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Send our answer' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'We agree' }))
  expect(seen?.get('if-match')).toBe('"7"')
})

it('whoever is asked says yes or no before reading anybody’s part', async () => {
  let said: unknown
  const { user } = await draw(
    joint({
      mine: { organisationId: CARERS_ID, state: 'invited', convenor: false, why: 'You know us.' },
      members: [member(PLACE_ID, 'Lunch club', { convenor: true, share: null, agreed: false })],
      missing: [],
      can: { ...joint().can, answer: true, write: false, agree: false, leave: false },
    }),
    {
      [`POST /joint-interests/${JOINT}/answer`]: ({ body }: { body: unknown }) => {
        said = body
        return { body: { joined: true } }
      },
    },
  )
  expect(await screen.findByText('You know us.')).toBeVisible()
  expect(screen.getByText('has said yes')).toBeVisible()
  expect(screen.queryByText(/agreed/)).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Yes, we join' }))
  expect(said).toEqual({ organisationId: CARERS_ID, yes: true })
})

it('lending only a name takes one’s own tick and sentence, and the convenor has no such tick (FR-13)', async () => {
  const first = await draw(joint())
  await first.user.click(await screen.findByRole('button', { name: 'Change our part' }))
  const tick = screen.getByRole('checkbox', { name: /lend our name/ })
  expect(tick).not.toBeChecked()
  await first.user.click(tick)
  expect(screen.getByRole('textbox', { name: 'Say why, in your own words' })).toBeVisible()
  first.unmount()
  const { user } = await draw(
    joint({ mine: { organisationId: CARERS_ID, state: 'joined', convenor: true, why: '' } }),
  )
  await user.click(await screen.findByRole('button', { name: 'Change our part' }))
  expect(screen.queryByRole('checkbox', { name: /lend our name/ })).toBeNull()
})

it('in Dutch: leaving asks once more and says what the others hear', async () => {
  const { user } = await renderPage(<Drawn />, {
    words: ['joint-interests', 'organisations', 'problems'],
    language: 'nl',
    answers: {
      'GET /places/here': { body: placeJson },
      [`GET /joint-interests/${JOINT}`]: { body: joint() },
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Stap eruit' }))
  expect(screen.getByText(/De anderen horen dat je eruit bent, niet waarom/)).toBeVisible()
})
