import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { meJson, PLACE_ID, placeJson, signedIn } from '../../../test/town.ts'
import { further } from '../further-paths.ts'
import { AppRoutes } from '../router.tsx'
import { problem } from './groups.fixture.ts'

const START = [
  { part: 'theme', weight: 25 },
  { part: 'reach', weight: 25 },
  { part: 'livedExperience', weight: 15 },
  { part: 'complement', weight: 20 },
  { part: 'time', weight: 10 },
  { part: 'sphere', weight: 5 },
]
const LIVED = START.map((one) =>
  one.part === 'livedExperience' || one.part === 'complement'
    ? { ...one, weight: one.weight + (one.part === 'complement' ? -10 : 10) }
    : one,
)
const REASON = 'Our residents said: who lives with it should count for more.'
const untouched = { weights: START, version: 0, since: null, history: [] }
const changed = {
  weights: LIVED,
  version: 1,
  since: '2026-11-20T09:00:00.000Z',
  history: [{ weights: LIVED, since: '2026-11-20T09:00:00.000Z', reason: REASON }],
}
const ITS = `/places/${PLACE_ID}/match-weights`
const steward = meJson({ roles: [{ placeId: PLACE_ID, role: 'steward' }], organisations: [] })
const boxOf = (name: string) => screen.getByRole('textbox', { name })

describe('how matching works here, for whoever wants to know (§2.6)', () => {
  const read = (found: object, language: 'en' | 'nl' = 'en') =>
    renderPage(<AppRoutes />, {
      at: further.matchingHere(),
      language,
      answers: { 'GET /places/here': { body: placeJson }, [`GET ${ITS}`]: { body: found } },
    })

  it('says what each part looks at and how much it counts, how far it may move and what never counts', async () => {
    await read(untouched)
    const row = await screen.findByRole('row', { name: /Lived experience/ })
    expect(within(row).getByText('15')).toBeVisible()
    expect(within(row).getByText(/led by people who live with it/)).toBeVisible()
    expect(screen.getByText(/Every place starts with these numbers/)).toBeVisible()
    expect(screen.getByText('Time: 5 to 15')).toBeInTheDocument()
    expect(screen.getByText(/Anybody can do it again/)).toBeInTheDocument()
    expect(screen.getByText(/Income, staff, past contracts/)).toBeVisible()
    expect(screen.queryByText('What was changed, and why')).toBeNull()
    expect(screen.queryByRole('link', { name: 'Change what counts for how much' })).toBeNull()
  })

  it('says since when, and every change with its reason', async () => {
    await read(changed)
    expect(await screen.findByText(/counts since .*20 November 2026/)).toBeVisible()
    expect(screen.getByRole('heading', { name: 'What was changed, and why' })).toBeVisible()
    expect(screen.getByText(REASON)).toBeVisible()
    expect(screen.getByText(/Lived experience 25 · What they would add 10/)).toBeVisible()
  })

  it('and in Dutch', async () => {
    await read(changed, 'nl')
    expect(await screen.findByRole('heading', { name: 'Hoe zoeken hier werkt' })).toBeVisible()
    expect(await screen.findByText('Tijd: 5 tot 15')).toBeInTheDocument()
  })
})

describe('Joan, a steward, moves what counts', () => {
  const open = (answers: Answers, me = steward) =>
    renderPage(<AppRoutes />, {
      at: further.setWeights(),
      hadSession: true,
      answers: { ...signedIn(me), ...answers },
    })

  it('sees the sum while she types, and sends six numbers, her reason and what she saw', async () => {
    const sent: unknown[] = []
    let stands: object = untouched
    const { user } = await open({
      [`GET ${ITS}`]: () => ({ body: stands }),
      [`POST ${ITS}`]: ({ body, headers }) => {
        sent.push([body, headers.get('if-match')])
        stands = changed
        return { status: 201, body: changed }
      },
    })
    expect(await screen.findByText('Together: 100.')).toBeVisible()
    await user.clear(boxOf('Lived experience'))
    await user.type(boxOf('Lived experience'), '25')
    expect(screen.getByText('Together: 110. That is 10 too much.')).toBeVisible()
    await user.clear(boxOf('What they would add'))
    await user.type(boxOf('What they would add'), '10')
    expect(screen.getByText('Together: 100.')).toBeVisible()
    await user.type(boxOf('Why do you change it?'), REASON)
    await user.click(screen.getByRole('button', { name: 'Change it from now on' }))
    expect(await screen.findByText(/Changed\. It counts for every question/)).toBeVisible()
    const weights = Object.fromEntries(LIVED.map(({ part, weight }) => [part, weight]))
    expect(sent).toEqual([[{ weights, reason: REASON }, '"0"']])
    expect(boxOf('Lived experience')).toHaveValue('25')
    expect(boxOf('Why do you change it?')).toHaveValue('')
  })

  it('is told what is wrong, with a way to each box', async () => {
    const { user } = await open({ [`GET ${ITS}`]: { body: untouched } })
    await user.clear(await screen.findByRole('textbox', { name: 'Time' }))
    await user.type(boxOf('Time'), '30')
    await user.clear(boxOf('Another sector'))
    await user.click(screen.getByRole('button', { name: 'Change it from now on' }))
    const summary = await screen.findByRole('alert')
    for (const said of [
      'Time counts for at most 15',
      'Write a number for another sector',
      'Say in a sentence why you change it',
    ])
      expect(within(summary).getByRole('link', { name: said })).toBeVisible()
    await user.click(within(summary).getByRole('link', { name: 'Time counts for at most 15' }))
    expect(boxOf('Time')).toHaveFocus()
  })

  it('whose numbers do not come to 100 is led to the first of them', async () => {
    const { user } = await open({ [`GET ${ITS}`]: { body: untouched } })
    await user.clear(await screen.findByRole('textbox', { name: 'Time' }))
    await user.type(boxOf('Time'), '9')
    await user.type(boxOf('Why do you change it?'), REASON)
    await user.click(screen.getByRole('button', { name: 'Change it from now on' }))
    const link = await screen.findByRole('link', { name: 'Make the six numbers come to 100' })
    await user.click(link)
    expect(boxOf('What they are about')).toHaveFocus()
  })

  it('keeps what she typed when those numbers stand already', async () => {
    const { user } = await open({
      [`GET ${ITS}`]: { body: untouched },
      [`POST ${ITS}`]: problem(409, 'matching.same_weights'),
    })
    await user.type(await screen.findByRole('textbox', { name: 'Why do you change it?' }), REASON)
    await user.click(screen.getByRole('button', { name: 'Change it from now on' }))
    expect(await screen.findByText(/weights that stand already/)).toBeVisible()
    expect(boxOf('Why do you change it?')).toHaveValue(REASON)
  })

  it('loses no word when another steward pressed first, and sees theirs beside her own', async () => {
    let stands: object = untouched
    const seen: (string | null)[] = []
    const { user } = await open({
      [`GET ${ITS}`]: () => ({ body: stands }),
      [`POST ${ITS}`]: ({ headers }) => {
        seen.push(headers.get('if-match'))
        if (seen.length > 1) return { status: 201, body: { ...changed, version: 2 } }
        stands = changed
        return problem(412, 'request.stale')
      },
    })
    const mine = 'We find too few who know the subject.'
    await user.type(await screen.findByRole('textbox', { name: 'Why do you change it?' }), mine)
    await user.click(screen.getByRole('button', { name: 'Change it from now on' }))
    expect(await screen.findByText(/Another steward changed the numbers/)).toBeVisible()
    expect(screen.getByText(/They are now: .*Lived experience 25/)).toBeVisible()
    expect(boxOf('Why do you change it?')).toHaveValue(mine)
    expect(boxOf('Lived experience')).toHaveValue('15')
    await user.click(screen.getByRole('button', { name: 'Change it from now on' }))
    expect(await screen.findByText(/Changed\. It counts for every question/)).toBeVisible()
    expect(seen).toEqual(['"0"', '"1"'])
  })

  it('a broker has no such page', async () => {
    await open({}, meJson({ roles: [{ placeId: PLACE_ID, role: 'broker' }], organisations: [] }))
    expect(screen.queryByRole('textbox', { name: 'Time' })).toBeNull()
  })
})
