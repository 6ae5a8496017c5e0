import { AxeBuilder } from '@axe-core/playwright'
import { proposalsContract } from '@howcanwe/shared/proposals'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../api/src/demo/index.ts'
import { launchBrowser, personWithBrowser, WIDTHS } from './support/browser.ts'
import { clientOf, lettersTo, picture, signIn } from './support/people.ts'
import { type Product, startProduct } from './support/product.ts'

const INES = 'ines@voluntary-action.example'
const MAYA = 'maya@members.example'
const GRACE = 'grace@health.example'
const QUESTION = 'How can we hear our name called when we wait for medicine?'
const STORY =
  'The pharmacy queue costs me half a day. I lip-read, and they call from behind the shelves.'

let product: Product
let browser: Browser
beforeAll(async () => {
  product = await startProduct({
    prepare: async (url) => void (await seedDemo(url)),
    env: { RATE_LIMIT: '0' },
  })
  browser = await launchBrowser()
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

/** In the row of the desk that shows this question. */
const cardOf = (page: Page, question: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: question }) })

describe('Mr Okafor puts a challenge on the table (J-05)', () => {
  let reference = ''
  let words = ''
  let pageAt = ''

  it('Ines types what he says by telephone, reads it back, and hands him a slip', async () => {
    const ines = await somebody('laptop', INES)
    await ines.goto('/desk/proposals/new')
    await ines.getByLabel('Your question').fill(QUESTION)
    await ines.getByText('Is it one of these?').waitFor()
    await ines.getByLabel('What is happening?').fill(STORY)
    await ines.getByLabel('Where is it?').selectOption({ label: 'Elmside' })
    await ines.getByLabel(/^Where exactly/).fill('The pharmacy on Mill Street')
    await ines.getByLabel('Who is affected?').fill('Everybody who hears badly')
    await ines.getByLabel('Their first name').fill('Samuel')
    await ines.getByLabel('By phone or text').check()
    await ines.getByLabel('Their phone number').fill('07700 900456')
    await ines.getByRole('button', { name: 'Put their question on the table' }).click()
    await ines.getByRole('alert').getByText('Read it back first').waitFor()
    await ines.getByLabel('I read all of it back').check()
    await picture(ines, 'p1-typed-for-somebody-1280')
    await ines.getByRole('button', { name: 'Put their question on the table' }).click()
    await ines.getByText('Your reference').waitFor()
    reference = (await ines.getByText(/^[A-Z]+-\d{2,3}$/).textContent()) ?? ''
    words = (await ines.getByText(/^[A-Z]+-\d{4}-[A-Z]+$/).textContent()) ?? ''
    await picture(ines, 'p2-slip-1280')
    expect(words).not.toBe('')
  })

  it('it stands in her queue; she reads it for safety and puts it up', async () => {
    const ines = await somebody('laptop', INES)
    await ines.goto('/desk')
    await ines.getByText('A question from a resident to read').first().waitFor()
    await ines.goto('/desk/proposals')
    const card = cardOf(ines, QUESTION)
    await card.getByText('Samuel: 07700 900456').waitFor()
    await picture(ines, 'p3-desk-1280')
    await card.getByRole('button', { name: 'Put it up for everybody' }).click()
    await card.getByText('Gathering support').waitFor()
    const { items } = await clientOf(product.url)(proposalsContract.list, { query: {} })
    pageAt = `/proposals/${items.find((one) => one.question === QUESTION)?.id}`
  })

  it('a neighbour stands behind it on a phone, by a link that a person presses', async () => {
    const page = await somebody('phone')
    await page.goto('/proposals')
    await picture(page, 'p4-list-360')
    await page.goto(pageAt)
    await page.getByRole('heading', { level: 1, name: QUESTION }).waitFor()
    await page.getByText('A few people stand behind it.').waitFor()
    await page.getByLabel('Your first name').fill('Rosa')
    await page.getByLabel('By email').check()
    await page.getByLabel('Your email address').fill('rosa@neighbours.example')
    await picture(page, 'p5-page-360')
    await page.getByRole('button', { name: 'Stand behind it' }).click()
    await page.getByText('Look in your email').waitFor()
    const [letter] = await lettersTo(product.url, 'rosa@neighbours.example')
    const link = /https?:\/\/\S+support#\S+/.exec(letter?.text ?? '')?.[0] ?? ''
    await page.goto(link.replace(/^https?:\/\/[^/]+/, ''))
    await page.getByRole('button', { name: 'Yes, I stand behind it' }).click()
    await page.getByText('You stand behind it').waitFor()
    expect(page.url()).not.toContain('#')
    await picture(page, 'p6-confirmed-360')
  })

  it('an elected member sponsors it by name, and the day of the answer is public', async () => {
    const maya = await somebody('laptop', MAYA)
    await maya.goto(pageAt)
    await maya.getByText('Sponsor this question').click()
    await maya.getByLabel('Why do you sponsor it?').fill('I hear it at every surgery I hold.')
    await maya.getByRole('button', { name: 'Sponsor it by name' }).click()
    await maya.getByText('I hear it at every surgery I hold.').waitFor()
    await maya
      .getByText(/A public body answers by name by/)
      .first()
      .waitFor({ state: 'attached' })
    await picture(maya, 'p7-sponsored-1280')
  })

  it('public health takes it over; he reads the draft with his slip and says what should be different', async () => {
    const grace = await somebody('laptop', GRACE)
    await grace.goto('/desk/proposals')
    await cardOf(grace, QUESTION).getByRole('button', { name: 'Take it over as a draft' }).click()
    await grace.getByText('Answered, joined or over').click()
    await cardOf(grace, QUESTION)
      .getByRole('link', { name: /^To the draft/ })
      .waitFor()
    const samuel = await somebody('phone')
    await samuel.goto('/proposals/own')
    await samuel.getByLabel('Your reference').fill(reference)
    await samuel.getByLabel('The words on your slip').fill(words.toLowerCase())
    await picture(samuel, 'p8-own-words-360')
    await samuel.getByRole('button', { name: 'Open my question' }).click()
    await samuel.getByText('The draft it became').waitFor()
    await samuel
      .getByLabel('What should be different?')
      .fill('It is about a light, not a louder voice.')
    await samuel.getByRole('button', { name: 'Send to whoever writes it' }).click()
    await samuel.getByText('1. Samuel').waitFor()
    await picture(samuel, 'p9-own-360')
    await cardOf(grace, QUESTION)
      .getByRole('link', { name: /^To the draft/ })
      .click()
    await grace.getByLabel('Taken over', { exact: true }).check()
    await grace.getByLabel('Say it in a sentence or two').fill('Yes. The draft says light now.')
    await grace.getByRole('button', { name: 'Answer', exact: true }).click()
    await grace.getByText('Grace Osei took it over:').waitFor()
    await picture(grace, 'p10-co-authors-1280')
  })

  it('and the challenge of the town that came from such a question names who asked it first', async () => {
    const page = await somebody('phone')
    await page.goto('/challenges/wait-for-medicine-without-losing-half-a-day')
    await page.getByRole('heading', { name: 'Where this question came from' }).waitFor()
    await page.getByText('Samuel put it on the table and is co-author.').waitFor()
  })
})

describe.each(['en', 'nl'])('every page of it, at 320 pixels, in %s', (language) => {
  it.each([
    [
      undefined,
      ['/proposals', '/proposals/new', '/proposals/own', '/proposals/support', 'one', 'sheet'],
    ],
    [INES, ['/desk/proposals', '/desk/proposals/new']],
    [GRACE, ['/desk/proposals']],
  ])('has no fault for %s', async (email, routes) => {
    const context = await browser.newContext({
      ...{ viewport: { width: 320, height: 700 }, baseURL: product.url, reducedMotion: 'reduce' },
    })
    const page = await context.newPage()
    if (email) await signIn(page, product.url, email)
    await context.addCookies([{ name: 'lang', value: language, url: product.url }])
    const { items } = await clientOf(product.url)(proposalsContract.list, { query: {} })
    const faults: string[] = []
    for (const route of routes) {
      const one = `/proposals/${items[0]?.id}`
      await page.goto({ one, sheet: `${one}/sheet` }[route] ?? route)
      await page.locator('h1').first().waitFor()
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      faults.push(...violations.map((v) => `${route}: ${v.id} ${v.nodes[0]?.html ?? ''}`))
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      if (wide > 320) faults.push(`${route}: ${wide} wide`)
    }
    await context.close()
    expect(faults).toEqual([])
  })
})
