import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CARERS_ID, PLACE_ID, placeJson } from '../../../test/town.ts'
import { JOINT, joint, member, share } from './joint.fixture.ts'
import { useJoint } from './joint.queries.ts'
import { JointView } from './joint-view.tsx'

function Drawn() {
  const { data } = useJoint(JOINT)
  return data ? <JointView joint={data} onLeft={() => undefined} /> : null
}
const draw = (answers: Answers) =>
  renderPage(<Drawn />, {
    words: ['joint-interests', 'organisations', 'problems'],
    answers: { 'GET /places/here': { body: placeJson }, ...answers },
  })
const READ = `GET /joint-interests/${JOINT}`
const stale = { status: 412, body: { type: 'x', title: 'x', status: 412, code: 'request.stale' } }
const withPart = (part: string, termsVersion: number) =>
  joint({
    termsVersion,
    members: [
      member(CARERS_ID, 'Carers', { ours: true, agreed: false, share: { ...share, part } }),
      member(PLACE_ID, 'Lunch club', { convenor: true }),
    ],
  })

it('a colleague saved first: what Amina typed stays, theirs stands beside it, and she chooses', async () => {
  let now = withPart('We sit with people.', 7)
  const saved: [string | null, unknown][] = []
  const { user } = await draw({
    [READ]: () => ({ body: now }),
    [`PUT /joint-interests/${JOINT}/part`]: ({ headers, body }) => {
      saved.push([headers.get('if-match'), (body as { part: string }).part])
      if (saved.length === 1) now = withPart('A colleague wrote this.', 8)
      return saved.length === 1 ? stale : { body: now }
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Change our part' }))
  const part = screen.getByRole('textbox', { name: /What do you do in it/ })
  await user.clear(part)
  await user.type(part, 'Amina wrote this.')
  await user.click(screen.getByRole('button', { name: 'Save our part' }))
  const theirs = await screen.findByRole('region', { name: 'Please note' })
  expect(within(theirs).getByText('A colleague wrote this.')).toBeVisible()
  expect(part).toHaveValue('Amina wrote this.')
  expect(screen.getByText(/Look at their version before you save yours/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Keep mine' }))
  expect(screen.queryByText('Somebody else saved this meanwhile')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Save our part' }))
  await waitFor(() =>
    expect(saved).toEqual([
      ['"7"', 'Amina wrote this.'],
      ['"8"', 'Amina wrote this.'],
    ]),
  )
})

it('the lunch club changed its own part meanwhile: hers is saved without asking her anything', async () => {
  let version = 7
  const saved: (string | null)[] = []
  const { user } = await draw({
    [READ]: () => ({ body: withPart('We sit with people.', version) }),
    [`PUT /joint-interests/${JOINT}/part`]: ({ headers }) => {
      saved.push(headers.get('if-match'))
      version = 8
      return saved.length === 1 ? stale : { body: withPart('We sit.', 9) }
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Change our part' }))
  await user.type(screen.getByRole('textbox', { name: /What do you do in it/ }), ' On Tuesdays.')
  await user.click(screen.getByRole('button', { name: 'Save our part' }))
  expect(await screen.findByText(/^Saved\./)).toBeVisible()
  expect(saved).toEqual(['"7"', '"8"'])
})

it('what is missing is said above the form and beside the field, nothing is sent, and a dead battery loses no word', async () => {
  const unwritten = joint({
    members: [
      member(CARERS_ID, 'Carers', {
        ours: true,
        share: { ...share, part: '', role: '', pence: 0 },
      }),
    ],
  })
  const first = await draw({ [READ]: { body: unwritten } })
  await first.user.type(
    await screen.findByRole('textbox', { name: /What do you do in it/ }),
    'We sit with people at night.',
  )
  await first.user.click(screen.getByRole('button', { name: 'Save our part' }))
  for (const sentence of [
    'Say your role in a few words',
    'Say how many hours a month. 0 is an answer too.',
    'Say your share of the money. 0 is an answer too.',
  ])
    expect(screen.getByRole('link', { name: sentence })).toBeVisible()
  first.unmount()
  const { user } = await draw({ [READ]: { body: unwritten } })
  const part = await screen.findByRole('textbox', { name: /What do you do in it/ })
  expect(part).toHaveValue('We sit with people at night.')
  expect(screen.getByText(/You typed this on/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Throw it away' }))
  expect(part).toHaveValue('')
})
