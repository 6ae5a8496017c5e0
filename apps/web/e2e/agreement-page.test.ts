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

const AMINA = 'amina@example.org'

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

/** Amina begins a page with three others of the made-up town. */
async function begun(amina: Call): Promise<string> {
  const [first] = (await amina(contract.mine)).items
  const organisationId = first?.parties.find((party) => party.ours)?.organisation.id
  if (!organisationId) throw new Error('Amina is no party of the first agreement')
  const found = await amina(contract.parties, {
    query: { organisationId, from: 'chosen', q: 'el' },
  })
  const partyIds = found.items.slice(0, 3).map((one) => one.id)
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
  const agreementId = await begun(amina)
  const second = page.getByText(/goes on to a second page/)
  const seen: { letters: number; pages: number; saysSecond: boolean }[] = []
  for (const letters of [120, 300, 400, 450, 500, 600]) {
    await written(amina, agreementId, letters)
    await page.goto(`/agreements/${agreementId}`)
    await page.getByRole('button', { name: 'Print' }).waitFor()
    seen.push({ letters, pages: await pagesOf(page), saysSecond: await second.isVisible() })
  }
  // Ordinary ones fit, the longest allowed do not, and whatever is not said to go on stays on one.
  expect(seen.filter((one) => one.letters <= 400)).toEqual(
    [120, 300, 400].map((letters) => ({ letters, pages: 1, saysSecond: false })),
  )
  expect(seen.filter((one) => one.pages > 1 && !one.saysSecond)).toEqual([])
  expect(seen.at(-1)).toEqual({ letters: 600, pages: 2, saysSecond: true })
})

it('on a phone of 360 px nothing of it is wider than the screen', async () => {
  const { page } = await personWithBrowser(browser, { origin: product.url, width: WIDTHS.phone })
  await signIn(page, product.url, AMINA)
  await page.goto('/agreements')
  await page.getByRole('link', { name: 'Begin one with whom you like' }).click()
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
