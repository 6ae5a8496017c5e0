import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CARERS_ID, meJson, PLACE_ID, signedIn } from '../../../test/town.ts'
import { AppRoutes } from '../router.tsx'

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [ASK, OFFER, REQUEST, YOUTH] = [id(51), id(52), id(53), id(54)]

const one = (more: object = {}) => ({
  id: ASK,
  organisation: { id: CARERS_ID, name: 'Carers' },
  kind: 'backfill',
  what: 'Somebody for our Tuesday group',
  until: '2027-03-01',
  state: 'open',
  ours: true,
  createdAt: '2026-11-01T09:00:00.000Z',
  version: 1,
  ...more,
})
const theirs = (more: object = {}) =>
  one({ id: OFFER, organisation: { id: YOUTH, name: 'Elmside Youth' }, ours: false, ...more })
const ROOM = 'GET /support-exchange'
const FITTING = `GET /support-exchange/asks/${ASK}/offers`
const room = (more: object = {}) => ({ body: { asks: [], offers: [], toUs: [], ...more } })
const draw = (answers: Answers, language: 'en' | 'nl' = 'en', me: object = meJson()) =>
  renderPage(<AppRoutes />, {
    at: '/support-exchange',
    language,
    hadSession: true,
    words: ['support-exchange', 'organisations'],
    answers: { ...signedIn(me), ...answers },
  })

describe('Amina, whose group needs and lends (OR5)', () => {
  it('reads what others need and offer, each until its day, and not her own among them', async () => {
    await draw({
      [ROOM]: room({
        asks: [theirs({ id: id(60), kind: 'room', what: 'A warm room' }), one()],
        offers: [theirs({ what: 'A youth worker, two evenings' })],
      }),
      [FITTING]: { body: { items: [] } },
    })
    const list = (await screen.findByRole('heading', { name: 'Others need' })).parentElement
    expect(within(list as HTMLElement).getByText(/A warm room/)).toBeVisible()
    expect(within(list as HTMLElement).getByText(/A room, until 1 March 2027/)).toBeVisible()
    expect(within(list as HTMLElement).queryByText(/Tuesday group/)).not.toBeInTheDocument()
    expect(screen.getByText(/A youth worker, two evenings/)).toBeVisible()
    expect(await screen.findByText(/Nobody offers this yet/)).toBeVisible()
  })

  it('asks for something in three answers; a day is needed', async () => {
    const sent: unknown[] = []
    const { user } = await draw({
      [ROOM]: room(),
      'POST /support-exchange/asks': ({ body }) => {
        sent.push(body)
        return { status: 201, body: one() }
      },
    })
    await user.click(await screen.findByText('Ask for something'))
    const form = within(screen.getByRole('button', { name: 'Ask' }).closest('form') as HTMLElement)
    await user.selectOptions(form.getByRole('combobox', { name: 'What sort of help?' }), 'backfill')
    await user.type(form.getByRole('textbox', { name: /What do you need/ }), 'Cover on Tuesdays')
    await user.click(form.getByRole('button', { name: 'Ask' }))
    expect(await form.findAllByText(/Enter the last day/)).not.toHaveLength(0)
    expect(sent).toEqual([])
    for (const [part, typed] of [
      ['Day', '1'],
      ['Month', '3'],
      ['Year', '2027'],
    ] as const)
      await user.type(form.getByRole('textbox', { name: part }), typed)
    await user.click(form.getByRole('button', { name: 'Ask' }))
    expect(await screen.findByText('Your ask stands here now')).toBeVisible()
    expect(sent).toEqual([
      {
        organisationId: CARERS_ID,
        kind: 'backfill',
        what: 'Cover on Tuesdays',
        until: '2027-03-01',
      },
    ])
  })

  it('sees why an offer fits, asks them, and reads whom to ring once they said yes', async () => {
    const asked: unknown[] = []
    const fits = (more: object = {}) => ({
      body: {
        items: [{ offer: theirs(), areas: ['Elmside'], asked: false, contact: null, ...more }],
      },
    })
    let said = fits()
    const { user } = await draw({
      [ROOM]: room({ asks: [one()] }),
      [FITTING]: () => said,
      [`POST /support-exchange/asks/${ASK}/requests`]: ({ body }) => {
        asked.push(body)
        const contact = { name: 'Dele', email: 'dele@youth.example', phone: '020 7946 0103' }
        said = fits({ asked: true, contact })
        return { status: 201, body: said.body }
      },
    })
    expect(await screen.findByText(/they work in Elmside too/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Ask them Elmside Youth' }))
    expect(await screen.findByText(/Ring or write to Dele/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'dele@youth.example' })).toBeVisible()
    expect(asked).toEqual([{ offerId: OFFER }])
  })

  it('says no to somebody who asks, knowing that nobody is told', async () => {
    const sent: unknown[] = []
    const { user } = await draw({
      [ROOM]: room({
        toUs: [
          {
            id: REQUEST,
            ask: theirs({ id: id(61), what: 'Cover in May' }),
            offer: one({ id: id(62), what: 'A worker in May' }),
            answer: null,
            contact: null,
            thanks: null,
          },
        ],
      }),
      [`POST /support-exchange/requests/${REQUEST}/answer`]: ({ body }) => {
        sent.push(body)
        return { body: { answer: 'no' } }
      },
    })
    expect(await screen.findByText(/Elmside Youth needs: Cover in May/)).toBeVisible()
    expect(screen.getByText(/A no is told to nobody/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'No Elmside Youth' }))
    await waitFor(() => expect(sent).toEqual([{ answer: 'no' }]))
  })

  it('says that it happened, thanks them, and takes back what is no longer needed', async () => {
    const sent: unknown[] = []
    const answer = (path: string, state: string) => ({
      [`POST /support-exchange/asks/${path}`]: ({ body }: { body: unknown }) => {
        sent.push([path.split('/')[1], body])
        return { body: one({ state }) }
      },
    })
    const { user } = await draw({
      [ROOM]: room({
        asks: [
          one({ state: 'matched' }),
          one({ id: id(63), state: 'given', what: 'A policy to copy' }),
        ],
      }),
      [FITTING]: { body: { items: [] } },
      [`GET /support-exchange/asks/${id(63)}/offers`]: { body: { items: [] } },
      ...answer(`${ASK}/given`, 'given'),
      ...answer(`${ASK}/take-back`, 'taken-back'),
      ...answer(`${id(63)}/thanks`, 'thanked'),
    })
    await user.click(await screen.findByRole('button', { name: /It has happened/ }))
    await user.type(screen.getByRole('textbox', { name: /Thank them/ }), 'It saved our week.')
    await user.click(screen.getByRole('button', { name: /Send thanks/ }))
    await user.click(screen.getByRole('button', { name: /We no longer need this/ }))
    await waitFor(() =>
      expect(sent).toEqual([
        ['given', {}],
        ['thanks', { thanks: 'It saved our week.' }],
        ['take-back', {}],
      ]),
    )
  })
})

describe('others', () => {
  it('Ines, a broker without an organisation, reads what is open and can press nothing', async () => {
    const ines = meJson({ roles: [{ placeId: PLACE_ID, role: 'broker' }], organisations: [] })
    await draw({ [ROOM]: room({ offers: [theirs()] }) }, 'en', ines)
    expect(await screen.findByText('Elmside Youth')).toBeVisible()
    expect(screen.queryByText('Ask for something')).not.toBeInTheDocument()
  })

  it('it is read in Dutch', async () => {
    await draw({ [ROOM]: room({ offers: [theirs({ kind: 'room' })] }) }, 'nl')
    expect(await screen.findByText(/1 maart 2027/)).toBeVisible()
  })
})
