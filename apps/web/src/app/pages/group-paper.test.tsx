import { cleanup, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'
import { anyone, GROUP, group, problem } from './groups.fixture.ts'

const params = { groupId: GROUP }

describe('what a group hands out on paper (PE3, CD2)', () => {
  it('the poster carries the question, a code for the camera, words to type and strips', async () => {
    await renderPage(<AppRoutes />, { answers: anyone, at: further.poster(params) })
    expect(
      await screen.findByRole('heading', { level: 1, name: 'How can we keep halls open?' }),
    ).toBeVisible()
    expect(await screen.findByRole('img', { name: 'Code for your phone’s camera' })).toBeVisible()
    expect(screen.getAllByText(/\/join\/maple-otter$/).length).toBeGreaterThan(1)
    expect(screen.getByText(/never ask about benefits, immigration or your health/)).toBeVisible()
  })
  it('the letter and the page say what is lived once the group was overridden twice (§4.2, honest limit)', async () => {
    const overridden = {
      ...group,
      rung: 'co-production',
      lived: { rung: 'engagement', overrides: 2 },
    }
    const answers = { ...anyone, [`GET /groups/${GROUP}`]: { body: overridden } }
    await renderPage(<AppRoutes />, { answers, at: further.inviteLetter(params) })
    expect(await screen.findByText(/overridden 2 times/)).toHaveTextContent(/Others decide\.$/)
    expect(screen.queryByText(/You design it and do it together/)).toBeNull()
    cleanup()
    await renderPage(<AppRoutes />, { answers, at: paths.group(params) })
    expect(await screen.findByText(/overridden 2 times/)).toBeVisible()
    expect(screen.getByText(/You say what matters/)).toBeVisible()
    expect(screen.queryByText(/together, from start to end/)).toBeNull()
  })
  it('the form asks the same as the screen, and nothing more', async () => {
    await renderPage(<AppRoutes />, { answers: anyone, at: further.joinForm(params) })
    expect(await screen.findByText(/By text$/)).toBeVisible()
    expect(screen.queryByText(/benefit(?!s, immigration)/i)).toBeNull()
  })
  it('easy read has one idea a line, and no sentence of ours longer than fifteen words', async () => {
    await renderPage(<AppRoutes />, { answers: anyone, at: further.easyRead(params) })
    await screen.findByText('We are a group of people from here.')
    const list = within(screen.getByRole('main')).getByRole('list')
    const ours = within(list)
      .getAllByRole('listitem')
      .map((li) => li.querySelector('p')?.firstChild?.textContent ?? '')
    expect(ours.length).toBeGreaterThan(6)
    for (const line of ours.filter((words) => !words.startsWith('We meet')))
      for (const sentence of line.split('. '))
        expect(sentence.split(' ').length).toBeLessThanOrEqual(15)
  })
})

describe('the words of a poster', () => {
  it('lead straight to the form to join', async () => {
    await renderPage(<AppRoutes />, {
      answers: { ...anyone, 'GET /join/maple-otter': { body: { groupId: GROUP } } },
      at: further.joinWith({ code: 'maple-otter' }),
    })
    expect(await screen.findByRole('heading', { level: 1, name: /Join Evenings/ })).toBeVisible()
    // What will happen, how long, what one gets, what is never asked: before the first question (J-17).
    const before = screen.getByText('What will happen').closest('dl') as HTMLElement
    expect(before).toHaveTextContent(/within three working days/)
    expect(before).toHaveTextContent(/Tuesday 30 March 2027.*2 hours.*Elmside Hall/)
    expect(before).toHaveTextContent(/£25 an hour/)
    expect(before).toHaveTextContent(/We never ask about/)
    expect(
      before.compareDocumentPosition(screen.getByLabelText(/Your first name/)) &
        Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy()
  })
  it('typed wrong, say so and leave the box to try again', async () => {
    const { user } = await renderPage(<AppRoutes />, {
      answers: { ...anyone, 'GET /join/mapel': problem(404, 'codesign.code_unknown') },
      at: further.join(),
    })
    await user.type(await screen.findByLabelText('The words'), 'mapel')
    await user.click(screen.getByRole('button', { name: 'Go on' }))
    expect(await screen.findByText(/No group is joined by these words/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Look through all groups to join' })).toHaveAttribute(
      'href',
      paths.groups(),
    )
  })
})
