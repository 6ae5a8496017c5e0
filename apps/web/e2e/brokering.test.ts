import { challengesContract } from '@howcanwe/shared/challenges'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../api/src/demo/index.ts'
import { backstage } from '../../api/test/backstage.ts'
import { launchBrowser, personWithBrowser, WIDTHS } from './support/browser.ts'
import { clientOf, lettersTo, picture, signIn } from './support/people.ts'
import { type Product, startProduct } from './support/product.ts'

const INES = 'ines@voluntary-action.example'
const AMINA = 'amina@carers.example'
const DELE = 'dele@brightside.example'
const CARERS = 'Nine carers who know where young people sleep badly at night.'
const YOUTH = 'Young people who look after a parent and tell nobody.'

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

async function as(email: string, width: keyof typeof WIDTHS = 'laptop'): Promise<Page> {
  const { page } = await personWithBrowser(browser, { origin: product.url, width: WIDTHS[width] })
  await signIn(page, product.url, email)
  return page
}

async function openQuestion(q: string) {
  const { items } = await clientOf(product.url)(challengesContract.list, { query: { q } })
  const [found] = items
  if (!found?.slug) throw new Error(`no question about ${q}`)
  return { id: found.id, slug: found.slug }
}

describe('a broker brings people together (J-10 to J-12)', () => {
  it('Ines reads why somebody fits, does the arithmetic again, keeps one in mind and folds one away', async () => {
    const page = await as(INES)
    const { id } = await openQuestion('medicine')
    await page.goto(`/desk/challenges/${id}/matches`)
    const tick = page.getByRole('checkbox', { name: /^Invite / })
    await tick.first().waitFor()
    const name = async (at: number) =>
      (
        (await tick.nth(at).getAttribute('aria-label')) ?? (await tick.nth(at).evaluate(labelOf))
      ).replace(/^Invite /, '')
    const row = (of: string) =>
      page
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { name: of, exact: true }) })
    const [first, second] = [row(await name(0)), row(await name(1))]
    await first.getByText('Show the arithmetic').click()
    const points = await first.getByRole('row').getByRole('cell').last().allTextContents()
    expect(points.length).toBeGreaterThan(0)
    await first.getByText(/points of the \d+ we know about make \d+ of 100/).waitFor()
    await first.getByRole('button', { name: /^Keep in mind/ }).click()
    await first.getByText('Kept in mind', { exact: true }).waitFor()
    await second.getByRole('button', { name: /^Fold away/ }).click()
    await second.getByLabel(/^Why does .* not fit here\?/).fill('They have moved to another town.')
    await second.getByRole('button', { name: 'Fold away', exact: true }).click()
    await page.getByText('Folded away: 1').waitFor()
    await picture(page, '7-kept-and-folded-1280')
  })

  it('two groups meet only after two yeses; before that neither has the other’s contact', async () => {
    const ines = await as(INES)
    await ines.goto('/desk/introductions')
    await ines.getByText('Draft an introduction').click()
    await pick(ines, 'Ask first', 'Carers')
    await pick(ines, 'Ask next, if they say yes', 'Brightside')
    const about = ines.getByLabel('One sentence about them, for the other to read')
    await about.nth(0).fill(CARERS)
    await about.nth(1).fill(YOUTH)
    await ines.getByRole('radio', { name: 'Never met' }).check()
    await ines.getByRole('button', { name: 'Save the draft' }).click()
    await ines.getByText('The draft is saved. Nobody has been asked yet.').waitFor()
    const drafted = ines.getByRole('listitem').filter({ hasText: CARERS })
    await drafted.getByRole('button', { name: /^Ask / }).click()
    await drafted.getByText('First one asked').waitFor()

    const amina = await as(AMINA, 'phone')
    await sayYes(amina, YOUTH)
    expect(await amina.getByText(DELE).count()).toBe(0)
    await backstage(product.databaseUrl).passTwoDaysOf(CARERS)
    await expect
      .poll(async () => (await lettersTo(product.url, DELE)).some((l) => l.text.includes(CARERS)), {
        timeout: 60_000,
        interval: 1_000,
      })
      .toBe(true)
    const dele = await as(DELE, 'phone')
    await sayYes(dele, CARERS)
    await dele.getByText(AMINA).first().waitFor()
    await picture(dele, '7-introduced-360')
    await amina.reload()
    await amina.getByText(DELE).first().waitFor()
  })

  it('two groups answer as one: each its own part, both agree, one answer is sent', async () => {
    const { slug } = await openQuestion('medicine')
    const amina = await as(AMINA)
    await amina.goto(`/challenges/${slug}/together`)
    await amina
      .getByLabel(/What would you do together\?/)
      .fill('Carers and young people wait together, so that nobody loses a morning.')
    await amina.getByLabel('Who with? Look up their name').fill('Brightside')
    await amina.getByRole('button', { name: 'Look up' }).click()
    await amina.getByRole('button', { name: /^Add Brightside/ }).click()
    await amina.getByLabel(/^Why Brightside/).fill('Your young people fetch it after school.')
    await amina.getByRole('button', { name: 'Ask them' }).click()
    await amina.getByRole('heading', { level: 1, name: 'Our answer together' }).waitFor()
    await writePart(amina, 'We sit with whoever cannot be left alone meanwhile.', '5', '300')
    const address = new URL(amina.url()).pathname

    const dele = await as(DELE, 'phone')
    await dele.goto(address)
    await dele.getByText('Your young people fetch it after school.').waitFor()
    await dele.getByRole('button', { name: 'Yes, we join' }).click()
    await writePart(dele, 'Our young people bring it home on their way.', '4', '200')
    await dele.getByRole('button', { name: 'We agree' }).click()
    await dele.getByText('You have agreed to this.').waitFor()
    await picture(dele, '7-together-360')
    await amina.reload()
    await amina.getByRole('button', { name: 'We agree' }).click()
    await amina.getByRole('button', { name: 'Send our answer' }).click()
    await amina.getByText(/It counts once, and every one of you gets the answer/).waitFor()
    await picture(amina, '7-together-sent-1280')
  })
})

const labelOf = (box: Element): string =>
  (box as HTMLInputElement).labels?.[0]?.textContent?.trim() ?? ''

async function pick(page: Page, label: string, name: string): Promise<void> {
  await page.getByLabel(`${label}: part of the name`).fill(name)
  const list = page.getByLabel(label, { exact: true })
  const option = list.locator('option').filter({ hasText: name }).first()
  await option.waitFor({ state: 'attached' })
  await list.selectOption((await option.getAttribute('value')) ?? '')
}

/** Says yes to the introduction in which the other is described so. */
async function sayYes(page: Page, other: string): Promise<void> {
  await page.goto('/introductions')
  const one = page.locator('section, article, li').filter({ hasText: other }).last()
  await one.getByLabel('Never met').check()
  const share = one.getByLabel('By email', { exact: true })
  if ((await share.count()) > 0) await share.check()
  await one.getByRole('button', { name: 'Yes, introduce us' }).click()
  await one.getByRole('button', { name: 'Yes, introduce us' }).waitFor({ state: 'detached' })
}

async function writePart(page: Page, part: string, hours: string, pounds: string): Promise<void> {
  await page.getByLabel('What do you do in it?').fill(part)
  await page.getByLabel(/^Your role/).fill('Waiting together')
  await page.getByLabel('Hours a month').fill(hours)
  const share = page.getByLabel('Your share of the money')
  if ((await share.count()) > 0) await share.fill(pounds)
  await page.getByRole('button', { name: 'Save our part' }).click()
  await page.getByText('Saved. Everybody agrees to the terms once more.').waitFor()
}
