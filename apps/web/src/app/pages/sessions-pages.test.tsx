import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { signedIn } from '../../../test/town.ts'
import { AppRoutes } from '../router.tsx'
import { GROUP, MEMBER, NEED, SESSION, session } from './sessions.fixture.ts'

const INSIDE = `/groups/${GROUP}/inside`
const READ = `GET ${INSIDE}/sessions/${SESSION}`
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

describe('Mr Okafor on his telephone, without an account', () => {
  it('says in one tap that he comes, and that he brings somebody', async () => {
    const sent: unknown[] = []
    let now = session()
    const { user } = await draw({
      [READ]: () => ({ body: now }),
      [`POST ${INSIDE}/sessions/${SESSION}/reply`]: ({ body }) => {
        sent.push(body)
        now = session({ me: { ...session().me, reply: 'yes' } })
        return { body: now }
      },
    })
    expect(await screen.findByText('2 seats left.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Yes' }))
    expect(await screen.findByText('You come. Good.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Yes' })).toHaveAttribute('aria-pressed', 'true')
    await user.click(screen.getByRole('checkbox', { name: 'I bring somebody' }))
    await waitFor(() =>
      expect(sent).toEqual([
        { answer: 'yes', brings: false },
        { answer: 'yes', brings: true },
      ]),
    )
  })

  it('reads his place in the queue, and a refusal where he pressed', async () => {
    const me = { ...session().me, reply: 'waiting', place: 2 }
    const { user } = await draw({
      [READ]: { body: session({ me }) },
      [`POST ${INSIDE}/sessions/${SESSION}/reply`]: refused('sessions.over'),
    })
    expect(await screen.findByText(/You are number 2 in the queue/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'No' }))
    expect(await screen.findByText(/This session is over, or it was called off/)).toBeVisible()
  })

  it('asks to see what is arranged for him, and says that it fits', async () => {
    const sent: unknown[] = []
    const { user } = await draw({
      [READ]: { body: session() },
      [`POST ${INSIDE}/needs/read`]: {
        body: {
          items: [{ id: NEED, kind: 'hearing', words: 'Captions', arranged: 'On a large screen' }],
        },
      },
      [`POST ${INSIDE}/sessions/${SESSION}/needs/${NEED}/answer`]: ({ body }) => {
        sent.push(body)
        return { body: { state: 'confirmed' } }
      },
    })
    expect(await screen.findByText('Arranged: does it fit?')).toBeVisible()
    expect(screen.queryByText('Captions')).toBeNull()
    await user.click(screen.getByRole('button', { name: /Show what I said/ }))
    expect(await screen.findByText('We say: On a large screen')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Yes, that fits' }))
    await waitFor(() => expect(sent).toEqual([{ fits: true }]))
  })

  it('puts something on the agenda, with how long and what for', async () => {
    const sent: unknown[] = []
    const { user } = await draw({
      [READ]: { body: session() },
      [`POST ${INSIDE}/sessions/${SESSION}/agenda`]: ({ body }) => {
        sent.push(body)
        return { status: 201, body: session() }
      },
    })
    await user.click(await screen.findByText('Put something on the agenda'))
    await user.type(screen.getByLabelText('What is it about?'), 'Sundays')
    await user.click(screen.getByRole('radio', { name: 'To decide' }))
    await user.click(screen.getByRole('button', { name: 'Put it on the agenda' }))
    await waitFor(() =>
      expect(sent).toEqual([{ title: 'Sundays', minutes: 10, purpose: 'decide' }]),
    )
  })

  it('reads what came off the agenda, why, and where it is now', async () => {
    const next = '2026-12-03T18:00:00Z'
    const moved = { ...session().agenda.items[0], movedFrom: '2026-10-01T18:00:00Z' }
    const off = [
      { id: NEED, title: 'The budget', next },
      { id: MEMBER, title: 'The keys', next: null },
    ]
    await draw({
      [READ]: { body: session({ agenda: { ...session().agenda, items: [moved], off } }) },
    })
    expect(
      await screen.findByText(/Off this agenda, because no paper in plain words/),
    ).toBeVisible()
    expect(screen.getByText(/^The budget\. It is on the agenda of .*3 December/)).toBeVisible()
    expect(screen.getByText('The keys. It goes on the agenda of the next session.')).toBeVisible()
    expect(screen.getByText(/^Moved here from .*1 October/)).toBeVisible()
  })

  it('says how it was in two taps, and nothing is sent before the second', async () => {
    const sent: unknown[] = []
    const felt = { ...session().felt, open: true }
    const { user } = await draw({
      [READ]: { body: session({ state: 'held', felt }) },
      [`PUT ${INSIDE}/sessions/${SESSION}/felt`]: ({ body }) => {
        sent.push(body)
        return { body: session({ state: 'held', felt }) }
      },
    })
    const heard = await screen.findByRole('group', { name: 'Was I heard?' })
    await user.click(within(heard).getByRole('radio', { name: /4/ }))
    expect(sent).toEqual([])
    const changed = screen.getByRole('group', { name: 'Did it change anything?' })
    await user.click(within(changed).getByRole('radio', { name: /2/ }))
    await waitFor(() => expect(sent).toEqual([{ heard: 4, changed: 2 }]))
    expect(await screen.findByText('Thank you. It is written down.')).toBeVisible()
  })

  it('reads of a session behind him what came of it, and how it felt to each voice', async () => {
    const mean = { people: 7, heard: 3.9, changed: 2.9 }
    const blocs = [
      { bloc: 'residents', mean },
      { bloc: 'public-bodies', mean: null },
    ]
    const felt = { ...session().felt, shown: { all: mean, blocs } }
    const were = { startsAt: '2026-03-01T18:00:00Z', endsAt: '2026-03-01T20:00:00Z' }
    await draw({ [READ]: { body: session({ state: 'notes-shared', felt, ...were }) } })
    expect(await screen.findByRole('heading', { name: 'What came of it' })).toBeVisible()
    expect(
      screen.getAllByText('Was I heard? 3.9 of 5. Did it change anything? 2.9 of 5.'),
    ).toHaveLength(2)
    expect(screen.getByText('Fewer than five answers')).toBeVisible()
    expect(screen.queryByText('Who comes')).toBeNull()
    expect(screen.queryByText('Add to my calendar')).toBeNull()
  })

  it('opens his place there and then with the key of the letter’s link', async () => {
    const sent: unknown[] = []
    const { user } = await draw(
      {
        [READ]: refused('codesign.no_place_here', 403),
        'POST /group-places/open': ({ body }) => {
          sent.push(body)
          return refused('codesign.slip_unknown', 404)
        },
      },
      `${AT}#${MEMBER}.abcdefghijklmnopqrstuvwxyz`,
    )
    expect(await screen.findByText('This is for people in the group')).toBeVisible()
    await user.click(await screen.findByRole('button', { name: 'Open my place' }))
    await waitFor(() =>
      expect(sent).toMatchObject([{ with: { link: `${MEMBER}.abcdefghijklmnopqrstuvwxyz` } }]),
    )
  })

  it('reads in Dutch that it does not take place and is paid all the same', async () => {
    const off = { state: 'cancelled', cancelledLate: true, cancelledWhy: 'De zaal staat blank.' }
    await draw({ [READ]: { body: session(off) } }, AT, { language: 'nl' })
    expect(await screen.findByText('Deze bijeenkomst gaat niet door.')).toBeVisible()
    expect(screen.getByText(/krijgt betaald alsof/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Ja' })).toBeNull()
  })
})
