import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../api/src/demo/index.ts'
import { backstage } from '../../api/test/backstage.ts'
import { launchBrowser, personWithBrowser, WIDTHS } from './support/browser.ts'
import { lettersTo, picture, signIn } from './support/people.ts'
import { type Product, startProduct } from './support/product.ts'

const INES = 'ines@voluntary-action.example'
const AMINA = 'amina@carers.example'

let product: Product
let browser: Browser
beforeAll(async () => {
  product = await startProduct({
    prepare: async (url) => void (await seedDemo(url)),
    env: { SECOND_FACTOR: 'required' },
  })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const somebody = (width: keyof typeof WIDTHS) =>
  personWithBrowser(browser, { origin: product.url, width: WIDTHS[width] })

/** A phone with a finger on it, inside Chromium itself; taking it away is losing it. */
async function phoneOf(context: BrowserContext, page: Page) {
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    lose: () => session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
  }
}

const faultsOf = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)

const signOut = async (page: Page) => {
  await page.getByRole('button', { name: 'Sign out' }).first().click()
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor()
}

describe('Ines, a broker, where roles need more than a mailbox', () => {
  it('adds a passkey, comes back with it, loses it, and comes back with a code from her paper', async () => {
    const { page, context } = await somebody('phone')
    const phone = await phoneOf(context, page)
    await signIn(page, product.url, INES)
    await page.getByRole('heading', { level: 1, name: 'Confirm with your passkey' }).waitFor()
    await page.getByRole('link', { name: 'Add a passkey' }).waitFor()
    await picture(page, 'passkeys-asleep-360')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: 'Add a passkey' }).click()
    await page.getByText('A role of yours stays closed').waitFor()
    await page.getByLabel('A name for it').fill('My phone')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('Your passkey is added: My phone.').waitFor()
    const codes = await page.locator('code').allTextContents()
    expect(codes).toHaveLength(8)
    await picture(page, 'passkeys-codes-360')
    expect(await faultsOf(page)).toEqual([])
    expect((await lettersTo(product.url, INES))[0]?.subject).toContain('A passkey was added')
    await page.goto('/desk')
    await page.getByRole('heading', { level: 1, name: /desk/i }).waitFor()

    await signOut(page)
    await signIn(page, product.url, INES)
    await page.getByRole('button', { name: 'Use my passkey' }).waitFor()
    await picture(page, 'passkeys-confirm-360')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Use my passkey' }).click()
    await page.getByRole('heading', { level: 1, name: /desk/i }).waitFor()

    await signOut(page)
    await phone.lose()
    await phoneOf(context, page)
    await signIn(page, product.url, INES)
    await page.getByText('I do not have my passkey with me').click()
    await page.getByLabel('One of your recovery codes').fill(codes[0] ?? '')
    await page.getByRole('button', { name: 'Use this code' }).click()
    await page.getByRole('heading', { level: 1, name: /desk/i }).waitFor()
    await page.goto('/me/passkeys')
    await page.getByText('You have 7 recovery codes left').waitFor()
    await picture(page, 'passkeys-mine-360')
  })
})

describe('Amina, who has no passkey, six minutes after she signed in', () => {
  it('gets six digits, types them, and has everything about her in front of her', async () => {
    const { page } = await somebody('laptop')
    await signIn(page, product.url, AMINA)
    await backstage(product.databaseUrl).ageProofs(6)
    await page.goto('/me/everything')
    await page.getByRole('heading', { name: 'Show that it is you' }).waitFor()
    await picture(page, 'passkeys-prove-1280')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Send me the digits' }).click()
    await page.getByLabel('The six digits').waitFor()
    const [letter] = await lettersTo(product.url, AMINA)
    await page
      .getByLabel('The six digits')
      .fill(/\d{3} \d{3}/.exec(letter?.subject ?? '')?.[0] ?? '')
    await page.getByRole('button', { name: 'It is me' }).click()
    await page.getByRole('button', { name: 'Save as a file' }).waitFor()
  })
})
