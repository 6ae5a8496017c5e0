import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { meJson, PLACE_ID, placeJson, signedIn } from '../../../test/town.ts'
import { AppRoutes } from '../router.tsx'

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const TOKEN = `${id(31)}.${'a'.repeat(43)}`
const QUESTION = 'How can we wait for medicine without losing half a day?'

const proposal = (more: object = {}) => ({
  ...{ id: id(31), placeId: PLACE_ID, reference: 'PLUM-47', state: 'gathering', language: 'en' },
  ...{ question: QUESTION, story: 'I stand there until half past eleven.', areaId: null },
  ...{ whereAbouts: 'Mill Street', affected: 'Older people', askedBy: ['Samuel'] },
  publishedAt: '2026-11-01T09:00:00Z',
  support: { people: null, needed: 10, sheets: [] },
  ...{ sponsors: [], gatherUntil: '2026-12-02T00:00:00Z', backedAt: null, answerBy: null },
  ...{ late: false, answer: null, joinedInto: null },
  ...more,
})
const settings = { supportNeeded: 10, source: null, since: null, setBy: null }

const draw = (at: string, answers: Answers, language: 'en' | 'nl' = 'en', hadSession = false) =>
  renderPage(<AppRoutes />, {
    ...{ at, language, hadSession, words: ['proposals', 'framing', 'exports', 'problems'] },
    answers: { 'GET /places/here': { body: placeJson }, ...answers },
  })

describe('a resident on a phone', () => {
  const similar = { [`GET /places/${PLACE_ID}/similar-proposals`]: { body: { items: [] } } }
  const framing = {
    'POST /framing-checks': { body: { language: 'en', findings: [], readingAge: null } },
  }

  it('puts a question on the table with a first name and one contact, and keeps a slip with words', async () => {
    const sent: unknown[] = []
    const { user } = await draw('/proposals/new', {
      ...similar,
      ...framing,
      'POST /proposals': ({ body }) => {
        sent.push(body)
        const keys = { reference: 'PLUM-47', manageToken: TOKEN, slipCode: 'PLUM-4721-OTTER' }
        return { status: 201, body: { ...keys, readBy: '2026-11-26T00:00:00Z' } }
      },
    })
    const question = await screen.findByLabelText('Your question')
    expect(question).toHaveValue('How can we ')
    await user.type(question, 'wait for medicine without losing half a day?')
    await user.type(
      screen.getByLabelText('What is happening?'),
      'I stand there until noon, every time.',
    )
    await user.type(screen.getByLabelText('Who is affected?'), 'Older people')
    await user.type(screen.getByLabelText('Your first name'), 'Samuel')
    await user.click(screen.getByLabelText('By phone or text'))
    await user.type(screen.getByLabelText('Your phone number'), '07700 900456')
    await user.click(screen.getByRole('button', { name: 'Put my question on the table' }))
    expect(await screen.findByText('PLUM-47')).toBeVisible()
    expect(screen.getByText('PLUM-4721-OTTER')).toBeVisible()
    expect(screen.getByText(/Somebody reads it by Wednesday 25 November 2026/)).toBeVisible()
    expect(sent).toMatchObject([
      {
        question: QUESTION,
        contactBy: 'phone',
        contact: '07700 900456',
        areaId: null,
        website: '',
      },
    ])
    expect(Object.keys(sent[0] as object).join()).not.toMatch(
      /benefit|nationality|diagnosis|health/,
    )
  })

  it('is told what is missing, in words about this form', async () => {
    const { user } = await draw('/proposals/new', { ...similar, ...framing })
    await user.click(await screen.findByRole('button', { name: 'Put my question on the table' }))
    const summary = await screen.findByRole('alert')
    expect(within(summary).getByText('Say what is happening')).toBeVisible()
    expect(within(summary).getByText(/Write the question out/)).toBeVisible()
  })

  it('stands behind one, and reads the same whether known or not', async () => {
    const { user } = await draw(`/proposals/${id(31)}`, {
      [`GET /proposals/${id(31)}`]: { body: proposal() },
      [`POST /proposals/${id(31)}/supports`]: { status: 201, body: { sent: true } },
    })
    expect(await screen.findByText('A few people stand behind it.')).toBeVisible()
    expect(screen.getByText(/so that nobody can tell which neighbours/)).toBeVisible()
    await user.type(screen.getByLabelText('Your first name'), 'Rosa')
    await user.click(screen.getByLabelText('By email'))
    await user.type(screen.getByLabelText('Your email address'), 'rosa@example.org')
    await user.click(screen.getByRole('button', { name: 'Stand behind it' }))
    expect(await screen.findByText('Look in your email')).toBeVisible()
  })

  it('counts nothing by opening the link; a press does', async () => {
    const { user } = await draw(`/proposals/support#${TOKEN}`, {
      'POST /proposal-supports/confirm': {
        body: proposal({ support: { people: 6, needed: 10, sheets: [] } }),
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Yes, I stand behind it' }))
    expect(await screen.findByText('You stand behind it')).toBeVisible()
  })

  it('opens their own with the words of a slip', async () => {
    const own = {
      ...{ id: id(31), reference: 'PLUM-47', state: 'returned', question: QUESTION },
      ...{ story: 'Mrs Hall is slow.', areaId: null, whereAbouts: '', affected: 'Older people' },
      ...{ firstName: 'Samuel', shownAs: 'first-name', readBy: '2026-11-26T00:00:00Z' },
      returned: { reason: 'names-somebody', note: 'Please leave out the name.' },
      ...{ shown: null, draft: null },
    }
    const { user } = await draw('/proposals/own', {
      'POST /own-proposal/slip': { body: { manageToken: TOKEN } },
      'POST /own-proposal/read': { body: own },
    })
    await user.type(await screen.findByLabelText('Your reference'), 'plum-47')
    await user.type(screen.getByLabelText('The words on your slip'), 'plum 4721 otter')
    await user.click(screen.getByRole('button', { name: 'Open my question' }))
    expect(await screen.findByText('Please leave out the name.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Send it again' })).toBeVisible()
  })
})

describe('everybody', () => {
  it('reads who answers by when, that it is late, and the reasons of a no', async () => {
    const answer = {
      ...{ kind: 'no', by: 'Ruth', organisation: 'Public health', at: '2026-11-20T09:00:00Z' },
      ...{ reasons: 'There is one counter. The lease forbids a second.', challengeSlug: null },
      nextStep: 'Ines rings the pharmacy.',
    }
    await draw('/proposals', {
      'GET /proposals': {
        body: {
          items: [
            proposal({ state: 'answering', late: true, answerBy: '2026-11-20T00:00:00Z' }),
            proposal({ id: id(32), state: 'no', answer }),
          ],
          settings,
        },
      },
    })
    expect(
      await screen.findByText('The answer was due by 19 November 2026. It is late.'),
    ).toBeVisible()
    expect(screen.getByText('Ruth, Public health, answered no and said why.')).toBeVisible()
    expect(screen.getByText(/When 10 people stand behind a question/)).toBeVisible()
  })

  it('reads it in Dutch', async () => {
    await draw(
      '/proposals',
      { 'GET /proposals': { body: { items: [proposal()], settings } } },
      'nl',
    )
    expect(await screen.findByText(/Een paar mensen staan erachter/)).toBeVisible()
  })
})

describe('a steward', () => {
  it('sets the number with where it comes from', async () => {
    const sent: unknown[] = []
    const { user } = await draw(
      '/proposals',
      {
        ...signedIn(meJson({ roles: [{ placeId: PLACE_ID, role: 'steward' }] })),
        'GET /proposals': { body: { items: [], settings } },
        [`POST /places/${PLACE_ID}/proposal-settings`]: ({ body }) => {
          sent.push(body)
          return { status: 201, body: { ...settings, supportNeeded: 6 } }
        },
      },
      'en',
      true,
    )
    await user.click(await screen.findByText('How many people make it one that must be answered?'))
    const number = screen.getByLabelText('Number of people')
    await user.clear(number)
    await user.type(number, '6')
    await user.type(
      screen.getByLabelText('Where does this number come from?'),
      'Agreed by the forum.',
    )
    await user.click(screen.getByRole('button', { name: 'Set this number' }))
    expect(await screen.findByText('From now on it takes this many')).toBeVisible()
    expect(sent).toEqual([{ supportNeeded: 6, source: 'Agreed by the forum.' }])
  })
})
