import { screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { further } from '../further-paths.ts'
import { AppRoutes } from '../router.tsx'
import { GROUP, signedInAs } from './groups.fixture.ts'

const KAY = '018f0000-0000-7000-8000-000000000091'
const GONE = '018f0000-0000-7000-8000-000000000092'
const SESSION = '018f0000-0000-7000-8000-000000000093'
const COMING = '018f0000-0000-7000-8000-000000000094'

const person = (more: object) => ({
  ...{ firstName: 'Kayleigh', reference: 'PLUM-47', left: false, bloc: 'residents', paid: true },
  ...{ minutes: null, preparationMinutes: null, comes: null, came: null, ...more },
})
const desk = {
  group: { id: GROUP, name: 'Carers’ Tuesday' },
  sessions: [
    {
      ...{ id: SESSION, startsAt: '2026-11-10T18:00:00.000Z', venue: 'Elmside Hall' },
      ...{ state: 'held', minutes: 120, preparationMinutes: 60, confirmed: false },
      people: [
        person({ memberId: KAY }),
        person({ memberId: GONE, firstName: '', reference: 'FERN-12', left: true }),
      ],
    },
  ],
  ...{ items: [], ring: [], currency: 'GBP', hasRates: true, dayRates: [], vouchers: false },
  claims: {
    people: [{ id: KAY, firstName: 'Kayleigh', reference: 'PLUM-47' }],
    sessions: [
      { id: COMING, startsAt: '2026-12-08T18:00:00.000Z', venue: 'Elmside Hall', begun: false },
      { id: SESSION, startsAt: '2026-11-10T18:00:00.000Z', venue: 'Elmside Hall', begun: true },
    ],
    receiptLimitPence: 1_000,
  },
  figures: {
    ...{ paid: 0, medianDays: null, inTime: 0, inTimeShare: null, expensesPaid: 0, prepaid: 0 },
    ...{ prepaidShare: null, hours: [] },
  },
}

const taxi = {
  ...{ id: COMING, kind: 'expense', why: 'fares', moved: false, minutes: null },
  ...{ preparationMinutes: null, amountPence: 460, words: '', receipt: false, advance: true },
  session: { id: COMING, startsAt: '2026-12-08T18:00:00.000Z', venue: 'Elmside Hall' },
  ...{ choice: null, chosenPence: null, charityName: '', saidBy: 'phone', state: 'chosen' },
  ...{ dueAt: '2026-11-12T20:00:00.000Z', chooseBy: '2026-11-12T00:00:00.000Z', payBy: null },
  ...{ approveBy: null, confirmed: true, paidAt: null, failedBecause: null, refusedWhy: '' },
  ...{ settledPence: null, late: false },
  member: { id: KAY, firstName: 'Kayleigh', reference: 'PLUM-47', left: false },
}

// Fetched once before anybody waits for it: a busy machine takes its time.
beforeAll(
  () => Promise.all([import('./group-pay-page.tsx'), import('../pages-further-on.tsx')]),
  60_000,
)

describe('Yusuf at the pay of his group (CD4)', () => {
  it('writes down who was there, also of whom only the reference is left', async () => {
    await renderPage(<AppRoutes />, {
      at: further.groupPay({ groupId: GROUP }),
      hadSession: true,
      answers: { ...signedInAs('facilitator'), [`GET /groups/${GROUP}/pay`]: { body: desk } },
    })
    expect(await screen.findByLabelText('Kayleigh')).toBeVisible()
    expect(screen.getByLabelText('Has left the group (FERN-12)')).toBeVisible()
  })

  it('writes a taxi down for Kayleigh, who rang: beforehand, as the session is to come, and read back', async () => {
    const sent: unknown[] = []
    const { user } = await renderPage(<AppRoutes />, {
      at: further.groupPay({ groupId: GROUP }),
      hadSession: true,
      answers: {
        ...signedInAs('facilitator'),
        [`GET /groups/${GROUP}/pay`]: { body: desk },
        [`POST /groups/${GROUP}/pay/members/${KAY}/expenses`]: ({ body }) => {
          sent.push(body)
          return { status: 201, body: taxi }
        },
      },
    })
    await user.click(await screen.findByText('Write it down for them'))
    const part = within(
      screen.getByRole('region', { name: 'Somebody asks you for money they spent, or need' }),
    )
    await user.selectOptions(part.getByLabelText('Who is it for?'), KAY)
    await user.selectOptions(part.getByLabelText('For which session?'), COMING)
    await user.click(part.getByLabelText('Fares or petrol'))
    await user.type(part.getByLabelText('What did it cost, or will it cost?'), '4.60')
    await user.click(part.getByLabelText('By telephone'))
    await user.click(part.getByRole('button', { name: 'Write it down' }))
    const complaint = 'Read it back to them first, then tick this'
    expect((await part.findAllByText(complaint))[0]).toBeVisible()
    expect(sent).toEqual([])
    await user.click(part.getByLabelText('Yes, and they agreed'))
    await user.click(part.getByRole('button', { name: 'Write it down' }))
    await screen.findByText(/^Written down and confirmed/)
    expect(sent).toEqual([
      {
        ...{ sessionId: COMING, why: 'fares', words: '', saidBy: 'phone', pence: 460 },
        ...{ receipt: false, advance: true, readBack: true },
      },
    ])
  })
})
