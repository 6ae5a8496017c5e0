import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { meJson, PLACE_ID, signedIn } from '../../../test/town.ts'
import {
  closed,
  DESK,
  desk,
  draw,
  GROUP,
  READ,
  recruitment,
  TOKEN,
  WORDINGS,
} from './draw.fixture.tsx'

const as = (role: string) => ({
  ...signedIn(meJson({ roles: [{ placeId: PLACE_ID, role }] })),
  [`GET /groups/${GROUP}`]: { status: 404, body: { code: 'codesign.group_not_found' } },
})
const why = 'The council has taken the question back, so nothing is left to decide.'

describe('a name written down for somebody who rang or sent a form (PE3, CD7)', () => {
  const ENTERED = `POST /groups/${GROUP}/recruitment/names/entered`
  const page = (sent: unknown[]) => ({
    ...as('broker'),
    ...WORDINGS,
    [READ]: { body: recruitment() },
    [ENTERED]: ({ body }: { body?: unknown }) => {
      sent.push(body)
      const slip = { reference: 'PLUM-47', words: 'PLUM-4721-OTTER' }
      const address = 'https://place.example/draw-slip'
      return { status: 201, body: { firstName: 'Mr Okafor', slip: { ...slip, address } } }
    },
  })

  it('is read back, and ends in a slip to print with words and where to type them', async () => {
    const sent: unknown[] = []
    const { user } = await draw(`/groups/${GROUP}/draw/enter`, page(sent))
    await user.click(await screen.findByLabelText('By telephone'))
    await user.type(screen.getByLabelText('Their first name'), 'Mr Okafor')
    await user.click(screen.getByLabelText('Through somebody'))
    await user.type(screen.getByLabelText('Whom do we ask for, and where?'), 'The library desk')
    await user.click(screen.getByLabelText('By phone'))
    await user.click(screen.getByLabelText('Elmside'))
    expect(screen.getByText(/may get in touch with you about this group/)).toBeVisible()
    await user.click(screen.getByLabelText('Yes, and they agreed'))
    await user.click(screen.getByRole('button', { name: 'Write down and make a slip' }))
    expect(await screen.findByText('PLUM-4721-OTTER')).toBeVisible()
    expect(screen.getByText(/go to place\.example\/draw-slip/)).toBeVisible()
    expect(sent).toEqual([
      expect.objectContaining({
        ...{ saidBy: 'phone', readBack: true, firstName: 'Mr Okafor', contactBy: 'someone' },
        answers: [{ category: 'Where do you live?', feature: 'Elmside' }],
        specialConsentVersion: null,
      }),
    ])
  })

  it('he rings because his slip is lost, and gets new words (PE3)', async () => {
    const sent: unknown[] = []
    const { user } = await draw(`/groups/${GROUP}/draw/desk`, {
      ...as('facilitator'),
      [DESK]: { body: desk(recruitment(), { entered: 2 }) },
      [`POST /groups/${GROUP}/recruitment/names/slip`]: ({ body }) => {
        sent.push(body)
        const slip = { reference: 'PLUM-47', words: 'PLUM-8362-HERON' }
        const address = 'https://place.example/draw-slip'
        return { status: 201, body: { firstName: 'Mr Okafor', slip: { ...slip, address } } }
      },
    })
    await user.click(await screen.findByText('Somebody lost their slip'))
    await user.type(screen.getByLabelText('Their first name'), 'Mr Okafor')
    await user.click(screen.getByLabelText('Through somebody'))
    await user.type(screen.getByLabelText('Whom do we ask for, and where?'), 'The library desk')
    await user.click(screen.getByRole('button', { name: 'Make a new slip' }))
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(sent).toEqual([])
    await user.click(screen.getByLabelText(/they know that the old slip stops working/))
    await user.click(screen.getByRole('button', { name: 'Make a new slip' }))
    expect(await screen.findByText('PLUM-8362-HERON')).toBeVisible()
    expect(sent).toEqual([
      {
        ...{ firstName: 'Mr Okafor', contactBy: 'someone', contact: 'The library desk' },
        readBack: true,
      },
    ])
  })

  it('is not sent before it was read to them', async () => {
    const sent: unknown[] = []
    const { user } = await draw(`/groups/${GROUP}/draw/enter`, page(sent))
    await user.click(await screen.findByLabelText('On paper'))
    await user.click(screen.getByRole('button', { name: 'Write down and make a slip' }))
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(sent).toEqual([])
  })

  it('the desk, the page of the draw and what is on paper lead there', async () => {
    const to = `/groups/${GROUP}/draw/enter`
    const answers = { ...as('facilitator'), [DESK]: { body: desk(recruitment(), { entered: 2 }) } }
    await draw(`/groups/${GROUP}/draw/desk`, answers)
    const link = await screen.findByRole('link', { name: 'Write down a name for somebody' })
    expect(link).toHaveAttribute('href', to)
    expect(screen.getByText(/2 of them were written down for somebody/)).toBeVisible()
  })

  it('and so does the page anybody reads, for who takes calls; the form on paper is for all', async () => {
    await draw(`/groups/${GROUP}/draw`, { ...as('broker'), [READ]: { body: recruitment() } })
    expect(
      await screen.findByRole('link', { name: 'Write down a name for somebody' }),
    ).toHaveAttribute('href', `/groups/${GROUP}/draw/enter`)
    expect(screen.getByRole('link', { name: 'The form on paper' })).toHaveAttribute(
      'href',
      `/groups/${GROUP}/paper/draw`,
    )
  })

  it('on paper stand the same questions, with room to sign, in Dutch too', async () => {
    const answers = { ...WORDINGS, [READ]: { body: recruitment() } }
    await draw(`/groups/${GROUP}/paper/draw`, answers, 'nl')
    expect(await screen.findByText('Where do you live?')).toBeVisible()
    expect(screen.getByText(/We vragen nooit naar uitkeringen/)).toBeVisible()
    expect(screen.getByText('Je naam, om te zeggen dat je akkoord bent')).toBeVisible()
  })
})

describe('Mr Okafor, with his slip', () => {
  it('types its words on any phone and sees his name', async () => {
    const { user } = await draw('/draw-slip', {
      'POST /draw-slips/open': { body: { token: TOKEN } },
      'POST /draw-slips/read': {
        body: {
          ...{ reference: 'PLUM-47', number: null, firstName: 'Mr Okafor', state: 'open' },
          group: { id: GROUP, name: 'Carers’ Tuesday' },
          ...{ closesAt: '2026-12-09T23:59:59.999Z', chance: null, outcome: 'waiting' },
          ...{ hasSpecial: false, calledOffWhy: null },
        },
      },
    })
    await user.type(await screen.findByLabelText('Reference'), 'plum-47')
    await user.type(screen.getByLabelText('The words'), 'plum 4721 otter')
    await user.click(screen.getByRole('button', { name: 'See my name' }))
    expect(await screen.findByRole('button', { name: 'Take my name out' })).toBeVisible()
  })
})

describe('a draw that is called off', () => {
  it('takes a reason, and says at the desk whom to ring', async () => {
    const sent: unknown[] = []
    const off = recruitment({
      state: 'called-off',
      calledOff: { at: '2026-12-01T10:00:00.000Z', why },
    })
    const people = [
      { number: 1, firstName: 'Dora', reference: 'OTTER-12', outcome: 'called-off', ring: '020 1' },
    ]
    const { user } = await draw(`/groups/${GROUP}/draw/desk`, {
      ...as('facilitator'),
      [DESK]: { body: desk(closed()) },
      [`POST /groups/${GROUP}/recruitment/call-off`]: ({ body }) => {
        sent.push(body)
        return { body: desk(off, { people }) }
      },
    })
    await user.click(await screen.findByText('Call the draw off'))
    const press = screen.getByRole('button', { name: 'Call it off and tell everybody' })
    await user.click(press)
    expect(sent).toEqual([])
    await user.type(screen.getByLabelText('Why is it called off?'), why)
    await user.click(press)
    expect(await screen.findByRole('table', { name: /To be told/ })).toHaveTextContent('Dora')
    expect(sent).toEqual([{ why }])
    expect(screen.queryByText('Call the draw off')).toBeNull()
    expect(screen.getByText('Begin a new draw')).toBeVisible()
  })

  it('shows everybody why, and offers nothing to check or to put in', async () => {
    const off = { state: 'called-off', calledOff: { at: '2026-12-01T10:00:00.000Z', why } }
    await draw(`/groups/${GROUP}/draw`, { [READ]: { body: recruitment(off) } }, 'nl')
    expect(await screen.findByText(why)).toBeVisible()
    expect(screen.getByText(/is besloten dat de loting niet doorgaat/)).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Meld je aan' })).toBeNull()
  })
})
