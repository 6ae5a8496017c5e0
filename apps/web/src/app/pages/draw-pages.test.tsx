import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../test/render.tsx'
import { meJson, PLACE_ID, signedIn } from '../../../test/town.ts'
import {
  closed,
  DESK,
  desk,
  digest,
  draw,
  GROUP,
  READ,
  recruitment,
  TOKEN,
  WORDINGS,
} from './draw.fixture.tsx'

const OFF = { at: '2026-12-10T09:00:00.000Z', why: 'The hall burned down, so we meet in spring.' }

const least = (inGroup: number) => ({
  ...{ category: 'Where do you live?', feature: 'Elmside', inGroup, of: 20, affected: 50 },
  parity: { num: inGroup * 100, den: 1000 },
})

describe('anybody, on the page of a draw', () => {
  it('reads who should be in the group and what was promised before the first name', async () => {
    await draw(`/groups/${GROUP}/draw`, { [READ]: { body: recruitment() } })
    expect(await screen.findByText('How Carers’ Tuesday finds its people')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Put your name in' })).toBeVisible()
    const areas = screen.getByRole('table', { name: 'Where do you live?' })
    expect(within(areas).getByText('at least 4; looked after first')).toBeVisible()
    expect(screen.getByText(digest('a'))).toBeVisible()
    expect(screen.getByText(/from the day names close/)).toBeVisible()
  })

  it.each(['draw', 'draw/name'])(
    'is told at %s of a group that does not draw, and led to its page',
    async (page) => {
      const none = { type: 'about:blank', title: 'none', status: 404, code: 'recruitment.none' }
      await draw(`/groups/${GROUP}/${page}`, { [READ]: { status: 404, body: none } })
      expect(
        await screen.findByRole('heading', { level: 1, name: /does not draw its people/ }),
      ).toBeVisible()
      const link = screen.getByRole('link', { name: 'Go to the group’s page' })
      expect(link).toHaveAttribute('href', `/groups/${GROUP}`)
      expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
    },
  )

  it('sees the lack, hidden counts and the seat that stays free once names are closed', async () => {
    await draw(`/groups/${GROUP}/draw`, { [READ]: { body: closed() } })
    expect(await screen.findByText(/One seat stays free/)).toBeVisible()
    expect(screen.getByText(/too few: all of them are in/)).toBeVisible()
    expect(screen.getAllByText('hidden').length).toBeGreaterThan(0)
    expect(screen.getByText(/the highest 571 in 1,000. So the lowest chance is 52%/)).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Put your name in' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Download the sheets (box.json)' })).toBeVisible()
  })

  it.each([
    ['called off, no chance is left to speak of', { state: 'called-off', calledOff: OFF }, null],
    ['the same for all', { lowest: 400, highest: 400, fairness: 100 }, /So everybody has the same/],
    ['one sheet apart', { lowest: 428, highest: 429, fairness: 99 }, /to within one sheet/],
    ['two sheets apart', { lowest: 427, highest: 429, fairness: 99 }, /is 99% of the highest/],
    ['everybody is in', { way: 'all-in', lowest: 1000, highest: 1000, fairness: 100 }, null],
  ])('reads how equal chances are (M29): %s', async (_, more, sentence) => {
    await draw(`/groups/${GROUP}/draw`, { [READ]: { body: closed(more) } })
    expect(await screen.findByText('How Carers’ Tuesday finds its people')).toBeVisible()
    if (sentence) expect(screen.getByText(sentence)).toBeVisible()
    else expect(screen.queryByText(/The lowest chance is/)).toBeNull()
  })

  it.each([
    [
      'the lowest with its counts',
      least(8),
      0,
      /Elmside, 8 of 20 who came up, and 50 of 100 .* 0.8 times .* and it is reached/,
    ],
    ['the lowest below its goal', least(5), 0, /5 of 20 .* 0.5 times its share.*not reached/],
    ['how many it leaves out', least(8), 2, /2 answers are left out/],
    ['that nothing can be said', null, 3, /without giving somebody away/],
  ])(
    'reads whether those came up whom it affects (M27): %s',
    async (_, least, hidden, sentence) => {
      const body = closed({ state: 'confirmed', drawn: 20, reach: { least, hidden } })
      await draw(`/groups/${GROUP}/draw`, { [READ]: { body } })
      expect(await screen.findByText(sentence)).toBeVisible()
    },
  )

  it('finds secret, figure, seed and sheet after the draw, in Dutch too', async () => {
    const done = closed({
      ...{ state: 'confirmed', secret: digest('c'), publicValue: '4 8 15 16 23 42' },
      ...{ seed: digest('d'), sheet: 417, drawn: 11 },
    })
    await draw(`/groups/${GROUP}/draw`, { [READ]: { body: done } }, 'nl')
    expect(await screen.findByText('Zo doe je deze loting over')).toBeVisible()
    for (const shown of [digest('c'), '4 8 15 16 23 42', digest('d')])
      expect(screen.getByText(shown)).toBeVisible()
  })
})

describe('Kayleigh, who puts her name in', () => {
  const page = (sent: unknown[]): Answers => ({
    [READ]: { body: recruitment() },
    ...WORDINGS,
    [`POST /groups/${GROUP}/recruitment/names`]: ({ body }) => {
      sent.push(body)
      return { status: 201, body: { reference: 'PLUM-47', token: TOKEN } }
    },
  })

  it('leaves every question open if she likes, and gets a slip', async () => {
    const sent: unknown[] = []
    const { user } = await draw(`/groups/${GROUP}/draw/name`, page(sent))
    await user.type(await screen.findByLabelText('First name'), 'Kayleigh')
    await user.click(screen.getByLabelText('By phone or text'))
    await user.type(screen.getByLabelText('Phone number'), '07700 900123')
    await user.click(screen.getByLabelText('In the room'))
    await user.click(screen.getByRole('button', { name: 'Put my name in' }))
    expect(await screen.findByText('Your name is in: PLUM-47')).toBeVisible()
    expect(sent).toEqual([
      expect.objectContaining({ answers: [], specialConsentVersion: null, firstName: 'Kayleigh' }),
    ])
  })

  it('is asked for a yes of its own only where she answers a sensitive question', async () => {
    const sent: unknown[] = []
    const { user } = await draw(`/groups/${GROUP}/draw/name`, page(sent))
    const yes = 'Yes, you may use my sensitive answers for this draw'
    expect(await screen.findByLabelText('First name')).toBeVisible()
    expect(screen.queryByLabelText(yes)).toBeNull()
    await user.click(screen.getByLabelText('Yes'))
    await user.click(screen.getByLabelText(yes))
    await user.type(screen.getByLabelText('First name'), 'Kayleigh')
    await user.click(screen.getByLabelText('By email'))
    await user.type(screen.getByLabelText('Email address'), 'kayleigh@example.org')
    await user.click(screen.getByLabelText('By video'))
    await user.click(screen.getByRole('button', { name: 'Put my name in' }))
    expect(await screen.findByText('Your name is in: PLUM-47')).toBeVisible()
    expect(sent).toEqual([
      expect.objectContaining({
        answers: [{ category: 'Are you a disabled person?', feature: 'Yes' }],
        specialConsentVersion: '2026-11',
      }),
    ])
  })

  const slip = (more: object = {}) => ({
    ...{ reference: 'PLUM-47', number: 4711, firstName: 'Kayleigh', state: 'closed' },
    ...{ group: { id: GROUP, name: 'Carers’ Tuesday' }, closesAt: '2026-12-09T23:59:59.999Z' },
    ...{ chance: 300, outcome: 'waiting', hasSpecial: false, calledOffWhy: null },
    ...more,
  })

  it('reads her number and chance behind her link, and takes her name out in two presses', async () => {
    const { user } = await draw(`/draw-slip#${TOKEN}`, {
      'POST /draw-slips/read': { body: slip() },
      'POST /draw-slips/take-out': { body: { out: true } },
    })
    expect(await screen.findByText('300 of 1,000 sheets')).toBeVisible()
    expect(screen.getByText('4711')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Take my name out' }))
    await user.click(screen.getByRole('button', { name: 'Yes, take my name out' }))
    expect(await screen.findByText(/Your name is out/)).toBeVisible()
  })

  it('is told kindly that her name did not come up, with a next step', async () => {
    await draw(
      `/draw-slip#${TOKEN}`,
      {
        'POST /draw-slips/read': { body: slip({ state: 'confirmed', outcome: 'not-drawn' }) },
      },
      'nl',
    )
    expect(await screen.findByText(/Dat was toeval en zegt niets over jou/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Bekijk de andere groepen' })).toBeVisible()
  })
})

describe('Yusuf, who runs the group', () => {
  const me = () => ({
    ...signedIn(meJson({ roles: [{ placeId: PLACE_ID, role: 'facilitator' }] })),
    [`GET /groups/${GROUP}`]: { status: 404, body: { code: 'codesign.group_not_found' } },
  })
  it('sees what lacks before anything is drawn, and types the figure', async () => {
    const sent: unknown[] = []
    const shortages = [{ category: 'Where do you live?', feature: 'Elmside', floor: 4, applied: 3 }]
    const { user } = await draw(`/groups/${GROUP}/draw/desk`, {
      ...me(),
      [DESK]: { body: desk(closed(), { shortages }) },
      [`POST /groups/${GROUP}/recruitment/draw`]: ({ body }) => {
        sent.push(body)
        return { body: desk(closed(), { shortages, figureTyped: 'me' }) }
      },
    })
    expect(await screen.findByText('Elmside: 3 of at least 4')).toBeVisible()
    await user.type(screen.getByLabelText('The figure, as it was announced'), '4 8 15')
    await user.click(screen.getByRole('button', { name: 'Type the figure' }))
    expect(await screen.findByText('Kept. It takes a second person.')).toBeVisible()
    expect(sent).toEqual([{ publicValue: '4 8 15' }])
  })

  it('looks at who came up and confirms', async () => {
    const people = [
      { number: 4711, firstName: 'Kayleigh', reference: 'PLUM-47', outcome: 'drawn', ring: null },
    ]
    const drawn = closed({ state: 'drawn', secret: digest('c'), seed: digest('d'), sheet: 4 })
    const { user } = await draw(`/groups/${GROUP}/draw/desk`, {
      ...me(),
      [DESK]: { body: desk(drawn, { people, reach: least(5) }) },
      [`POST /groups/${GROUP}/recruitment/confirm`]: {
        body: desk(closed({ state: 'confirmed' }), { people }),
      },
    })
    expect(await screen.findByRole('table', { name: 'Who came up' })).toBeVisible()
    expect(screen.getByText(/Reach: Elmside is 5 of 20 who came up/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: /I have looked at it/ }))
    expect(await screen.findByText('Places are given, and everybody is told.')).toBeVisible()
  })

  it('publishes seats, questions and targets, and is told which day is missing', async () => {
    const sent: unknown[] = []
    const { user } = await draw(`/groups/${GROUP}/draw/desk`, {
      ...me(),
      [DESK]: {
        status: 404,
        body: { type: 'x', title: 'x', status: 404, code: 'recruitment.none' },
      },
      [`POST /groups/${GROUP}/recruitment`]: ({ body }) => {
        sent.push(body)
        return { status: 201, body: desk(recruitment()) }
      },
    })
    const publish = () => user.click(screen.getByRole('button', { name: 'Publish and take names' }))
    await user.type(await screen.findByLabelText('As you ask it'), 'Where do you live?')
    const [one, two] = screen.getAllByLabelText('Answer')
    if (one) await user.type(one, 'Elmside')
    if (two) await user.type(two, 'Northgate')
    await user.type(screen.getByLabelText('Which figure decides?'), 'The lottery of 12 December')
    await publish()
    expect(await screen.findByRole('alert')).toBeVisible()
    const days = screen.getAllByLabelText('Day')
    const months = screen.getAllByLabelText('Month')
    const years = screen.getAllByLabelText('Year')
    for (const [at, day] of [9, 12].entries()) {
      await user.type(days[at] as HTMLElement, String(day))
      await user.type(months[at] as HTMLElement, '12')
      await user.type(years[at] as HTMLElement, '2026')
    }
    await publish()
    expect(await screen.findByText('Names are being taken')).toBeVisible()
    expect(sent).toMatchObject([
      {
        seats: 12,
        closesAt: '2026-12-09T23:59:59.999Z',
        publicAt: '2026-12-12T06:00:00.000Z',
        categories: [{ features: [{ name: 'Elmside', min: 0, max: 12, affected: null }, {}] }],
      },
    ])
  })
})
