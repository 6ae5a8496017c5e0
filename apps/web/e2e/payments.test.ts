import { AxeBuilder } from '@axe-core/playwright'
import { codesignContract } from '@howcanwe/shared/codesign'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../api/src/demo/index.ts'
import { launchBrowser, personWithBrowser, WIDTHS } from './support/browser.ts'
import { clientOf, lettersTo, picture, signIn } from './support/people.ts'
import { type Product, startProduct } from './support/product.ts'

const YUSUF = 'yusuf@voluntary-action.example'
const CLEO = 'cleo@council.example'
const JOAN = 'joan@voluntary-action.example'
const KAYLEIGH = 'kayleigh@home.example'

let product: Product
let browser: Browser
let groupId = ''
beforeAll(async () => {
  product = await startProduct({
    prepare: async (url) => void (await seedDemo(url)),
    env: { RATE_LIMIT: '0' },
  })
  browser = await launchBrowser()
  const anyone = clientOf(product.url)
  const { items } = await anyone(codesignContract.list, { query: {} })
  groupId = items.find(({ name }) => name === 'Evenings in the hall')?.id ?? ''
  await anyone(codesignContract.join, {
    params: { groupId },
    body: {
      ...{ firstName: 'Kayleigh', contactBy: 'email', contact: KAYLEIGH, needs: '' },
      ...{ ways: ['in-the-room'], language: 'en', consentVersion: '2026-11' },
    },
  })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function somebody(width: keyof typeof WIDTHS, email?: string): Promise<Page> {
  const { page } = await personWithBrowser(browser, { origin: product.url, width: WIDTHS[width] })
  if (email) await signIn(page, product.url, email)
  return page
}

const clean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

/** On her phone, with her place opened by the link in a letter, on the page about her pay. */
async function kayleigh(): Promise<Page> {
  const [letter] = await lettersTo(product.url, KAYLEIGH)
  const key = /my-place#(\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
  const kay = await somebody('phone')
  await kay.goto(`/my-place#${key}`)
  await kay.getByRole('button', { name: 'Open my place' }).click()
  await kay.getByText('Your place is open on this device.').waitFor()
  await kay.goto(`/groups/${groupId}/pay`)
  await kay.getByRole('heading', { name: 'My pay' }).waitFor()
  return kay
}

describe('Kayleigh is paid on time, her way (J-19)', () => {
  it('Yusuf writes down who was there', async () => {
    const yusuf = await somebody('laptop', YUSUF)
    await yusuf.goto(`/groups/${groupId}/pay/desk`)
    const open = yusuf.getByRole('listitem').filter({
      has: yusuf.getByRole('button', { name: 'Write down who was there' }),
    })
    await open.first().getByLabel('Kayleigh').check()
    await open.first().getByLabel('Tariq').check()
    await picture(yusuf, 'pay1-facilitator-1280')
    await clean(yusuf)
    await open.first().getByRole('button', { name: 'Write down who was there' }).click()
    await yusuf.getByText('Written down. 2 people are asked what they would like.').waitFor()
    await picture(yusuf, 'pay2-facilitator-after-1280')
  })

  it('she opens her place with the link in the letter, reads the card, and chooses in two taps', async () => {
    const [letter] = await lettersTo(product.url, KAYLEIGH)
    expect(letter?.subject).toContain('Thank you')
    const kay = await kayleigh()
    await kay.getByRole('heading', { name: 'Before you say yes to pay' }).waitFor()
    await picture(kay, 'pay3-own-360')
    await clean(kay)
    await kay.getByLabel('All of it: £75').check()
    await kay.getByRole('button', { name: 'Send' }).click()
    await kay.getByText('Thank you. It is on its way to you.').waitFor()
  })

  it('says once how money reaches her; nobody sees more than four digits', async () => {
    const kay = await kayleigh()
    await kay.getByText('Say how', { exact: true }).click()
    await kay.getByLabel('Bank transfer, UK account').check()
    await kay.getByLabel('Name on the account').fill('K Doyle')
    await kay.getByLabel('Sort code').fill('12-34-5')
    await kay.getByLabel('Account number').fill('31926819')
    await kay.getByRole('button', { name: 'Save' }).click()
    await kay.getByText('A sort code has six digits, like 12-34-56').first().waitFor()
    await picture(kay, 'pay4-way-360')
    await kay.getByLabel('Sort code').fill('12-34-56')
    await kay.getByRole('button', { name: 'Save' }).click()
    await kay.getByText('to the account ending in 6819').waitFor()
    await picture(kay, 'pay5-on-its-way-360')
    await clean(kay)
  })

  it('asks for the fare of the next session beforehand', async () => {
    const kay = await kayleigh()
    await kay.getByText('Ask for money', { exact: true }).click()
    await kay.getByLabel('For which session?').selectOption({ index: 1 })
    await kay.getByLabel('Fares or petrol').check()
    await kay.getByLabel('What did it cost, or will it cost?').fill('4.40')
    await kay.getByRole('button', { name: 'Ask for it' }).click()
    await kay.getByText('Asked for. You see below where it is.').waitFor()
    const yusuf = await somebody('laptop', YUSUF)
    await yusuf.goto(`/groups/${groupId}/pay/desk`)
    await yusuf.getByRole('button', { name: 'Confirm for Kayleigh' }).click()
    await yusuf.getByText('Confirmed.').waitFor()
  })

  it('Cleo approves all that is ready, makes the file and says that it arrived', async () => {
    const cleo = await somebody('laptop', CLEO)
    await cleo.goto('/desk/pay')
    await cleo.getByLabel(/Approve Kayleigh, Time on/).waitFor()
    await picture(cleo, 'pay6-clerk-1280')
    await clean(cleo)
    await cleo.getByRole('button', { name: 'Approve these' }).click()
    await cleo.getByText('Batch 2 is approved. Take its file to the bank.').waitFor()
    await cleo.getByRole('link', { name: 'Batch 2' }).click()
    await cleo.getByRole('heading', { name: 'Batch 2' }).waitFor()
    const [download] = await Promise.all([
      cleo.waitForEvent('download'),
      cleo.getByRole('button', { name: 'Make the payment file' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('payments-2-1.csv')
    await cleo.getByRole('button', { name: 'All of them arrived' }).click()
    await cleo.getByText('Said. People are told.').waitFor()
    await picture(cleo, 'pay7-batch-1280')
    await clean(cleo)
  })

  it('she sees that it was sent, her time and her fare apart', async () => {
    const kay = await kayleigh()
    await kay
      .getByText(/Sent on /)
      .first()
      .waitFor()
    await kay.getByText('Given back for what you spent').waitFor()
    await picture(kay, 'pay8-paid-360')
    const [letter] = await lettersTo(product.url, KAYLEIGH)
    expect(letter?.subject).toContain('You are paid')
    expect(letter?.text).not.toMatch(/£|6819/)
  })
})

describe('her hours were put down too low (J-19, CD4)', () => {
  it('she says so on her phone in two taps, with what she really read', async () => {
    const kay = await kayleigh()
    await kay.getByText('My hours are not right', { exact: true }).click()
    await kay.getByText(/Put down for you: 2 hours at the session/).waitFor()
    await kay.getByLabel('Minutes reading and getting ready').fill('105')
    await kay.getByLabel('Anything to add?').first().fill('I read both papers')
    await picture(kay, 'pay11-hours-360')
    await clean(kay)
    await kay.getByRole('button', { name: 'Say it' }).click()
    await kay.getByText('Thank you. The person who runs the group answers').waitFor()
    await kay.getByText(/You hear by /).waitFor()
    await picture(kay, 'pay12-hours-said-360')
  })
  it('Yusuf sees what she says beside what he put down, and puts it right; Bilal he says no to, and why', async () => {
    const yusuf = await somebody('laptop', YUSUF)
    await yusuf.goto(`/groups/${groupId}/pay/desk`)
    await yusuf.getByRole('button', { name: 'Yes, put it right for Kayleigh' }).waitFor()
    await picture(yusuf, 'pay13-hours-desk-1280')
    await clean(yusuf)
    await yusuf.getByRole('button', { name: 'Yes, put it right for Kayleigh' }).click()
    await yusuf.getByText('Put right. What was missing is paid to Kayleigh too.').waitFor()
    await yusuf.getByText('No, leave it as it is for Bilal').click()
    await yusuf.getByLabel('Why? They read it.').fill('One paper was sent out, not two.')
    await yusuf.getByRole('button', { name: 'Say no' }).first().click()
    await yusuf.getByText('Answered. Bilal hears why.').waitFor()
  })
  it('she hears of it, and what was missing is hers to choose about, apart from what was paid', async () => {
    const [letter] = await lettersTo(product.url, KAYLEIGH)
    expect(letter?.subject).toContain('Your hours are put right')
    const kay = await kayleigh()
    await kay.getByText(/More time on /).waitFor()
    await kay.getByText(/has put it right/).waitFor()
    await picture(kay, 'pay14-hours-right-360')
    await clean(kay)
  })
})

describe('what the place pays', () => {
  it('Joan sees rates with their source, and may set one', async () => {
    const joan = await somebody('laptop', JOAN)
    await joan.goto('/desk/pay/rules')
    await joan
      .getByText(/Check the current table before you use it/)
      .first()
      .waitFor()
    await joan.getByText('Set a rate', { exact: true }).click()
    await picture(joan, 'pay9-rules-1280')
    await clean(joan)
  })
  it('reads them on a phone without scrolling sideways', async () => {
    const joan = await somebody('phone', JOAN)
    await joan.goto('/desk/pay/rules')
    await joan.getByRole('heading', { name: 'What this place pays' }).waitFor()
    await picture(joan, 'pay10-rules-360')
    const wide = await joan.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(WIDTHS.phone)
  })
})
