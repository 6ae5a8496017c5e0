import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { further } from '../further-paths.ts'
import { AppRoutes } from '../router.tsx'
import { GROUP } from './groups.fixture.ts'

const ITEM = '018f0000-0000-7000-8000-000000000081'
const SESSION = '018f0000-0000-7000-8000-000000000082'
const item = (more: object = {}) => ({
  ...{ id: ITEM, kind: 'involvement', why: 'held', minutes: 120, preparationMinutes: 60 },
  session: { id: SESSION, startsAt: '2026-11-10T18:00:00.000Z', venue: 'Elmside Hall' },
  ...{ amountPence: 7_500, words: '', receipt: false, advance: false, choice: null },
  ...{ chosenPence: null, charityName: '', saidBy: null, state: 'due', confirmed: true },
  ...{ dueAt: '2026-11-10T20:00:00.000Z', chooseBy: '2026-11-12T00:00:00.000Z', payBy: null },
  ...{ approveBy: null, paidAt: null, failedBecause: null, refusedWhy: '', settledPence: null },
  ...{ late: false, moved: false, ...more },
})
const advice = {
  ...{ language: 'en', words: 'Citizens Advice looks at it with you.', phone: '01632 960 123' },
  ...{ link: 'https://advice.example/pay', since: '2026-01-01T00:00:00.000Z' },
}
const pay = (more: object = {}) => ({
  ...{ items: [item()], way: null, advice: [advice], vouchers: false, receiptLimitPence: 1_000 },
  currency: 'GBP',
  sessions: [
    { id: SESSION, startsAt: '2026-11-10T18:00:00.000Z', venue: 'Elmside Hall', begun: true },
  ],
  ...{ paid: true, ...more },
})
const at = further.ownPay({ groupId: GROUP })
const base = `/groups/${GROUP}/own-pay`

const open = (answers: Answers) => renderPage(<AppRoutes />, { at, answers })

describe('Kayleigh’s own page about pay (CD4, J-19)', () => {
  it('two taps: what, and send; the card on advice stands before it and asks nothing', async () => {
    const sent: unknown[] = []
    const { user } = await open({
      [`GET ${base}`]: { body: pay() },
      [`POST ${base}/${ITEM}/choice`]: ({ body }) => {
        sent.push(body)
        const after = { choice: 'all', chosenPence: 7_500, state: 'chosen' }
        return { body: item({ ...after, approveBy: '2026-11-13T00:00:00.000Z' }) }
      },
    })
    const card = await screen.findByRole('region', { name: 'Before you say yes to pay' })
    expect(card).toHaveTextContent('So may vouchers. Money given back')
    expect(card.querySelector('input, select, textarea, button')).toBeNull()
    await user.click(screen.getByLabelText('All of it: £75'))
    await user.click(screen.getByRole('button', { name: 'Send' }))
    expect(await screen.findByText('Thank you. It is on its way to you.')).toBeVisible()
    expect(sent).toEqual([{ choice: 'all' }])
  })
  it('an evening that was moved too late is paid, and says so', async () => {
    const lost = item({ why: 'cancelled-late', moved: true })
    await open({ [`GET ${base}`]: { body: pay({ items: [lost] }) } })
    expect(await screen.findByText(/Session of .*, moved late/)).toBeVisible()
  })
  it('less says how much, and not the whole', async () => {
    const sent: unknown[] = []
    const { user } = await open({
      [`GET ${base}`]: { body: pay() },
      [`POST ${base}/${ITEM}/choice`]: ({ body }) => {
        sent.push(body)
        return { body: item({ choice: 'less', chosenPence: 1_250, state: 'chosen' }) }
      },
    })
    await user.click(await screen.findByLabelText('Less'))
    await user.type(screen.getByLabelText('How much?'), '75')
    await user.click(screen.getByRole('button', { name: 'Send' }))
    expect((await screen.findAllByText(/smaller than the whole/))[0]).toBeVisible()
    await user.clear(screen.getByLabelText('How much?'))
    await user.type(screen.getByLabelText('How much?'), '12.50')
    await user.click(screen.getByRole('button', { name: 'Send' }))
    await screen.findByText('Thank you. It is on its way to you.')
    expect(sent).toEqual([{ choice: 'less', pence: 1_250 }])
  })
  it('an IBAN whose check digits do not fit is not sent', async () => {
    const sent: unknown[] = []
    const { user } = await open({
      [`GET ${base}`]: { body: pay() },
      [`PUT ${base}/way`]: ({ body }) => {
        sent.push(body)
        return { body: { way: 'bank', last4: '4300', since: '2026-11-10T20:00:00.000Z' } }
      },
    })
    await user.click(await screen.findByText('Say how'))
    await user.click(screen.getByLabelText('Bank transfer, IBAN'))
    await user.type(screen.getByLabelText('Name on the account'), 'K Doyle')
    await user.type(screen.getByLabelText('IBAN'), 'NL92 ABNA 0417 1643 00')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect((await screen.findAllByText(/These check digits do not fit/))[0]).toBeVisible()
    expect(sent).toEqual([])
    await user.clear(screen.getByLabelText('IBAN'))
    await user.type(screen.getByLabelText('IBAN'), 'NL91 ABNA 0417 1643 00')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText(/^Saved\. If you gave bank details/)
    const to = { kind: 'iban', name: 'K Doyle', iban: 'NL91 ABNA 0417 1643 00' }
    expect(sent).toEqual([{ to }])
  })
  it('money for time and money given back are two sums, never one', async () => {
    const paid = { choice: 'all', state: 'paid', paidAt: '2026-11-13T10:00:00.000Z' }
    const fare = {
      ...{ id: SESSION, kind: 'expense', why: 'fares', minutes: null, preparationMinutes: null },
      ...{ amountPence: 440, chosenPence: 440 },
    }
    const items = [item({ ...paid, chosenPence: 7_500 }), item({ ...paid, ...fare })]
    await open({ [`GET ${base}`]: { body: pay({ items }) } })
    const sums = await screen.findByRole('region', { name: 'So far' })
    expect(sums).toHaveTextContent('Paid for your time£75Given back for what you spent£4.40')
    expect(document.body).not.toHaveTextContent('£79.40')
  })
})
