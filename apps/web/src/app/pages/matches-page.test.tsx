import type { Match, Standing } from '@howcanwe/shared/matching'
import { PARTS, WEIGHTS } from '@howcanwe/shared/matching'
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { challengeJson } from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [PLACE, CHALLENGE, CIRCLE, LUNCH] = [id(1), id(2), id(3), id(4)]
const place = {
  id: PLACE,
  slug: 'northgate',
  name: 'Northgate and Elmside',
  timeZone: 'Europe/London',
  currency: 'GBP',
  languages: ['en', 'nl'],
  introduction: 'Two towns',
  contact: { name: 'Ines', role: 'Broker', phone: '020 7946 0123', email: null, hours: null },
  pay: null,
  areas: [],
  demo: true,
  texts: true,
}
const challenge = (state: 'open' | 'choosing') => ({
  ...challengeJson,
  id: CHALLENGE,
  placeId: PLACE,
  slug: 'a-break',
  state,
  themes: ['carers'],
  participationPence: 300_000,
  backfillPence: 900_000,
  expectedInterests: null,
  closesAt: '2099-03-04T17:00:00.000Z',
})
const known: Match['parts'] = [
  {
    part: 'theme',
    weight: 25,
    value: 0.5,
    points: 12.5,
    reasons: [{ code: 'themes-shared', facts: { themes: ['carers', 'older-people'], of: 2 } }],
  },
  {
    part: 'reach',
    weight: 25,
    value: 0.7,
    points: 17.5,
    reasons: [{ code: 'areas-covered', facts: { areas: ['Northgate'], of: 1 } }],
  },
  {
    part: 'livedExperience',
    weight: 15,
    value: null,
    points: 0,
    reasons: [{ code: 'lived-unknown', facts: {} }],
  },
  {
    part: 'complement',
    weight: 20,
    value: 0.4,
    points: 8,
    reasons: [{ code: 'complement-skills', facts: { skills: ['advice', 'cooking'], pool: 2 } }],
  },
  {
    part: 'time',
    weight: 10,
    value: null,
    points: 0,
    reasons: [{ code: 'time-unknown', facts: {} }],
  },
  {
    part: 'sphere',
    weight: 5,
    value: 1,
    points: 5,
    reasons: [{ code: 'sphere-new', facts: { sector: 'community' } }],
  },
]
type Seen = Match & { standing: Standing }
const match = (more: Partial<Seen>): Seen => ({
  kind: 'organisation',
  id: CIRCLE,
  name: 'Tuesday Circle',
  sector: 'community',
  incomeBand: 'micro',
  themes: ['carers'],
  activities: null,
  score: 57,
  confidence: 0.75,
  parts: known,
  wouldSettle: 'livedExperience',
  movedUp: 0,
  quietSince: null,
  invited: false,
  interested: false,
  standing: null,
  ...more,
})
const lunch = { kind: 'register' as const, id: LUNCH, name: 'Lunch Club', movedUp: 1 }
const matches = (items: Seen[] = [match({}), match(lunch)]) => ({
  items,
  weights: PARTS.map((part) => ({ part, weight: WEIGHTS[part] })),
  seed: 'ab'.repeat(32),
  considered: 1593,
  eligible: { all: 40, small: 30 },
  computedAt: '2026-11-21T10:00:00.000Z',
})
const GAPS = `GET /challenges/${CHALLENGE}/gaps`
const gapsJson = {
  pool: 0,
  silent: 0,
  areas: [],
  people: [],
  skills: [],
  rooms: 'none',
  hours: null,
}
const base = (state: 'open' | 'choosing' = 'open'): Answers => ({
  'GET /places/here': { body: place },
  'POST /auth/refresh': {
    body: { accessToken: 't', expiresInSeconds: 600, sharedComputer: false },
  },
  'GET /me': {
    body: {
      id: id(9),
      displayName: 'Ines',
      email: 'ines@va.example',
      phone: null,
      phoneProven: false,
      preferredChannel: 'email',
      language: 'en',
      roles: [{ placeId: PLACE, role: 'broker' }],
      asleep: [],
      organisations: [],
      version: 1,
    },
  },
  [`GET /challenges/${CHALLENGE}`]: { body: challenge(state) },
  [`GET /challenges/${CHALLENGE}/matches`]: { body: matches() },
  [`GET /challenges/${CHALLENGE}/invitations`]: { body: { items: [] } },
  [GAPS]: { body: gapsJson },
})
const INVITE = `POST /challenges/${CHALLENGE}/invitations`
const open = async (answers: Answers = base(), language: 'en' | 'nl' = 'en') => {
  const drawn = await renderPage(<AppRoutes />, {
    answers,
    at: paths.matches({ challengeId: CHALLENGE }),
    hadSession: true,
    language,
  })
  await screen.findByRole('list', {
    name: language === 'en' ? 'Who fits best' : 'Wie het best past',
  })
  return drawn
}
const row = (name: string) => {
  const item = screen.getByRole('heading', { level: 2, name }).closest('li')
  if (!item) throw new Error(`${name} is not in the list`)
  return within(item)
}

describe('Ines reads who fits', () => {
  it('a score, how sure we are, two reasons and what one answer would settle', async () => {
    await open()
    const circle = row('Tuesday Circle')
    expect(circle.getByText('57')).toBeVisible()
    expect(circle.getByText('we know 4 of 6 things')).toBeVisible()
    const reasons = within(circle.getByRole('list', { name: 'Why Tuesday Circle' }))
    expect(reasons.getAllByRole('listitem').map((li) => li.textContent)).toEqual([
      'They work in Northgate.',
      'Their work is about carers, older people.',
      'They bring what nobody you have invited does: giving advice, cooking.',
    ])
    expect(circle.getByText(/settle most: whether they live with it themselves/)).toBeVisible()
  })

  it('the arithmetic, part by part, that adds up to the score', async () => {
    const { user } = await open()
    const circle = row('Tuesday Circle')
    await user.click(circle.getByText('Show the arithmetic'))
    const table = circle.getByRole('table', { name: 'How Tuesday Circle came to 57' })
    const reach = within(table).getByRole('row', { name: /Whom and where they reach/ })
    expect(
      within(reach)
        .getAllByRole('cell')
        .map((c) => c.textContent),
    ).toEqual(['Weight25', 'Times0.7', 'Points17.5'])
    expect(within(table).getByRole('row', { name: /^Time/ })).toHaveTextContent('not known')
    expect(circle.getByText('43 points of the 75 we know about make 57 of 100.')).toBeVisible()
  })

  it('who has not refreshed what they said for half a year, with the day (FR-12)', async () => {
    const quiet = match({ quietSince: new Date('2026-03-04T10:00:00Z') })
    const at = `GET /challenges/${CHALLENGE}/matches`
    await open({ ...base(), [at]: { body: matches([quiet, match(lunch)]) } })
    expect(row('Tuesday Circle').getByText('Not refreshed since 4 March 2026')).toBeVisible()
    expect(row('Lunch Club').queryByText(/Not refreshed/)).toBeNull()
  })

  it('who stands only in the register, and who moved up for the balance, in numbers', async () => {
    await open()
    const club = row('Lunch Club')
    expect(club.getByText('In the charity register, not here yet')).toBeVisible()
    expect(club.getByText('Moved up 1 place to balance small and large')).toBeVisible()
    expect(
      screen.getByText(/30 of the 40 that fit have less than £100,000 a year \(75%\)/),
    ).toBeVisible()
    expect(screen.getByText(/We looked at 1,593 organisations/)).toBeVisible()
    expect(
      screen.getByText(
        'A demonstration: the organisations of this town are made up. Those from the charity register are real and take no part in it.',
      ),
    ).toBeVisible()
  })

  it('in Dutch', async () => {
    await open(base(), 'nl')
    const reasons = row('Tuesday Circle').getByRole('list', { name: 'Waarom Tuesday Circle' })
    expect(reasons).toHaveTextContent('Ze werken in Northgate.')
    expect(row('Tuesday Circle').getByText('we weten 4 van de 6 dingen')).toBeVisible()
  })
})

describe('Ines reads what is missing (J-10)', () => {
  it('once she has asked somebody: whom nobody reaches, where nobody works, no room, too few hours', async () => {
    const lacking = {
      ...{ pool: 2, silent: 1, areas: ['Elmside'], people: ['Men over 60'], rooms: 'none' },
      ...{ skills: ['cooking'], hours: { asked: 10, there: 4 } },
    }
    await open({ ...base(), [GAPS]: { body: lacking } })
    const list = await screen.findByRole('list', { name: /lack together/ })
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((li) => li.textContent),
    ).toEqual([
      'Nobody reaches yet: Men over 60',
      'Nobody covers Elmside.',
      'No room yet.',
      '10 hours a month are asked; together they can spare 4.',
      'Nobody has named these skills: cooking.',
    ])
    expect(screen.getByText(/1 of them stands only in the register/)).toBeVisible()
  })

  it('nothing is said to be missing while nobody is asked', async () => {
    await open()
    expect(await screen.findByText(/You have invited nobody yet and keep nobody/)).toBeVisible()
    expect(screen.queryByText(/No room yet/)).toBeNull()
  })
})

describe('Ines says what she thinks of a suggestion (BR2)', () => {
  const DECIDE = `POST /challenges/${CHALLENGE}/matches/decisions`
  const at = new Date('2026-11-21T10:00:00Z')
  const kept = { decision: 'kept' as const, reason: '', at }
  const folded = { decision: 'dismissed' as const, reason: 'They moved away.', at }

  it('keeps one in mind and takes it back, on one button that keeps the cursor', async () => {
    const said: unknown[] = []
    const answers = base()
    answers[DECIDE] = ({ body }) => {
      said.push(body)
      return { status: 201, body: { standing: said.length === 1 ? kept : null } }
    }
    const { user } = await open(answers)
    await user.click(
      row('Tuesday Circle').getByRole('button', { name: 'Keep in mind: Tuesday Circle' }),
    )
    expect(await row('Tuesday Circle').findByText('Kept in mind')).toBeVisible()
    const back = row('Tuesday Circle').getByRole('button', { name: /^No longer keep in mind/ })
    expect(back).toHaveFocus()
    await user.click(back)
    expect(
      await row('Tuesday Circle').findByRole('button', { name: /^Keep in mind/ }),
    ).toHaveFocus()
    expect(said).toEqual([
      { kind: 'organisation', id: CIRCLE, decision: 'kept', reason: '' },
      { kind: 'organisation', id: CIRCLE, decision: 'taken-back', reason: '' },
    ])
  })

  it('folds one away only with a reason: the tick goes with it, the cursor on to the next', async () => {
    const said: unknown[] = []
    const answers = base()
    answers[DECIDE] = ({ body }) => {
      said.push(body)
      return { status: 201, body: { standing: folded } }
    }
    const { user } = await open(answers)
    const circle = row('Tuesday Circle')
    await user.click(circle.getByRole('checkbox', { name: 'Invite Tuesday Circle' }))
    await user.click(circle.getByRole('button', { name: 'Fold away: Tuesday Circle' }))
    const why = circle.getByRole('textbox', { name: 'Why does Tuesday Circle not fit here?' })
    expect(why).toHaveFocus()
    await user.click(circle.getByRole('button', { name: 'Fold away' }))
    const missing = 'Say in a few words why they do not fit'
    await user.click(await circle.findByRole('link', { name: missing }))
    expect(why).toHaveFocus()
    expect(why).toHaveAccessibleDescription(new RegExp(missing))
    expect(said).toEqual([])
    await user.keyboard('They moved away.')
    await user.click(circle.getByRole('button', { name: 'Fold away' }))
    expect(await screen.findByText('Folded away: 1')).toBeVisible()
    expect(screen.getByRole('heading', { level: 2, name: 'Lunch Club' })).toHaveFocus()
    expect(screen.queryByRole('heading', { level: 2, name: 'Tuesday Circle' })).toBeNull()
    expect(screen.queryByRole('button', { name: /^Invite/ })).toBeNull()
    expect(said).toEqual([
      { kind: 'organisation', id: CIRCLE, decision: 'dismissed', reason: 'They moved away.' },
    ])
  })

  it('reads why somebody was folded away, and puts them back', async () => {
    const answers = base()
    const read = `GET /challenges/${CHALLENGE}/matches`
    answers[read] = { body: matches([match({ standing: folded }), match(lunch)]) }
    answers[DECIDE] = { status: 201, body: { standing: null } }
    const { user } = await open(answers)
    await user.click(screen.getByText('Folded away: 1'))
    const list = within(screen.getByRole('list', { name: 'Folded away' }))
    expect(list.getByText(/They moved away/)).toBeVisible()
    await user.click(list.getByRole('button', { name: 'Put back in the list: Tuesday Circle' }))
    expect(await screen.findByRole('heading', { level: 2, name: 'Tuesday Circle' })).toHaveFocus()
    expect(screen.queryByText(/^Folded away/)).toBeNull()
  })

  it('nothing where they have answered already, and the ways on stand above the list', async () => {
    const answers = base()
    const read = `GET /challenges/${CHALLENGE}/matches`
    answers[read] = { body: matches([match({ interested: true, standing: folded }), match(lunch)]) }
    await open(answers)
    expect(row('Tuesday Circle').queryByRole('button')).toBeNull()
    expect(screen.getByRole('link', { name: /answer together/ })).toHaveAttribute(
      'href',
      '/desk/together/a-break',
    )
    expect(screen.getByRole('link', { name: /Introduce two/ })).toHaveAttribute(
      'href',
      `/desk/introductions?challenge=${CHALLENGE}`,
    )
  })
})

describe('Ines invites', () => {
  const invitation = (one: Partial<Match>, why: string) => ({
    id: id(50 + (one.name?.length ?? 0)),
    kind: one.kind ?? 'organisation',
    candidateId: one.id ?? CIRCLE,
    name: one.name ?? 'Tuesday Circle',
    incomeBand: 'medium',
    why,
    channel: one.kind === 'register' ? 'by-hand' : 'mailed',
    invitedAt: '2026-11-21T10:00:00.000Z',
  })

  it('nobody before somebody is ticked', async () => {
    await open()
    expect(screen.queryByRole('button', { name: /^Invite/ })).toBeNull()
    expect(screen.getByText(/You have invited nobody yet. Of those that fit, 75%/)).toBeVisible()
  })

  it('two, one with words of her own; then she reads what happened and what to read out', async () => {
    const asked: unknown[] = []
    let done: unknown[] = []
    const answers = base()
    answers[INVITE] = ({ body }) => {
      asked.push(body)
      done = [invitation({}, 'Because you know us.'), invitation(lunch, 'You work in Northgate.')]
      return { status: 201, body: { items: done } }
    }
    answers[`GET /challenges/${CHALLENGE}/invitations`] = () => ({ body: { items: done } })
    const { user } = await open(answers)
    await user.click(screen.getByRole('checkbox', { name: 'Invite Tuesday Circle' }))
    const why = screen.getByRole('textbox', { name: 'Why them, of all?' })
    expect(why).toHaveValue('You work in Northgate. Your work is about carers, older people.')
    await user.clear(why)
    await user.type(why, 'Because you know us.')
    await user.click(screen.getByRole('checkbox', { name: 'Invite Lunch Club' }))
    expect(
      screen.getByText(/You have ticked 2 organisations: Tuesday Circle and Lunch Club/),
    ).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Invite 2' }))
    expect(await screen.findByText('2 organisations invited')).toBeVisible()
    expect(asked).toEqual([
      {
        candidates: [
          { kind: 'organisation', id: CIRCLE, why: 'Because you know us.' },
          {
            kind: 'register',
            id: LUNCH,
            why: 'You work in Northgate. Your work is about carers, older people.',
          },
        ],
      },
    ])
    const invited = within(screen.getByRole('region', { name: '2 invited so far' }))
    await user.click(invited.getByText('Words to read out or print'))
    expect(invited.getByText(/It takes about 10 minutes/)).toBeVisible()
    expect(invited.getByText(/£12,000 on offer in all/)).toBeVisible()
    expect(
      invited.getByText('You can say no by doing nothing. It does not count against you.'),
    ).toBeVisible()
    expect(screen.getByText(/0 of the 2 you have invited .* \(0%\)/)).toHaveTextContent(
      'That is less than their share.',
    )
  })

  it('and is told beside the one that has paused; her words and ticks stay', async () => {
    const answers = base()
    answers[INVITE] = {
      status: 409,
      body: {
        type: 'about:blank',
        title: 'no',
        status: 409,
        code: 'invitations.paused',
        errors: [{ pointer: '#/body/candidates/1', code: 'paused' }],
      },
    }
    const { user } = await open(answers)
    await user.click(screen.getByRole('checkbox', { name: 'Invite Tuesday Circle' }))
    await user.click(screen.getByRole('checkbox', { name: 'Invite Lunch Club' }))
    await user.click(screen.getByRole('button', { name: 'Invite 2' }))
    const sentence = 'Lunch Club has asked not to be asked for now. Untick it.'
    await user.click(await screen.findByRole('link', { name: sentence }))
    const tick = screen.getByRole('checkbox', { name: 'Invite Lunch Club' })
    expect(tick).toHaveFocus()
    expect(tick).toBeChecked()
    expect(tick).toHaveAccessibleDescription(sentence)
    expect(screen.getAllByRole('textbox')[0]).toHaveValue(
      'You work in Northgate. Your work is about carers, older people.',
    )
    await user.click(tick)
    expect(screen.queryByRole('link', { name: sentence })).toBeNull()
  })

  it('nobody once the question has closed; she sees who answered', async () => {
    const answers = base('choosing')
    answers[`GET /challenges/${CHALLENGE}/matches`] = {
      body: matches([match({ interested: true })]),
    }
    await open(answers)
    expect(row('Tuesday Circle').getByText('Has answered')).toBeVisible()
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  it('nobody when nobody fits, and the page says why', async () => {
    const answers = base()
    answers[`GET /challenges/${CHALLENGE}/matches`] = {
      body: { ...matches([]), eligible: { all: 0, small: 0 } },
    }
    await renderPage(<AppRoutes />, {
      answers,
      at: paths.matches({ challengeId: CHALLENGE }),
      hadSession: true,
    })
    expect(await screen.findByText(/shares a theme with this question/)).toBeVisible()
  })
})

it('the council that asks is not shown who fits', async () => {
  const answers = base()
  answers['GET /me'] = {
    body: {
      id: id(8),
      displayName: 'Ruth',
      email: 'ruth@council.example',
      phone: null,
      phoneProven: false,
      preferredChannel: 'email',
      language: 'en',
      roles: [{ placeId: PLACE, role: 'commissioner' }],
      asleep: [],
      organisations: [],
      version: 1,
    },
  }
  await renderPage(<AppRoutes />, {
    answers,
    at: paths.matches({ challengeId: CHALLENGE }),
    hadSession: true,
  })
  expect(await screen.findByRole('heading', { name: 'This page is not open to you' })).toBeVisible()
})
