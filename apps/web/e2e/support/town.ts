import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { codesignContract } from '@howcanwe/shared/codesign'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { seedDemo } from '../../../api/src/demo/index.ts'
import { launchBrowser, personWithBrowser, WIDTHS } from './browser.ts'
import { clientOf, PICTURES, signedInClient, signIn } from './people.ts'
import { type Product, startProduct } from './product.ts'

/** The made-up town, built and running, for every test of a file that calls this once. */
export function startTown() {
  const town = {} as { product: Product; browser: Browser }
  beforeAll(async () => {
    town.product = await startProduct({ prepare: async (url) => void (await seedDemo(url)) })
    town.browser = await launchBrowser()
  })
  afterAll(async () => {
    await town.browser?.close()
    await town.product?.stop()
  })
  const known = new Map<string, ReturnType<typeof signedInClient>>()
  /** Without a browser; signed in once, because nobody may ask for digits all the time. */
  const call = (email?: string) => {
    if (!email) return Promise.resolve(clientOf(town.product.url))
    const client = known.get(email) ?? signedInClient(town.product.url, email)
    known.set(email, client)
    return client
  }
  const at = async (width: keyof typeof WIDTHS, email?: string): Promise<Page> => {
    const { page } = await personWithBrowser(town.browser, {
      origin: town.product.url,
      width: WIDTHS[width],
    })
    if (email) await signIn(page, town.product.url, email)
    return page
  }
  return {
    town,
    /** Somebody's browser, signed in where an address is given. */
    at,
    call,
    groupNamed: async (name: string): Promise<string> => {
      const { items } = await clientOf(town.product.url)(codesignContract.list, { query: {} })
      return items.find((one) => one.name === name)?.id ?? ''
    },
    /** Somebody opens their place in a group on a phone with the words of a slip; they have no account. */
    placeOf: async (runs: string, of: { groupId: string; memberId: string }): Promise<Page> => {
      const facilitator = await call(runs)
      const slip = await facilitator(codesignContract.newSlip, { params: of, body: {} })
      const page = await at('phone')
      await page.goto('/my-place')
      await page.getByLabel('Reference').fill(slip.reference)
      await page.getByLabel('Words').fill(slip.words)
      await page.getByRole('button', { name: 'Open my place' }).click()
      await page.getByText('Your place is open on this device.').waitFor()
      return page
    },
  }
}

/** Nothing axe knows is wrong with the page, and it does not scroll sideways; kept as a picture. */
export async function cleanPicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  await page.locator('h1').first().waitFor()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: `${PICTURES}${name}.png`, fullPage: true })
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  const [wide, room] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    window.innerWidth,
  ])
  expect(wide, 'scrolls sideways').toBeLessThanOrEqual(room)
}

/** That what a person just did is said to them where they are: the page's focus stands on it. */
export async function expectSaid(page: Page, words: string | RegExp): Promise<void> {
  const said = page.getByRole('status').filter({ hasText: words })
  await said.first().waitFor()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''))
    .toMatch(words)
}
