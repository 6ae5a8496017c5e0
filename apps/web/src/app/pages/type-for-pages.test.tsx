import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { further } from '../further-paths.ts'
import { AppRoutes } from '../router.tsx'
import { CHALLENGE, PLACE, place, problem, signedInAs } from './groups.fixture.ts'

const ZEBRA = '018f0000-0000-7000-8000-000000000091'
const OTHER = '018f0000-0000-7000-8000-000000000092'
const AREA = '018f0000-0000-7000-8000-000000000082'
const organisation = (id: string, name: string) => ({
  ...{ id, placeId: PLACE, name, kind: 'charity', sector: 'community', incomeBand: 'none' },
  ...{ state: 'listed', pausedUntil: null, stale: false, parent: null, themes: ['carers'] },
  ...{ areas: [{ id: AREA, name: 'Northgate' }], website: null, contact: null, identifiers: [] },
  ...{ can: { change: false, check: true }, version: 1 },
})
const stored = {
  ...{ organisationId: ZEBRA, staffHoursPerMonth: null, volunteerHoursPerMonth: null },
  ...{ spareHoursPerMonth: 20, notBefore: null, availability: [], skills: [], otherSkills: '' },
  ...{ premises: [], reach: [], livedExperience: null, possibleWith: [] },
  ...{ confirmedAt: '2026-03-02T10:00:00.000Z', version: 3 },
}

const open = (at: string, answers: Answers) =>
  renderPage(<AppRoutes />, {
    answers: {
      ...signedInAs('broker'),
      'GET /places/here': {
        body: { ...place, areas: [{ id: AREA, name: 'Northgate', gssCode: null }] },
      },
      ...answers,
    },
    at,
    hadSession: true,
  })
type Page = Awaited<ReturnType<typeof open>>
/** All at once, as whoever pastes it: a key at a time takes these long forms a minute on a busy machine. */
const fill = async (user: Page['user'], field: HTMLElement, text: string) => {
  await user.click(field)
  await user.paste(text)
}
const mayDo = (slip: boolean, type = true, capacity = type): Answers => ({
  [`GET /organisations/${ZEBRA}/typing`]: {
    body: { name: 'Zebra Club', can: { type, capacity, slip } },
  },
  [`GET /organisations/${ZEBRA}/typed`]: { body: { items: [] } },
})
const town: Answers = {
  'GET /organisations': ({ url }) => ({
    body: url.includes('q=zeb')
      ? { items: [organisation(ZEBRA, 'Zebra Club')], nextCursor: null }
      : { items: [organisation(OTHER, 'Aardvark Club')], nextCursor: 'more' },
  }),
  [`GET /places/${PLACE}/desk-challenges`]: {
    body: {
      items: [
        {
          ...{ id: CHALLENGE, slug: 'halls', question: 'How can we keep halls open?' },
          ...{ closesAt: '2027-03-01T10:00:00.000Z', typedByMe: false },
        },
      ],
      more: false,
    },
  },
}

describe('Ines looks for whom she types (PE3)', () => {
  it('finds the last of thousands by a part of its name, and goes on to its answers', async () => {
    const { user } = await open(further.typeFor(), { ...town, ...mayDo(false) })
    expect(await screen.findByRole('radio', { name: 'Aardvark Club' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Make a new slip' })).toBeNull()
    await user.type(screen.getByRole('searchbox', { name: 'Which organisation?' }), 'zeb')
    await user.click(await screen.findByRole('radio', { name: 'Zebra Club' }))
    const own = within(await screen.findByRole('region', { name: 'For Zebra Club' }))
    await user.click(own.getByRole('button', { name: 'Type their answers' }))
    expect(own.getByRole('searchbox', { name: 'Which challenge?' })).toHaveFocus()
    expect(own.getByText('Choose a challenge from the list')).toBeVisible()
    await user.click(own.getByRole('radio', { name: 'How can we keep halls open?' }))
    expect(own.queryByText('Choose a challenge from the list')).toBeNull()
    expect(own.getByRole('link', { name: 'Print the form on paper' })).toHaveAttribute(
      'href',
      further.paper({ slug: 'halls' }),
    )
    expect(own.getByRole('link', { name: 'Type what they have' })).toHaveAttribute(
      'href',
      further.typeCapacity({ organisationId: ZEBRA }),
    )
  })

  it('is offered a slip only where the service says that one can be made', async () => {
    const at = further.typeFor({}, { o: ZEBRA })
    const none = await open(at, { ...town, ...mayDo(false) })
    await screen.findByRole('link', { name: 'Type what they have' })
    expect(screen.queryByRole('button', { name: 'Make a new slip' })).toBeNull()
    none.unmount()
    await open(at, { ...town, ...mayDo(true) })
    expect(await screen.findByRole('button', { name: 'Make a new slip' })).toBeVisible()
  })

  it('reads why another broker types what they have, before she asks them anything (§2.2)', async () => {
    const here = await open(further.typeFor({}, { o: ZEBRA }), {
      ...town,
      ...mayDo(true, true, false),
    })
    expect(await screen.findByText(/so another broker types it/)).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Type what they have' })).toBeNull()
    here.unmount()
    await open(further.typeCapacity({ organisationId: ZEBRA }), mayDo(true, true, false))
    expect(await screen.findByText(/so another broker types it/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Save what they said' })).toBeNull()
  })

  it('reads what was typed for them before, and takes it along', async () => {
    const entry = { id: OTHER, what: 'capacity', by: 'Bea', challenge: null }
    await open(further.typeFor({}, { o: ZEBRA }), {
      ...town,
      ...mayDo(false),
      [`GET /organisations/${ZEBRA}/typed`]: {
        body: { items: [{ ...entry, readBackAt: '2027-02-01T10:00:00.000Z' }] },
      },
    })
    expect(await screen.findByText(/Bea wrote down what they have and can spare/)).toBeVisible()
    expect(await screen.findByText('Take this list along')).toBeVisible()
  })

  it('types nothing for a group of her own', async () => {
    await open(further.typeFor({}, { o: ZEBRA }), { ...town, ...mayDo(false, false) })
    expect(await screen.findByText(/You belong to this organisation/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Type their answers' })).toBeNull()
  })
})

describe('Ines types what a group has and can spare', () => {
  const at = further.typeCapacity({ organisationId: ZEBRA })
  const spare = () => screen.findByLabelText('Hours a month you could spare for work with others')
  const go = () => screen.getByRole('button', { name: 'Save what they said' })
  const saysYes = async (user: Page['user']) => {
    await fill(user, screen.getByLabelText('Who is on the telephone or beside you?'), 'Mr Okafor')
    await user.click(screen.getByLabelText(/I read everything back/))
  }

  it('sends it only when all of it is whole and was read back, over what was there', async () => {
    const sent: { body: unknown; match: string | null }[] = []
    const { user } = await open(at, {
      ...mayDo(false),
      [`GET /organisations/${ZEBRA}/capacity`]: { body: stored },
      [`PUT /typed/organisations/${ZEBRA}/capacity`]: ({ body, headers }) => {
        sent.push({ body, match: headers.get('if-match') })
        return { body: { told: 'sent', capacity: { ...stored, version: 4 } } }
      },
    })
    const hours = await spare()
    await user.clear(hours)
    await fill(user, hours, '6')
    await user.click(screen.getByRole('button', { name: 'Add a room' }))
    await fill(user, screen.getByLabelText('What is it called?'), 'The hall')
    await saysYes(user)
    await user.click(go())
    const wrong = 'Enter how many people can sit, like 40'
    expect((await screen.findAllByText(new RegExp(wrong))).length).toBeGreaterThan(1)
    expect(sent).toEqual([])
    await fill(user, screen.getByLabelText('How many people can sit?'), '40')
    await user.click(go())
    expect(await screen.findByText('It is written down')).toBeVisible()
    expect(sent).toMatchObject([
      {
        body: {
          capacity: { spareHoursPerMonth: 6, premises: [{ name: 'The hall', seats: 40 }] },
          typed: { readBack: true, whoAsked: 'Mr Okafor' },
        },
        match: '"3"',
      },
    ])
    expect(JSON.stringify({ ...localStorage })).not.toContain('The hall')
  })

  it('is asked which is right when somebody of theirs wrote in between, and to read it back again', async () => {
    const sent: (string | null)[] = []
    const state = { ...stored }
    const { user } = await open(at, {
      ...mayDo(false),
      [`GET /organisations/${ZEBRA}/capacity`]: () => ({ body: { ...state } }),
      [`PUT /typed/organisations/${ZEBRA}/capacity`]: ({ headers }) => {
        sent.push(headers.get('if-match'))
        if (sent.length > 1) return { body: { told: 'slip', capacity: { ...state, version: 5 } } }
        Object.assign(state, { spareHoursPerMonth: 11, version: 4 })
        return problem(412, 'request.stale')
      },
    })
    const hours = await spare()
    await user.clear(hours)
    await fill(user, hours, '6')
    await saysYes(user)
    await user.click(go())
    await screen.findAllByText('Somebody saved other answers while you were typing')
    expect(screen.getByRole('cell', { name: '11' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Keep what I typed' }))
    const readBack = screen.getByLabelText(/I read everything back/)
    expect(readBack).not.toBeChecked()
    await user.click(readBack)
    await user.click(go())
    expect(await screen.findByText('It is written down')).toBeVisible()
    expect(sent).toEqual(['"3"', '"4"'])
  })
})

describe('getting on the list on paper', () => {
  const labelsOf = (root: HTMLElement) =>
    [...root.querySelectorAll('legend, label, .hcw-paper__question strong')].map(
      (one) => one.textContent ?? '',
    )
  /** Of these sentences, those that stand here, in the order they do. */
  const inOrder = (sentences: readonly string[], here: readonly string[]) =>
    sentences.filter((one) => here.includes(one)).sort((a, b) => here.indexOf(a) - here.indexOf(b))

  it('stands in the order in which it is typed in, part by part', async () => {
    const drawn = await open(further.paperOrganisation(), {})
    await screen.findByRole('heading', { name: 'Put our group on the list' })
    const paper = labelsOf(drawn.container)
    drawn.unmount()
    const first = await open(further.typeOrganisation(), {})
    await screen.findByLabelText('What is your organisation called?')
    const registering = labelsOf(first.container)
    first.unmount()
    const second = await open(further.typeCapacity({ organisationId: ZEBRA }), {
      ...mayDo(true),
      [`GET /organisations/${ZEBRA}/capacity`]: { body: stored },
    })
    await screen.findByLabelText(/Hours a month you could spare/)
    const having = labelsOf(second.container)
    for (const screenful of [registering, having]) {
      const shared = paper.filter((one) => screenful.includes(one))
      expect(shared.length).toBeGreaterThan(7)
      expect(inOrder(shared, screenful)).toEqual(shared)
    }
  })

  it('comes in large print and in Dutch, and says where the same is on a screen', async () => {
    const { container } = await renderPage(<AppRoutes />, {
      answers: { ...signedInAs('broker') },
      at: `${further.paperOrganisation()}?size=large`,
      language: 'nl',
    })
    expect(await screen.findByRole('heading', { name: 'Zet onze groep op de lijst' })).toBeVisible()
    expect(container.querySelector('.hcw-paper--large')).not.toBeNull()
    expect(screen.getByRole('link', { name: 'Toon het in gewone letters' })).toHaveAttribute(
      'href',
      further.paperOrganisation(),
    )
    expect(screen.getByText(/Hetzelfde op een scherm/)).toBeVisible()
  })
})
