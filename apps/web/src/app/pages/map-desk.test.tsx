import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CARERS_ID, meJson, PLACE_ID, placeJson } from '../../../test/town.ts'
import { draw, HOMES, id, items, SURGERY } from './map.fixture.tsx'

describe('the page of one', () => {
  const lunch = {
    ...{ id: id(950), name: 'Handyman on call', description: '', status: 'active', url: null },
    ...{ email: null, phone: '020 7946 0001', minimumAge: null, maximumAge: null, areas: [] },
    organisation: 'Elm & Gate Homes',
    source: {
      ...{ file: 'directory.json', licence: null, changedOn: null },
      readAt: '2026-11-01T09:00:00.000Z',
    },
  }
  const ONE = `GET /places/${PLACE_ID}/actors/${HOMES}`

  it('tells what they run, how to reach it, who says so and how to say that it is wrong', async () => {
    await draw(`/map/${HOMES}`, {
      [ONE]: { body: { actor: items[1], services: [lunch], shown: true } },
    })
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Elm & Gate Homes')
    expect(screen.getByText(/020 7946 0001/)).toBeVisible()
    expect(screen.getByText(/directory\.json.*Read on 1 November 2026/)).toBeVisible()
    expect(screen.getByText(/If it is wrong, tell the broker/)).toBeVisible()
  })

  it('is for a broker also where they are not on the map, with who says they funded them', async () => {
    const funding = `GET /organisations/${HOMES}/funding`
    const grant = {
      ...{ id: id(951), funder: 'Elm Foundation', says: 'Elm Foundation', title: 'A van' },
      ...{ currency: 'GBP', amountPence: 900_000, awardedOn: '2019-01-01', licence: null },
      notOurs: false,
    }
    await draw(`/map/${HOMES}`, {
      'GET /me': { body: meJson({ roles: [{ placeId: PLACE_ID, role: 'broker' }] }) },
      [ONE]: { body: { actor: items[1], services: [], shown: false } },
      [funding]: { body: { items: [grant], can: { say: false } } },
      [`GET /organisations/${HOMES}/services`]: { body: { items: [], can: { say: false } } },
    })
    expect(await screen.findByText(/have not asked to be on the map/)).toBeVisible()
    expect(await screen.findByText('What funders say they were given (1 grant)')).toBeVisible()
    expect(screen.getByText(/£9,000 in 2019/)).toBeInTheDocument()
  })
})

describe('Ines', () => {
  const broker = {
    'GET /me': { body: meJson({ roles: [{ placeId: PLACE_ID, role: 'broker' }] }) },
    'GET /places/here': { body: { ...placeJson, areas: [] } },
    [`GET /places/${PLACE_ID}/unmet`]: {
      body: {
        items: [
          {
            a: { id: CARERS_ID, name: 'Carers of Elmside' },
            b: { id: HOMES, name: 'Elm & Gate Homes' },
            fits: [{ give: 'b', what: 'equipment' }],
            themes: ['carers'],
          },
        ],
      },
    },
  }

  it('sees who has not met and why they should, and goes on to introduce them', async () => {
    await draw('/desk/map', broker)
    expect(
      await screen.findByText(/Carers of Elmside asks for: .*Elm & Gate Homes could help/),
    ).toBeVisible()
    const link = screen.getByRole('link', { name: 'Introduce them' })
    expect(link.getAttribute('href')).toContain(`/desk/introductions?a=${CARERS_ID}&aName=Carers`)
  })

  it('puts a surgery on the map and takes one off', async () => {
    const sent: unknown[] = []
    const { user } = await draw('/desk/map', {
      ...broker,
      [`POST /places/${PLACE_ID}/actors`]: ({ body }) => {
        sent.push(body)
        return { status: 201, body: items[2] }
      },
      [`DELETE /actors/${SURGERY}`]: { body: { removed: true } },
    })
    await user.click(await screen.findByText('Add somebody to the map'))
    await user.type(screen.getByRole('textbox', { name: 'Their name' }), 'Mill Lane Surgery')
    await user.selectOptions(screen.getByRole('combobox', { name: 'What they are' }), 'gp-practice')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sector' }), 'public')
    await user.click(screen.getByRole('button', { name: 'Put them on the map' }))
    expect(await screen.findByText('Mill Lane Surgery is on the map.')).toBeVisible()
    expect(sent).toMatchObject([{ name: 'Mill Lane Surgery', kind: 'gp-practice', offers: [] }])
    await user.click(screen.getByRole('button', { name: /Take off the map Mill Lane/ }))
    expect(await screen.findByText('Mill Lane Surgery is off the map.')).toBeVisible()
  })
})
