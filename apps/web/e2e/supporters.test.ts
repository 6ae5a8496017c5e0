import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../api/src/demo/index.ts'
import { launchBrowser, personWithBrowser, WIDTHS } from './support/browser.ts'
import { lettersTo, picture, signIn } from './support/people.ts'
import { type Product, startProduct } from './support/product.ts'

const OKAFOR = 'mr.okafor@example.org'
const JOY = 'joy@example.org'

let product: Product
let browser: Browser
beforeAll(async () => {
  product = await startProduct({ prepare: async (url) => void (await seedDemo(url)) })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const somebody = (width: keyof typeof WIDTHS, expected: RegExp[] = []) =>
  personWithBrowser(browser, { origin: product.url, width: WIDTHS[width], expected })

/** Nothing an assistive tool stumbles over, and nothing wider than the screen. */
async function calm(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
}

describe('Mr Okafor asks his niece Joy to join a group for him', () => {
  it('he asks on his phone, she says yes and joins, he sees it and ends it, and she is herself again', async () => {
    const { page: his } = await somebody('phone')
    await signIn(his, product.url, OKAFOR)
    await his.goto('/me')
    await his.getByRole('link', { name: 'Somebody who helps me' }).click()
    await his.getByLabel('What do you call them?').fill('Joy')
    await his.getByLabel('Their email address or mobile number').fill(JOY)
    await his.getByLabel('Take part in groups for me').check()
    await calm(his)
    await picture(his, 'supporters-ask-360')
    await his.getByRole('button', { name: 'Ask them' }).click()
    await his.getByText('We have asked Joy.').waitFor()

    const { page: hers } = await somebody('laptop')
    const [letter] = await lettersTo(product.url, JOY)
    expect(letter?.subject).toContain('asks you for help')
    await signIn(hers, product.url, JOY)
    await hers.goto('/me/helping')
    await hers.getByRole('button', { name: `Yes, I help ${OKAFOR}` }).waitFor()
    await calm(hers)
    await picture(hers, 'supporters-asked-1280')
    await hers.getByRole('button', { name: `Yes, I help ${OKAFOR}` }).click()
    await hers.getByRole('button', { name: `Do something for ${OKAFOR}` }).click()
    await hers.getByText(`You are doing this for ${OKAFOR}.`).waitFor()
    await hers.locator('main a[href^="/groups/"]').first().click()
    await hers.locator('main a[href$="/join"]').first().click()
    await hers.getByLabel('First name').waitFor()
    expect(await hers.locator('input[name="contact"]').inputValue()).toBe(OKAFOR)
    await hers.getByLabel('First name').fill('Chidi')
    await hers.locator('input[name="ways"]').first().check()
    await calm(hers)
    await picture(hers, 'supporters-join-for-1280')
    await hers.getByRole('button', { name: 'Join the group' }).click()
    await hers.getByText('Say this when you ring us.').first().waitFor()
    await hers.getByRole('link', { name: 'What you can do' }).click()
    await hers.getByRole('button', { name: /^Leave / }).waitFor()
    await calm(hers)
    await picture(hers, 'supporters-acting-1280')

    await his.goto('/me/helped')
    await his.getByText('What Joy did for you').click()
    await his.getByText(/^Joined a group for you, /).waitFor()
    await calm(his)
    await picture(his, 'supporters-helped-360')
    await his.getByRole('button', { name: 'End the help of Joy' }).click()
    await his.getByRole('button', { name: 'Yes, end it now' }).click()
    await his.getByText('From now on Joy can do nothing for you here.').waitFor()

    await hers.getByRole('button', { name: /^Leave / }).click()
    await hers.getByRole('button', { name: 'Yes, leave it' }).click()
    await hers.getByText(`You are doing this for ${OKAFOR}.`).waitFor({ state: 'detached' })
  })

  it('on her phone the bar fits, and one press leads back', async () => {
    const { page: his } = await somebody('laptop')
    await signIn(his, product.url, OKAFOR)
    await his.goto('/me/helped')
    await his.getByLabel('What do you call them?').fill('Joy')
    await his.getByLabel('Their email address or mobile number').fill(JOY)
    await his.getByLabel('Take part in groups for me').check()
    await his.getByRole('button', { name: 'Ask them' }).click()
    await his.getByText('We have asked Joy.').waitFor()
    const { page: hers } = await somebody('phone')
    await signIn(hers, product.url, JOY)
    await hers.goto('/me/helping')
    await hers.getByRole('button', { name: `Yes, I help ${OKAFOR}` }).click()
    await hers.getByRole('button', { name: `Do something for ${OKAFOR}` }).click()
    await hers.getByText(`You are doing this for ${OKAFOR}.`).waitFor()
    await hers.getByRole('heading', { level: 1 }).waitFor()
    await calm(hers)
    await picture(hers, 'supporters-bar-360')
    await hers.getByRole('button', { name: 'Back to yourself' }).click()
    await hers.getByRole('heading', { level: 1, name: 'People I help' }).waitFor()
    await hers.getByText(/You are doing this for/).waitFor({ state: 'detached' })
  })
})
