import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { further } from '../further-paths.ts'
import { AppRoutes } from '../router.tsx'
import { GROUP, problem } from './groups.fixture.ts'

const id = (n: number) => `018f0000-0000-7000-8000-000000000${n}`
const THREAD = id(301)
const AT = '2026-11-17T10:00:00.000Z'
const okafor = {
  name: 'Mr Okafor',
  bloc: 'residents',
  runsGroup: false,
  moderates: false,
  mine: false,
}
const me = {
  group: { id: GROUP, name: 'Carers’ Tuesday', placeId: id(300), closed: false },
  firstName: 'Kayleigh',
  bloc: 'residents',
  language: 'en',
  isMember: true,
  runs: false,
  moderates: false,
  moderators: [{ memberId: id(302), name: 'Dee' }],
  openReports: 0,
  hearing: { by: 'text', daily: false },
}
const thread = {
  ...{ id: THREAD, title: 'Tuesdays', lang: 'en', messages: 1, lastAt: AT },
  ...{ openedBy: okafor, closed: false },
}
const message = {
  ...{ id: id(303), threadId: THREAD, writer: okafor, state: 'here', words: 'Ik kan op dinsdag.' },
  ...{ lang: 'nl', files: [], saidBy: null, versions: 0, at: AT, changeUntil: null, hidden: null },
}
const hidden = {
  ...message,
  ...{ state: 'hidden', words: '' },
  hidden: { reason: 'advert', sentence: 'It sells something.', mayAskBack: false, askedBack: null },
}

const GET_ME = `GET /groups/${GROUP}/conversation`
const GET_THREADS = `GET /groups/${GROUP}/threads`
const GET_THREAD = `${GET_THREADS}/${THREAD}`
const service = (items: unknown[], more: Answers = {}): Answers => ({
  [GET_ME]: { body: me },
  [GET_THREADS]: { body: { items: [thread], nextCursor: null } },
  [GET_THREAD]: { body: { thread, items, nextCursor: null } },
  ...more,
})
const inThread = { at: further.thread({ groupId: GROUP, threadId: THREAD }) }

describe('Kayleigh reads what her group says (CO5)', () => {
  it('finds the conversations, who looks after them and how she hears of more', async () => {
    await renderPage(<AppRoutes />, {
      answers: service([message]),
      at: further.threads({ groupId: GROUP }),
    })
    const title = await screen.findByText('Tuesdays')
    expect(title.closest('a')).toHaveAttribute('href', inThread.at)
    expect(screen.getByText(/Whoever runs the group, and Dee/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Tell me once a day' })).toBeVisible()
  })
  it('each text says in which language it is', async () => {
    await renderPage(<AppRoutes />, { answers: service([message]), ...inThread })
    expect(await screen.findByText('Ik kan op dinsdag.')).toHaveAttribute('lang', 'nl')
  })
  it('of a hidden message she reads why, and nothing else', async () => {
    await renderPage(<AppRoutes />, { answers: service([hidden]), ...inThread })
    expect(await screen.findByText('Hidden: Sells something.')).toBeVisible()
    expect(screen.getByText(/It sells something\./)).toBeVisible()
    expect(screen.queryByText('Something is not right')).not.toBeInTheDocument()
  })
  it('writes back; an empty message is not sent', async () => {
    const sent: unknown[] = []
    const { user } = await renderPage(<AppRoutes />, {
      answers: service([message], {
        [`POST /groups/${GROUP}/threads/${THREAD}/messages`]: ({ body }) => {
          sent.push(body)
          return { status: 201, body: { ...message, id: id(304) } }
        },
      }),
      ...inThread,
    })
    const send = await screen.findByRole('button', { name: 'Send' })
    await user.click(send)
    expect(await screen.findByRole('link', { name: 'Write your message.' })).toBeVisible()
    await user.type(screen.getByLabelText('Your message'), 'Thank you.')
    await user.click(send)
    expect(await screen.findByText('Your message is sent.')).toBeVisible()
    expect(sent).toMatchObject([{ words: 'Thank you.', lang: 'en', showBloc: false, files: [] }])
  })
  it('what is written and who is at risk are two ways, and the second leaves the group', async () => {
    const { user } = await renderPage(<AppRoutes />, { answers: service([message]), ...inThread })
    await user.click(await screen.findByText('Something is not right'))
    await user.click(screen.getByLabelText('Somebody may be at risk'))
    expect(screen.getByRole('link', { name: 'Tell somebody now' })).toHaveAttribute(
      'href',
      further.worry({}, { group: GROUP, message: message.id }),
    )
    await user.click(screen.getByLabelText('What is written here'))
    expect(screen.getByRole('button', { name: 'Report this message' })).toBeVisible()
  })
  it('a stranger is told whom it is for, in Dutch too', async () => {
    const answers = { [GET_ME]: problem(403, 'codesign.no_place_here') }
    await renderPage(<AppRoutes />, {
      ...{ answers, language: 'nl' },
      at: further.threads({ groupId: GROUP }),
    })
    expect(
      await screen.findByRole('heading', { name: 'Dit is voor mensen in de groep' }),
    ).toBeVisible()
  })
})
