import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { challengeJson } from '../../../test/town.ts'
import { further } from '../further-paths.ts'
import { AppRoutes } from '../router.tsx'
import { CHALLENGE, PLACE, place, problem, signedInAs } from './groups.fixture.ts'

const ORGANISATION = '018f0000-0000-7000-8000-000000000081'
const AREA = '018f0000-0000-7000-8000-000000000082'
const slip = {
  organisation: 'Okafor’s allotment',
  code: 'PLUM-4721-OTTER',
  expiresAt: '2027-06-01T10:00:00.000Z',
  address: 'https://partners.example.org/slip',
}

const open = (at: string, role: string, answers: Answers) =>
  renderPage(<AppRoutes />, {
    answers: {
      ...signedInAs(role),
      'GET /places/here': {
        body: { ...place, areas: [{ id: AREA, name: 'Northgate', gssCode: null }] },
      },
      'GET /organisations/candidates': { body: { items: [] } },
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

describe('Ines with somebody on the telephone (PE3)', () => {
  it('puts their group on the list only after she read it back, and gives them a slip', async () => {
    const sent: Record<string, unknown>[] = []
    const { user } = await open(further.typeOrganisation(), 'broker', {
      'POST /typed/organisations': ({ body }) => {
        sent.push(body as Record<string, unknown>)
        return { status: 201, body: { organisationId: ORGANISATION, told: 'slip', slip } }
      },
    })
    await fill(
      user,
      await screen.findByLabelText('What is your organisation called?'),
      slip.organisation,
    )
    await user.selectOptions(screen.getByLabelText('What are you?'), 'unconstituted-group')
    await user.selectOptions(screen.getByLabelText(/How much money/), 'none')
    await user.click(screen.getByLabelText('Northgate'))
    await user.click(screen.getByLabelText(/Older people/i))
    const name = screen.getByLabelText('Their name')
    expect(name).toHaveValue('')
    await fill(user, name, 'Mr Okafor')
    await fill(user, screen.getByLabelText('Telephone number'), '020 7946 0222')
    await user.click(screen.getByLabelText(/What I have said here is true/))
    await user.click(screen.getByRole('button', { name: 'Register' }))
    expect(await screen.findByText('Write who asked you to type this')).toBeVisible()
    expect(sent).toEqual([])
    await fill(user, screen.getByLabelText('Who is on the telephone or beside you?'), 'Mr Okafor')
    await user.click(screen.getByLabelText(/I read everything back/))
    await user.click(screen.getByRole('button', { name: 'Register' }))
    expect(await screen.findByText('PLUM-4721-OTTER')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Type what they have' })).toBeVisible()
    expect(screen.getByText(/tell them yourself what you typed/)).toBeVisible()
    expect(sent[0]).toMatchObject({
      organisation: { placeId: PLACE, name: slip.organisation, declared: true },
      typed: { readBack: true, whoAsked: 'Mr Okafor', minutes: 10 },
    })
  })

  it('types five answers and sends them without keeping any on her device', async () => {
    const sent: Record<string, unknown>[] = []
    const at = further.typeInterest({ challengeId: CHALLENGE, organisationId: ORGANISATION })
    const { user } = await open(at, 'broker', {
      [`GET /challenges/${CHALLENGE}`]: { body: challengeJson },
      [`GET /organisations/${ORGANISATION}/typing`]: {
        body: { name: slip.organisation, can: { type: true, capacity: true, slip: true } },
      },
      [`POST /typed/challenges/${CHALLENGE}/interests`]: ({ body }) => {
        sent.push(body as Record<string, unknown>)
        return { status: 201, body: { interestId: ORGANISATION, told: 'sent' } }
      },
    })
    expect(await screen.findByText('For Okafor’s allotment')).toBeVisible()
    await fill(
      user,
      await screen.findByLabelText(/Why does this matter/),
      'Nine of us look after somebody at night.',
    )
    await fill(user, screen.getByLabelText(/How many hours a month/), '4')
    await user.click(screen.getByRole('radio', { name: 'On our own' }))
    await fill(user, screen.getByLabelText('Who is on the telephone or beside you?'), 'Mr Okafor')
    await user.click(screen.getByLabelText(/I read everything back/))
    await user.click(screen.getByRole('button', { name: 'Send their answers' }))
    expect(await screen.findByText('Their answers are sent')).toBeVisible()
    expect(sent[0]).toMatchObject({
      interest: { organisationId: ORGANISATION, hoursPerMonth: 4, together: 'alone' },
      typed: { readBack: true },
    })
    expect(JSON.stringify({ ...localStorage })).not.toContain('Nine of us')
  })
})

describe('Mr Okafor with his slip', () => {
  it('takes his group over, and is told in words when the code does not work', async () => {
    let tries = 0
    const { user } = await open(further.slip(), 'member', {
      'POST /slips/claim': () => {
        tries++
        return tries === 1
          ? problem(404, 'cases.slip_unknown')
          : { body: { organisationId: ORGANISATION, name: slip.organisation } }
      },
      [`GET /organisations/${ORGANISATION}/typed`]: {
        body: {
          items: [
            {
              id: AREA,
              what: 'organisation',
              by: 'Ines',
              challenge: null,
              readBackAt: '2027-03-01T10:00:00.000Z',
            },
          ],
        },
      },
    })
    await fill(user, await screen.findByLabelText('The code on your slip'), 'plum 4721 oter')
    await user.click(screen.getByRole('button', { name: 'Take it over' }))
    expect((await screen.findAllByText(/This code does not work/)).length).toBeGreaterThan(0)
    await user.click(screen.getByRole('button', { name: 'Take it over' }))
    expect(await screen.findByText('Okafor’s allotment is yours now')).toBeVisible()
    expect(await screen.findByText(/Ines put you on the list/)).toBeVisible()
  })
})

describe('on paper', () => {
  it('anybody prints the ten minutes with the question, the closing time and whom to give it back to', async () => {
    await open(further.paper({ slug: challengeJson.slug }), 'member', {
      [`GET /challenges/${challengeJson.slug}`]: { body: challengeJson },
    })
    expect(await screen.findByRole('heading', { name: challengeJson.question })).toBeVisible()
    expect(screen.getByText(/Answers count until/)).toBeVisible()
    expect(screen.getByText('1. Why does this matter to the people you work with?')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Print this form' })).toBeVisible()
    expect(screen.getByText(/The same on a screen: .*\/challenges\//)).toBeVisible()
    expect(screen.getByText('For whoever types it in')).toBeVisible()
    const { person, organisation } = challengeJson.asker
    expect(
      screen.getByText(new RegExp(`Who reads it: .*${person} at ${organisation}`)),
    ).toBeVisible()
    expect(screen.getByText(/room for 250 words/)).toBeVisible()
    expect(screen.getByText('Tick one')).toBeVisible()
  })
})
