import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { signedIn, wordingsJson } from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'

const uuid = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`

const open = (part: string | undefined, answers: Answers = {}, language: 'en' | 'nl' = 'en') =>
  renderPage(<AppRoutes />, {
    answers: { ...signedIn(), 'GET /consent-wordings': { body: wordingsJson }, ...answers },
    at: part ? paths.myPart({ part }) : paths.me(),
    hadSession: true,
    language,
  })

describe('what Amina agreed to, and who looked', () => {
  const consent = (more: object) => ({
    id: uuid(7),
    purpose: 'access-needs',
    about: 'Evenings in the hall',
    wording: 'What you need is locked away.\nYou can leave at any time.',
    version: '2026-11',
    language: 'en',
    givenAt: '2026-11-20T10:00:00.000Z',
    withdrawnAt: null,
    withdrawing: 'What you said you need is destroyed.',
    ...more,
  })
  const look = {
    at: '2026-11-21T10:00:00.000Z',
    who: 'Yusuf',
    byMe: false,
    roles: ['facilitator'],
    what: 'codesign.needs',
    about: 'Evenings in the hall',
  }

  it('she reads who opened her needs, as what, when and for which group', async () => {
    await open('who-looked', { 'GET /me/consents': { body: { consents: [], looks: [look] } } })
    const list = within(
      await screen.findByRole('region', { name: 'Who opened what you said in confidence' }),
    )
    expect(
      list.getByText(/Yusuf, facilitator of groups, opened what you need to take part/),
    ).toBeVisible()
    expect(list.getByText('Saturday 21 November 2026 at 10am')).toBeVisible()
    expect(list.getByText('For: Evenings in the hall')).toBeVisible()
  })

  it('she takes one back after reading what follows, and only then', async () => {
    let given = consent({})
    const { user } = await open('who-looked', {
      'GET /me/consents': () => ({ body: { consents: [given], looks: [] } }),
      [`POST /me/consents/${uuid(7)}/withdrawal`]: () => {
        given = consent({ withdrawnAt: '2026-11-21T11:00:00.000Z', withdrawing: null })
        return { body: given }
      },
    })
    await user.click(
      await screen.findByRole('button', { name: /^Take back: To tell what you need/ }),
    )
    expect(screen.getByText('What you said you need is destroyed.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Yes, take it back' }))
    expect(await screen.findByText('Taken back.')).toBeVisible()
    expect(await screen.findByText(/You took it back on Saturday 21 November/)).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Take back/ })).not.toBeInTheDocument()
  })

  it('changes her mind, and nothing is sent', async () => {
    const { user } = await open('who-looked', {
      'GET /me/consents': { body: { consents: [consent({})], looks: [] } },
    })
    await user.click(await screen.findByRole('button', { name: /^Take back/ }))
    await user.click(screen.getByRole('button', { name: 'Leave it as it is' }))
    expect(screen.getByRole('button', { name: /^Take back/ })).toBeVisible()
  })

  it('what she said is true has nothing to take back', async () => {
    const said = consent({ purpose: 'declaration', withdrawing: null })
    await open('who-looked', { 'GET /me/consents': { body: { consents: [said], looks: [] } } })
    expect(await screen.findByText(/nothing to take back/)).toBeVisible()
    expect(screen.getByText('Nobody has opened anything.')).toBeVisible()
  })
})

describe('everything about Amina', () => {
  it('is read by section, with names people know, and saved as a file made here', async () => {
    const address = vi.fn(() => 'blob:x')
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    Object.assign(URL, { createObjectURL: address, revokeObjectURL: vi.fn() })
    const { user } = await open('everything', {
      'GET /me/everything': {
        body: {
          madeAt: '2026-11-21T10:00:00.000Z',
          sections: [
            { section: 'person', rows: [{ name: 'Amina', since: '2026-11-20T10:00:00Z' }] },
            { section: 'organisations', rows: [{ organisation: 'Carers of Elmside', lead: true }] },
            { section: 'voice', rows: [] },
          ],
        },
      },
    })
    expect(await screen.findByText('Friday 20 November 2026 at 10am')).toBeVisible()
    expect(screen.getByText('Your organisations (1)')).toBeVisible()
    expect(screen.queryByText(/Answers you spoke/)).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Save as a file' }))
    expect([address.mock.calls.length, click.mock.calls.length]).toEqual([1, 1])
    click.mockRestore()
  })
})

describe('being erased', () => {
  const free = { blockers: [], organisationsThatEnd: ['Carers of Elmside'], groupsLeft: [] }

  it('she reads what goes and what stays, types the word, and is told that it is done', async () => {
    const { user } = await open('erase', {
      'GET /me/erasure': { body: free },
      'POST /me/erasure': { status: 204 },
    })
    expect(await screen.findByText(/so they end: Carers of Elmside/)).toBeVisible()
    await user.type(screen.getByLabelText(/type the word: erase/), 'erase')
    await user.click(screen.getByRole('button', { name: 'Erase my details' }))
    expect(
      await screen.findByRole('heading', { name: 'Your details are erased', level: 1 }),
    ).toBeVisible()
    expect(screen.getByText(/start as somebody new/)).toBeVisible()
  })

  it('the wrong word sends nothing', async () => {
    const { user } = await open('erase', { 'GET /me/erasure': { body: free } })
    await user.type(await screen.findByLabelText(/type the word/), 'yes')
    await user.click(screen.getByRole('button', { name: 'Erase my details' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Type the word exactly')
  })

  it('whoever leaves others standing reads what to hand over, and where, instead of a box', async () => {
    const blockers = [
      { kind: 'challenge', id: uuid(1), label: 'How can we keep halls open?' },
      { kind: 'group', id: uuid(2), label: 'Evenings in the hall' },
    ]
    await open('erase', { 'GET /me/erasure': { body: { ...free, blockers } } })
    expect(await screen.findByText(/You answer for the challenge “How can we keep/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Go to your desk' })).toBeVisible()
    expect(screen.getByText(/Ring us, and we find somebody/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Erase my details' })).not.toBeInTheDocument()
  })
})
