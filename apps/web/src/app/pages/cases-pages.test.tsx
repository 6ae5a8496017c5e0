import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CHALLENGE_ID } from '../../../test/town.ts'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'
import { PLACE, problem, signedInAs } from './groups.fixture.ts'

const CASE = '018f0000-0000-7000-8000-000000000071'
const ZEBRA = '018f0000-0000-7000-8000-000000000091'
const zebra = {
  ...{ id: ZEBRA, placeId: PLACE, name: 'Zebra Club', kind: 'charity', sector: 'community' },
  ...{ incomeBand: 'none', state: 'listed', pausedUntil: null, stale: false, parent: null },
  ...{ themes: ['carers'], areas: [], website: null, contact: null, identifiers: [] },
  ...{ can: { change: false, check: true }, version: 1 },
}
const summary = {
  id: CASE,
  title: 'Who reaches men over 60?',
  subject: { kind: 'challenge', about: [{ id: CHALLENGE_ID, name: 'How can we make a break?' }] },
  challenge: { id: CHALLENGE_ID, question: 'How can we make a break?', slug: 'a-break' },
  stage: 'scoping',
  nextAction: 'Ring the lunch club',
  dueOn: '2027-03-04',
  broker: { name: 'Ines', me: true },
  state: 'open',
  minutes: 25,
  changedAt: '2027-03-01T10:00:00.000Z',
}
const line = {
  id: '018f0000-0000-7000-8000-000000000072',
  kind: 'call',
  by: 'Ines',
  whoAsked: 'Mr Okafor',
  consentReference: 'said yes on the phone',
  minutes: 25,
  outcome: 'They would like to hear more.',
  happenedOn: null,
  at: '2027-03-01T10:00:00.000Z',
}
const one = {
  ...summary,
  brokerKind: 'internal',
  neutralityNote: '',
  outcome: '',
  closedAt: null,
  log: [line],
  moves: [{ from: null, to: 'scoping', by: 'Ines', at: '2027-02-01T10:00:00.000Z' }],
  version: 3,
}
const waiting = (more: object) => ({
  kind: 'case',
  title: 'Who reaches men over 60?',
  count: 1,
  note: 'Ring the lunch club',
  since: '2027-03-01T10:00:00.000Z',
  dueAt: '2027-03-05T00:00:00.000Z',
  late: false,
  minutes: 20,
  caseId: CASE,
  challenge: { id: CHALLENGE_ID, slug: 'a-break' },
  organisationId: null,
  registerEntryId: null,
  ...more,
})

const open = (at: string, answers: Answers) =>
  renderPage(<AppRoutes />, {
    answers: { ...signedInAs('broker'), ...answers },
    at,
    hadSession: true,
  })
const caseAt = (answers: Answers = {}) =>
  open(further.case({ caseId: CASE }), { [`GET /cases/${CASE}`]: { body: one }, ...answers })

describe('Ines at her desk (BR1)', () => {
  it('sees who waits, since when, by when and for how many minutes, each leading where it is done', async () => {
    const items = [
      waiting({ late: true }),
      waiting({ kind: 'questions', title: 'A lift?', count: 2, caseId: null, minutes: 10 }),
    ]
    await open(paths.desk(), {
      [`GET /places/${PLACE}/desk-queue`]: { body: { items, minutes: 30 } },
      'GET /desk/challenges': { body: { items: [] } },
    })
    const queue = within(await screen.findByRole('region', { name: 'What waits for you' }))
    expect(await queue.findByText('2 things, about 30 minutes together.')).toBeVisible()
    expect(queue.getByRole('link', { name: 'Who reaches men over 60?' })).toHaveAttribute(
      'href',
      further.case({ caseId: CASE }),
    )
    expect(queue.getByText(/Late: was due/)).toBeVisible()
    expect(queue.getByText('2 questions wait')).toBeVisible()
    expect(queue.getByRole('link', { name: 'A lift?' })).toHaveAttribute(
      'href',
      paths.answerQuestions({ challengeId: CHALLENGE_ID }),
    )
    expect(screen.getByRole('link', { name: /^Cases/ })).toHaveAttribute('href', further.cases())
  })

  it('writes down beside whoever waits that she rang them, and they wait no longer', async () => {
    const sent: unknown[] = []
    const rung = waiting({
      ...{ kind: 'by-hand', title: 'Lunch Club', caseId: null, note: '', organisationId: ZEBRA },
    })
    const lost = [
      waiting({ kind: 'introduction', title: 'Two groups', caseId: null, challenge: null }),
      waiting({ kind: 'capacity', title: 'Busy Club', caseId: null, challenge: null }),
    ]
    const { user } = await open(paths.desk(), {
      [`GET /places/${PLACE}/desk-queue`]: () => ({
        body: { items: sent.length > 0 ? lost : [rung, ...lost], minutes: 30 },
      }),
      'GET /desk/challenges': { body: { items: [] } },
      [`POST /places/${PLACE}/desk-log`]: ({ body }) => {
        sent.push(body)
        return { status: 204 }
      },
    })
    await user.click(await screen.findByText('I rang or visited them'))
    const box = within(screen.getByRole('form', { name: 'What you did for Lunch Club' }))
    await user.click(box.getByRole('button', { name: 'Write it down' }))
    expect((await box.findAllByText(/Write how many minutes/)).length).toBeGreaterThan(0)
    await user.type(box.getByLabelText('How many minutes?'), '12')
    await user.click(box.getByRole('button', { name: 'Write it down' }))
    expect(await screen.findByText('Lunch Club: written down, and off your list')).toBeVisible()
    expect(sent).toMatchObject([
      { kind: 'call', minutes: 12, challengeId: CHALLENGE_ID, organisationId: ZEBRA },
    ])
    expect(screen.getByRole('link', { name: 'Two groups' })).toHaveAttribute(
      'href',
      further.introductionsDesk(),
    )
    expect(screen.getByRole('link', { name: 'Busy Club' })).toHaveAttribute(
      'href',
      further.hoursDesk(),
    )
  })

  it('rang whoever promised nearly all their hours, about no challenge, and has them off her list (J-09)', async () => {
    const sent: unknown[] = []
    const busy = waiting({
      ...{ kind: 'capacity', title: 'Busy Club', caseId: null, challenge: null, note: '9 / 10' },
      organisationId: ZEBRA,
    })
    const { user } = await open(paths.desk(), {
      [`GET /places/${PLACE}/desk-queue`]: () => ({
        body: { items: sent.length > 0 ? [] : [busy], minutes: 10 },
      }),
      'GET /desk/challenges': { body: { items: [] } },
      [`POST /places/${PLACE}/desk-log`]: ({ body }) => {
        sent.push(body)
        return { status: 204 }
      },
    })
    await user.click(await screen.findByText('I rang or visited them'))
    const box = within(screen.getByRole('form', { name: 'What you did for Busy Club' }))
    await user.type(box.getByLabelText('How many minutes?'), '6')
    await user.click(box.getByRole('button', { name: 'Write it down' }))
    expect(await screen.findByText('Busy Club: written down, and off your list')).toBeVisible()
    expect(sent).toMatchObject([
      { kind: 'call', minutes: 6, challengeId: null, organisationId: ZEBRA },
    ])
  })

  it('writes a line while she is still on the phone: the box is open, minutes are added up', async () => {
    const sent: unknown[] = []
    const { user } = await caseAt({
      [`POST /cases/${CASE}/log`]: ({ body }) => {
        sent.push(body)
        const second = { ...line, id: '018f0000-0000-7000-8000-000000000073', kind: 'visit' }
        return { status: 201, body: { ...one, log: [second, line], minutes: 55, version: 4 } }
      },
    })
    expect(await screen.findByText('One line, 25 minutes.')).toBeVisible()
    const box = within(screen.getByRole('form', { name: 'Add to the log' }))
    await user.selectOptions(box.getByLabelText('What was it?'), 'A visit')
    await user.type(box.getByLabelText(/How many minutes/), '30')
    await user.type(box.getByLabelText('What came of it?'), 'Tea on Thursday.')
    await user.click(box.getByRole('button', { name: 'Add to the log' }))
    expect(await screen.findByText('2 lines, 55 minutes together.')).toBeVisible()
    expect(sent).toEqual([
      {
        kind: 'visit',
        whoAsked: '',
        consentReference: '',
        minutes: 30,
        outcome: 'Tea on Thursday.',
        happenedOn: null,
      },
    ])
  })

  it('is told what is missing before a line is added that nobody can change', async () => {
    const { user } = await caseAt()
    await user.click(await screen.findByRole('button', { name: 'Add to the log' }))
    expect(
      (await screen.findAllByText('Write how many minutes, 0 if none')).length,
    ).toBeGreaterThan(0)
  })

  it('moves a case back, and says what comes next over the version she saw', async () => {
    const asked: string[] = []
    const { user } = await caseAt({
      [`POST /cases/${CASE}/stage`]: ({ body }) => {
        asked.push(JSON.stringify(body))
        return { body: { ...one, stage: 'reviewing', version: 4 } }
      },
      [`PATCH /cases/${CASE}`]: ({ headers }) => {
        asked.push(headers.get('if-match') ?? '')
        return { body: { ...one, version: 5 } }
      },
    })
    await user.click(await screen.findByLabelText('Reviewing and revising'))
    await user.click(screen.getByRole('button', { name: 'Move it there' }))
    expect(await screen.findAllByText('Reviewing and revising')).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Saved')).toBeVisible()
    expect(asked).toEqual(['{"stage":"reviewing"}', '"4"'])
  })

  it('loses no word when a colleague saved in between, and saves over what they did', async () => {
    const asked: string[] = []
    let stored: object = one
    const { user } = await caseAt({
      [`GET /cases/${CASE}`]: () => ({ body: stored }),
      [`PATCH /cases/${CASE}`]: ({ headers, body }) => {
        asked.push(headers.get('if-match') ?? '')
        if (asked.length > 1) return { body: { ...one, ...(body as object), version: 5 } }
        stored = { ...one, nextAction: 'Bea rings them', version: 4 }
        return problem(412, 'request.stale')
      },
    })
    const next = await screen.findByLabelText('Next step')
    await user.clear(next)
    await user.type(next, 'Have tea with them')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Saved now: Bea rings them')).toBeVisible()
    expect(next).toHaveValue('Have tea with them')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Saved')).toBeVisible()
    expect(asked).toEqual(['"3"', '"4"'])
  })

  it('goes on from a case of two to introducing them, or to typing for one of them', async () => {
    const about = [
      { id: ZEBRA, name: 'Zebra Club' },
      { id: CASE, name: 'Lunch Club' },
    ]
    await caseAt({
      [`GET /cases/${CASE}`]: { body: { ...one, subject: { kind: 'pair', about } } },
    })
    const from = within(
      await screen.findByRole('navigation', { name: 'What you can do from here' }),
    )
    const introduce = from.getByRole('link', { name: 'Introduce Zebra Club and Lunch Club' })
    expect(introduce.getAttribute('href')).toContain(`a=${ZEBRA}&aName=Zebra+Club&b=${CASE}`)
    expect(from.getByRole('link', { name: 'Type for Zebra Club' })).toHaveAttribute(
      'href',
      further.typeFor({}, { o: ZEBRA }),
    )
  })

  it('says that she stands on one side, and is back among her other cases', async () => {
    const sent: unknown[] = []
    const { user } = await caseAt({
      [`POST /challenges/${CHALLENGE_ID}/broker-conflict`]: ({ body }) => {
        sent.push(body)
        return { status: 204 }
      },
      [`GET /places/${PLACE}/cases`]: { body: { items: [] } },
      [`GET /places/${PLACE}/broker-figures`]: { body: { items: [] } },
    })
    await user.click(await screen.findByText('I stand on one side of this challenge'))
    await user.click(screen.getByRole('button', { name: 'Somebody else should broker it' }))
    expect(await screen.findByRole('heading', { name: 'Cases' })).toBeVisible()
    expect(sent).toEqual([{ note: '' }])
  })

  it('who stands on one side reads that somebody else brokers it', async () => {
    await caseAt({ [`GET /cases/${CASE}`]: problem(403, 'matching.not_neutral') })
    expect(await screen.findByText(/You stand on one side of this challenge/)).toBeVisible()
  })
})

describe('her cases', () => {
  it('has the open ones, a way to begin one about a challenge, and her months', async () => {
    const sent: unknown[] = []
    const { user } = await open(further.cases(), {
      [`GET /places/${PLACE}/cases`]: ({ url }) => ({
        body: { items: url.includes('closed') ? [] : [summary] },
      }),
      [`GET /places/${PLACE}/broker-figures`]: {
        body: {
          items: [
            {
              month: '2027-02',
              minutes: 95,
              actions: 3,
              introductions: 1,
              invitations: 0,
              typedFor: 1,
            },
          ],
        },
      },
      'GET /organisations': ({ url }) => ({
        body: { items: url.includes('q=zeb') ? [zebra] : [], nextCursor: null },
      }),
      [`POST /places/${PLACE}/cases`]: ({ body }) => {
        sent.push(body)
        return { status: 201, body: one }
      },
      [`GET /cases/${CASE}`]: { body: one },
    })
    expect(await screen.findByRole('link', { name: summary.title })).toBeVisible()
    expect(await screen.findByText('1 hour 35 minutes')).toBeVisible()
    await user.click(screen.getByText('Begin a case'))
    const box = within(screen.getByRole('form', { name: 'Begin a case' }))
    await user.type(box.getByLabelText('What do you call it?'), 'Bring them in')
    await user.click(box.getByRole('button', { name: 'Begin' }))
    expect((await box.findAllByText('Choose what it is about')).length).toBeGreaterThan(0)
    await user.click(box.getByRole('radio', { name: 'One or two organisations' }))
    await user.click(box.getByRole('button', { name: 'Begin' }))
    const missing = 'Choose an organisation from the list'
    expect((await box.findAllByText(new RegExp(missing))).length).toBeGreaterThan(0)
    expect(sent).toEqual([])
    await user.type(box.getByRole('searchbox', { name: 'Which organisation?' }), 'zeb')
    await user.click(await box.findByRole('radio', { name: 'Zebra Club' }))
    await user.click(box.getByRole('button', { name: 'Begin' }))
    expect(await screen.findByText('One line, 25 minutes.')).toBeVisible()
    expect(sent).toMatchObject([
      { title: 'Bring them in', subject: { kind: 'organisation', organisationId: ZEBRA } },
    ])
  })
})
