import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { signedIn } from '../../../test/town.ts'
import { AppRoutes } from '../router.tsx'
import { GROUP, ITEM, MEMBER, NEED, plan, SESSION, session } from './sessions.fixture.ts'

const INSIDE = `/groups/${GROUP}/inside`
const READ = `GET ${INSIDE}/sessions/${SESSION}`
const PLAN = `GET /groups/${GROUP}/sessions/${SESSION}/plan`
const AT = `/groups/${GROUP}/sessions/${SESSION}`
const WORDS = ['sessions', 'codesign', 'codesign+group']

const draw = (answers: Answers, at = AT, more: { hadSession?: boolean; language?: 'nl' } = {}) =>
  renderPage(<AppRoutes />, {
    at,
    words: WORDS,
    answers: { ...signedIn(), [`${READ}/decision`]: { body: { decision: null } }, ...answers },
    ...more,
  })
const refused = (code: string, status = 409) => ({
  status,
  body: { type: 'about:blank', title: code, status, code },
})

describe('Yusuf, who runs the group', () => {
  const runs = { runs: true, me: null }
  const open = (answers: Answers) =>
    draw({ [READ]: { body: session(runs) }, [PLAN]: { body: plan() }, ...answers }, `${AT}/plan`, {
      hadSession: true,
    })

  it('reads that a need is open, and why the session cannot be confirmed', async () => {
    const { user } = await open({
      [`POST /groups/${GROUP}/sessions/${SESSION}/step`]: refused('sessions.needs_open'),
    })
    expect(await screen.findByText(/1 need is not sorted yet/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Confirm the session' }))
    expect(
      await screen.findByText(/Somebody in the group needs something that is not sorted yet/),
    ).toBeVisible()
  })

  it('reads of each person whether they come, and of a session that is over only what they had said', async () => {
    const { unmount } = await open({})
    const said = await screen.findByLabelText('What Mr Okafor said')
    expect(
      within(said)
        .getAllByRole('option')
        .map((one) => one.textContent),
    ).toEqual(['has not said', 'Comes', 'May come', 'Does not come'])
    unmount()
    await open({ [READ]: { body: session({ ...runs, state: 'held' }) } })
    expect(await screen.findByText('Who said they would come')).toBeInTheDocument()
    expect(screen.queryByLabelText('What Mr Okafor said')).toBeNull()
  })

  it('opens one need by its own button, and says what is arranged', async () => {
    const sent: unknown[] = []
    const { user } = await open({
      [`POST /groups/${GROUP}/sessions/${SESSION}/needs/${NEED}/read`]: {
        body: { kind: null, words: 'Captions', arranged: '', saidAt: new Date().toISOString() },
      },
      [`POST /groups/${GROUP}/sessions/${SESSION}/needs/${NEED}`]: ({ body }) => {
        sent.push(body)
        return { body: plan() }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Open what Mr Okafor needs' }))
    expect(await screen.findByText('They say: Captions')).toBeVisible()
    await user.type(screen.getByLabelText(/What is arranged/), 'A large screen')
    await user.click(screen.getByRole('button', { name: 'It is arranged' }))
    await waitFor(() => expect(sent).toEqual([{ state: 'arranged', words: 'A large screen' }]))
  })

  it('ticks off whom he has rung, and prints a sheet with first names', async () => {
    const sent: unknown[] = []
    const { user } = await open({
      [`POST /groups/${GROUP}/sessions/${SESSION}/rung`]: ({ body }) => {
        sent.push(body)
        return { body: plan() }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'I have rung Mr Okafor' }))
    await waitFor(() => expect(sent).toEqual([{ memberId: MEMBER, about: 'changed' }]))
    expect(screen.getByRole('link', { name: 'Sign-in sheet to print' })).toHaveAttribute(
      'href',
      `${AT}/sheet`,
    )
  })

  it('types in how it felt to somebody who left a strip of the sheet, and is told what is missing first', async () => {
    const sent: unknown[] = []
    const felt = { ...session().felt, open: true }
    const { user } = await open({
      [READ]: { body: session({ ...runs, felt }) },
      [`POST /groups/${GROUP}/sessions/${SESSION}/people/${MEMBER}/felt`]: ({ body }) => {
        sent.push(body)
        return { status: 201, body: { typed: true } }
      },
    })
    await user.click(await screen.findByText('Type in how it felt'))
    await user.selectOptions(screen.getByLabelText('Who said it?'), MEMBER)
    await user.click(screen.getByRole('button', { name: 'Keep it' }))
    expect(screen.getByText('Choose a name, and one number in each line.')).toBeVisible()
    const [heard, changed] = screen.getAllByRole('radio', { name: /very much/ })
    if (!heard || !changed) throw new Error('two lines of five')
    await user.click(heard)
    await user.click(changed)
    await user.click(screen.getByRole('button', { name: 'Keep it' }))
    expect(await screen.findByText('It is kept, for Mr Okafor.')).toBeVisible()
    expect(sent).toEqual([{ heard: 5, changed: 5 }])
  })

  it('calls a session off, with a reason people read', async () => {
    const sent: unknown[] = []
    const { user } = await open({
      [`POST /groups/${GROUP}/sessions/${SESSION}/cancel`]: ({ body }) => {
        sent.push(body)
        return { body: session({ ...runs, state: 'cancelled' }) }
      },
    })
    await user.click(await screen.findByText('Call the session off'))
    await user.type(screen.getByLabelText('Why? People read this.'), 'Flood')
    await user.click(screen.getByRole('button', { name: 'Call it off' }))
    await waitFor(() => expect(sent).toEqual([{ why: 'Flood' }]))
  })

  it('is told that the residents’ first third stays in front', async () => {
    const items = [
      ...session().agenda.items,
      { ...session().agenda.items[0], id: NEED, bloc: null },
    ]
    const agenda = { ...session().agenda, items, missing: 5 }
    const { user } = await open({
      [READ]: { body: session({ ...runs, agenda }) },
      [`POST /groups/${GROUP}/sessions/${SESSION}/agenda/order`]: ({ body }) => {
        expect(body).toEqual({ itemIds: [NEED, ITEM] })
        return refused('sessions.first_third')
      },
    })
    expect(await screen.findByText(/5 minutes of the first third are not/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Move up: Sundays' }))
    expect(
      await screen.findByText(/The first third of the agenda belongs to the residents/),
    ).toBeVisible()
  })
})
