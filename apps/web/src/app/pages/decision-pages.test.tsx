import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { signedIn } from '../../../test/town.ts'
import { AppRoutes } from '../router.tsx'

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const GROUP = id(700)
const DECISION = id(701)
const READ = `GET /decisions/${DECISION}`

const version = (more: object = {}) => ({
  number: 1,
  why: 'first',
  wording: {
    text: 'Breaks are booked online and by phone.',
    why: 'The line is busy.',
    options: '',
    affects: 'Everybody who books',
  },
  reviewOn: '2027-03-01',
  openedAt: '2026-11-22T10:00:00Z',
  closesAt: '2099-11-22T12:00:00Z',
  closedAt: null,
  result: null,
  counts: [],
  objections: [],
  hold: { calls: 0, needed: 2, reasons: [], at: null, until: null, mine: false, session: null },
  ...more,
})
const decision = (more: object = {}, of: object = {}) => ({
  id: DECISION,
  number: 1,
  kind: 'ordinary',
  origin: 'residents',
  state: 'open',
  bodyDecides: false,
  versions: [version(of)],
  notBefore: null,
  answered: { answered: 3, of: 24 },
  mine: { may: true, answer: null, typedIn: false },
  voice: { bloc: 'residents', members: 8 },
  runs: false,
  body: null,
  decidedAt: null,
  review: null,
  ...more,
})
const count = (bloc: string, members: number, yes: number, no: number) => ({
  ...{ bloc, members, shown: 'figures', yes, no, aside: 0 },
})
const side = (bloc: string, members: number, moreThanHalf: boolean | null) => ({
  ...{ bloc, members, shown: 'side', moreThanHalf },
})
const COUNTS = [
  count('residents', 8, 6, 2),
  count('organisations', 6, 3, 3),
  count('public-bodies', 12, 11, 1),
]

const draw = (at: string, answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(<AppRoutes />, {
    at: `/groups/${GROUP}/decisions${at}`,
    language,
    words: ['decisions'],
    answers: { ...signedIn(), ...answers },
  })

/** The pages come with their own code: fetched before anybody waits for them. */
beforeAll(async () => {
  await import('./decision-page.tsx')
  await import('./decisions-page.tsx')
  await import('./decision-screen-page.tsx')
}, 60_000)
/** A line that never opens: the page asks by itself. */
beforeEach(() => {
  vi.stubGlobal('fetch', () => new Promise<never>(() => undefined))
})

describe('Kayleigh answers on her phone (CD5)', () => {
  it('reads what, why and whom, presses once, and is told that it is kept', async () => {
    const sent: unknown[] = []
    const { user } = await draw(`/${DECISION}`, {
      [READ]: { body: decision() },
      [`PUT /decisions/${DECISION}/answer`]: ({ body }) => {
        sent.push(body)
        return { body: { may: true, answer: 'yes', typedIn: false } }
      },
    })
    expect(await screen.findByText('Breaks are booked online and by phone.')).toBeVisible()
    expect(screen.getByText('3 of 24 have answered.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: /I can live with this/ }))
    expect(await screen.findByText(/Kept: “I can live with this”/)).toBeVisible()
    expect(sent).toEqual([{ version: 1, answer: 'yes' }])
    expect(
      screen.getByRole('button', { name: /I can live with this/, pressed: true }),
    ).toBeVisible()
  })

  it.each([
    [
      'alone',
      'public-bodies',
      1,
      /^Public bodies: you are the only one .* everybody will see yours/,
    ],
    [
      'with one other',
      'organisations',
      2,
      /^Community organisations: two of you .* The other one may/,
    ],
    ['one of three', 'residents', 3, /^Residents: 3 of you .* never figures. One of you who/],
    ['one of eight', 'residents', 8, /^Residents: 8 of you .* Nobody is shown what you answered/],
  ] as const)(
    'is told who may come to know what she answers: %s',
    async (_, bloc, members, told) => {
      await draw(`/${DECISION}`, { [READ]: { body: decision({ voice: { bloc, members } }) } })
      expect(await screen.findByText(told)).toBeVisible()
      const more = screen.queryByText(/Whoever runs the group is shown no more than that/)
      expect(Boolean(more)).toBe(members > 1)
    },
  )

  it('is told that whoever typed her answer in knows it', async () => {
    const mine = { may: true, answer: 'yes', typedIn: true }
    await draw(`/${DECISION}`, { [READ]: { body: decision({ mine }) } })
    expect(await screen.findByText(/typed this in for you, so they know it/)).toBeVisible()
  })

  it('the line breaks while she presses: it is sent again until it is kept', async () => {
    let tries = 0
    const { user } = await draw(`/${DECISION}`, {
      [READ]: { body: decision() },
      [`PUT /decisions/${DECISION}/answer`]: () => {
        tries += 1
        return tries < 3
          ? {
              status: 503,
              body: { type: 'about:blank', title: 'Busy', status: 503, code: 'request.busy' },
            }
          : { body: { may: true, answer: 'no', typedIn: false } }
      },
    })
    await user.click(await screen.findByRole('button', { name: /I cannot live with this/ }))
    expect(await screen.findByText(/We keep trying/)).toBeVisible()
    await waitFor(() => expect(screen.getByText(/Kept: “I cannot/)).toBeVisible(), {
      timeout: 6_000,
    })
    expect(tries).toBe(3)
  }, 10_000)

  it('objects with a harm, a missing person or a broken promise, never with nothing', async () => {
    const sent: unknown[] = []
    const { user } = await draw(`/${DECISION}`, {
      [READ]: { body: decision() },
      [`POST /decisions/${DECISION}/objections`]: ({ body }) => {
        sent.push(body)
        return { status: 201, body: decision() }
      },
    })
    await user.click(await screen.findByText('I object'))
    await user.click(screen.getByRole('button', { name: 'Object' }))
    expect(
      within(await screen.findByRole('alert')).getByText(/Choose what would go wrong/),
    ).toBeVisible()
    await user.click(screen.getByRole('radio', { name: 'Somebody is missing' }))
    await user.type(
      screen.getByRole('textbox', { name: /Say it in one sentence/ }),
      'My mother has no screen.',
    )
    await user.click(screen.getByRole('button', { name: 'Object' }))
    await waitFor(() =>
      expect(sent).toEqual([
        { version: 1, kind: 'missing-person', text: 'My mother has no screen.' },
      ]),
    )
  })

  it('without her place open she is led to it, and to what everybody can read', async () => {
    const refused = { type: 'about:blank', title: 'x', status: 403, code: 'codesign.no_place_here' }
    await draw(`/${DECISION}`, { [READ]: { status: 403, body: refused } })
    expect(await screen.findByRole('link', { name: 'Open my place' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'What everybody can read about it' })).toBeVisible()
  })

  it('in Dutch too', async () => {
    await draw(`/${DECISION}`, { [READ]: { body: decision() } }, 'nl')
    expect(await screen.findByRole('button', { name: /Ik kan hiermee leven/ })).toBeVisible()
  })
})

describe('what came of it (T2)', () => {
  it('says why it is not agreed, with three bars and the sum', async () => {
    const closed = { closedAt: '2026-11-22T12:00:00Z', result: 'not-consented', counts: COUNTS }
    await draw(`/${DECISION}`, { [READ]: { body: decision({ state: 'objected' }, closed) } })
    expect(await screen.findByRole('heading', { name: 'Not agreed' })).toBeVisible()
    expect(
      screen.getByText('Community organisations: not more than half can live with it.'),
    ).toBeVisible()
    expect(screen.getByText(/\(6\/8 \+ 3\/6 \+ 11\/12\) ÷ 3 = 13\/18, which is 72%/)).toBeVisible()
  })

  it('within the group too, a voice of one shows only its side, and an objection says why it failed', async () => {
    const closed = {
      closedAt: '2026-11-22T12:00:00Z',
      result: 'not-consented',
      counts: [
        ...COUNTS.slice(0, 1),
        side('organisations', 4, true),
        side('public-bodies', 1, true),
      ],
      objections: [
        {
          ...{ id: id(710), kind: 'harm', text: 'Night workers cannot ring.', mine: false },
          ...{ typedIn: false, takenBack: false, answer: null },
        },
      ],
    }
    await draw(`/${DECISION}`, { [READ]: { body: decision({ state: 'objected' }, closed) } })
    expect(await screen.findByText('One objection stands.')).toBeVisible()
    expect(screen.getAllByText('More than half can live with it.')).toHaveLength(2)
    expect(screen.getByText(/only on which side of half it came out/)).toBeVisible()
    expect(screen.queryByText(/The sum/)).toBeNull()
  })

  it('everybody else reads counts that give nobody away', async () => {
    const {
      mine: _,
      runs: __,
      answered: ___,
      versions: ____,
      bodyDecides: _____,
      ...rest
    } = decision({
      state: 'decided',
      decidedAt: '2026-11-22T12:00:00Z',
    })
    const of = { wording: version().wording, closesAt: null, closedAt: null, support: null }
    const item = {
      ...rest,
      versions: [
        {
          ...{ ...of, number: 2, why: 'integrated', result: 'consented', objectionsStanding: 0 },
          blocs: [
            count('residents', 8, 6, 2),
            side('organisations', 4, true),
            side('public-bodies', 1, true),
          ],
        },
        {
          ...{ ...of, number: 1, why: 'first', result: 'not-consented', objectionsStanding: 1 },
          blocs: [
            count('residents', 8, 5, 3),
            side('organisations', 4, true),
            side('public-bodies', 1, true),
          ],
        },
      ],
      objections: [],
    }
    const refused = { type: 'about:blank', title: 'x', status: 403, code: 'codesign.no_place_here' }
    const { user } = await draw('', {
      [`GET /groups/${GROUP}/decisions`]: { status: 403, body: refused },
      [`GET /groups/${GROUP}/decisions/published`]: {
        body: {
          group: {
            id: GROUP,
            name: 'Carers',
            declared: 'co-production',
            experienced: 'engagement',
          },
          overrides: 2,
          influence: {
            voices: ['residents', 'organisations', 'public-bodies'].map((bloc) => ({
              ...{ bloc, closed: 5, share: { num: 3, den: 5 } },
            })),
            parity: { num: 1, den: 1 },
            reasoned: { num: 1, den: 1 },
          },
          items: [item],
        },
      },
    })
    expect(
      await screen.findByText('Residents: 6 can live with it, 2 cannot, 0 stand aside'),
    ).toBeVisible()
    const [now, before] = screen.getAllByText('Public bodies: more than half can live with it')
    expect(now).toBeVisible()
    expect(screen.getByText('No objection stood')).toBeVisible()
    expect(before).not.toBeVisible()
    await user.click(screen.getByText('Version 1, before this one'))
    expect(screen.getByText('One objection stood')).toBeVisible()
    expect(screen.getByText('Residents: 5 can live with it, 3 cannot, 0 stand aside')).toBeVisible()
    expect(screen.getAllByText(/only on which side of half it came out/)[0]).toBeVisible()
    expect(screen.getByText(/promised co-production; what it gets is giving advice/)).toBeVisible()
  })
})

it('on the wall stands how many have answered, a code, and no count of a voice', async () => {
  await draw(`/${DECISION}/screen`, { [READ]: { body: decision({ runs: true, mine: null }) } })
  expect(await screen.findByText('3 of 24')).toBeVisible()
  expect(screen.getByRole('img', { name: /opens this decision/ })).toBeVisible()
  expect(screen.queryByText(/Residents/)).toBeNull()
})
