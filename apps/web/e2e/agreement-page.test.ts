import {
  AGREEMENT_TEXTS,
  type AgreementText,
  agreementsContract as contract,
} from '@howcanwe/shared/agreements'
import type { Call } from '@howcanwe/shared/http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedDemo } from '../../api/src/demo/index.ts'
import { launchBrowser, personWithBrowser, WIDTHS } from './support/browser.ts'
import { signedInClient, signIn } from './support/people.ts'
import { type Product, startProduct } from './support/product.ts'

const AMINA = 'amina@carers.example'

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

const SAID =
  'Carers look after each other in the evening, the lunch club opens its hall on Thursdays, and everybody knows whom to ring when it rains. '
/** Plain sentences of so many letters. */
const words = (letters: number): string =>
  SAID.repeat(Math.ceil(letters / SAID.length))
    .slice(0, letters)
    .trim()

/** Amina begins a page with so many others of the made-up town. */
async function begun(amina: Call, others: number): Promise<string> {
  const [first] = (await amina(contract.mine)).items
  const organisationId = first?.parties.find((party) => party.ours)?.organisation.id
  if (!organisationId) throw new Error('Amina is no party of the first agreement')
  const found = new Set<string>()
  for (const q of ['el', 'ar', 'ou', 'er']) {
    const { items } = await amina(contract.parties, {
      query: { organisationId, from: 'chosen', q },
    })
    for (const one of items) found.add(one.id)
  }
  const partyIds = [...found].slice(0, others)
  const body = {
    organisationId,
    title: words(100),
    from: 'chosen',
    fromId: null,
    partyIds,
  } as const
  return (await amina(contract.begin, { body })).id
}

/** Every box of it so long. */
async function written(amina: Call, agreementId: string, letters: number): Promise<void> {
  const params = { agreementId }
  const now = await amina(contract.read, { params })
  const texts = Object.fromEntries(AGREEMENT_TEXTS.map((name) => [name, words(letters)])) as Record<
    AgreementText,
    string
  >
  const page = { title: words(100), payDays: 14, ...texts }
  const { parties, version } = await amina(
    contract.write,
    { params, body: page },
    { ifMatch: now.version },
  )
  const mine = parties.find((party) => party.ours)
  if (!mine) throw new Error('Amina is no party')
  const own = { organisationId: mine.organisation.id, interests: words(500), role: words(120) }
  const share = { hoursPerMonth: 12, pence: 120_000, advance: true }
  await amina(contract.writeBox, { params, body: { ...own, ...share } }, { ifMatch: version })
}

async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  return (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length
}

it('an agreement prints on one A4, up to where the page says that it goes on to a second (§2.9)', async () => {
  const { page } = await personWithBrowser(browser, { origin: product.url, width: WIDTHS.laptop })
  await signIn(page, product.url, AMINA)
  const amina = await signedInClient(product.url, AMINA)
  const second = page.getByText(/goes on to a second page/)
  const printed = async (agreementId: string, letters: number) => {
    await written(amina, agreementId, letters)
    await page.goto(`/agreements/${agreementId}`)
    await page.getByRole('button', { name: 'Print' }).waitFor()
    return { letters, pages: await pagesOf(page), saysSecond: await second.isVisible() }
  }
  const four = await begun(amina, 3)
  const seen: Awaited<ReturnType<typeof printed>>[] = []
  for (const letters of [120, 300, 400, 500, 600]) seen.push(await printed(four, letters))
  // Ordinary ones fit, and whatever is not said to go on stays on one.
  expect(seen.filter((one) => one.letters <= 400)).toEqual(
    [120, 300, 400].map((letters) => ({ letters, pages: 1, saysSecond: false })),
  )
  expect(seen.filter((one) => one.pages > 1 && !one.saysSecond)).toEqual([])
  // The longest that may be written does not fit, and says so.
  const eight = await begun(amina, 7)
  expect(await printed(eight, 600)).toEqual({ letters: 600, pages: 2, saysSecond: true })
})

it('on a phone of 360 px nothing of it is wider than the screen', async () => {
  const { page } = await personWithBrowser(browser, { origin: product.url, width: WIDTHS.phone })
  await signIn(page, product.url, AMINA)
  await page.goto('/agreements')
  await page.getByRole('link', { name: 'Begin one with anybody you like' }).click()
  await page.getByLabel('With whom? Look up a name').fill('lunch')
  await page.getByRole('button', { name: 'Look up' }).click()
  await page.getByRole('button', { name: /^Add / }).first().click()
  await page.getByRole('button', { name: /^Remove / }).waitFor()
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
  await page.getByLabel('What is it about?').fill('A warm room')
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('heading', { level: 1, name: 'A warm room' }).waitFor()
})
