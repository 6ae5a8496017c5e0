import { challengesContract } from '@howcanwe/shared/challenges'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, it } from 'vitest'
import { seedDemo } from '../../api/src/demo/index.ts'
import { launchBrowser, personWithBrowser, WIDTHS } from './support/browser.ts'
import { compose, QUESTION } from './support/compose.ts'
import { clientOf, lettersTo } from './support/people.ts'
import { type Product, startProduct } from './support/product.ts'

/**
 * Taps and seconds of J-01 and J-02 on a slow phone: a processor four times slower, a slow 4G line (1.6 Mbit/s down,
 * 0.75 up, 150 ms). The script types at once, so the seconds are those of the machine, not of a person who thinks.
 * Run by `pnpm measure:journeys`; figures, no assertion.
 */
const SLOW_4G = { latency: 150, down: 1_600_000 / 8, up: 750_000 / 8 }
const SLOWER = 4

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

async function slow(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page)
  await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW_4G.latency,
    downloadThroughput: SLOW_4G.down,
    uploadThroughput: SLOW_4G.up,
  })
}

/** Counts what a thumb does: a press, or a field that is gone into and written in. */
function thumb() {
  let taps = 0
  return {
    count: () => taps,
    press: async (what: Locator) => {
      taps += 1
      await what.click()
    },
    choose: async (what: Locator, label: string) => {
      taps += 2
      await what.selectOption({ label })
    },
    write: async (what: Locator, words: string) => {
      taps += 1
      await what.fill(words)
    },
  }
}

const somebody = async (width: keyof typeof WIDTHS): Promise<Page> => {
  const { page } = await personWithBrowser(browser, { origin: product.url, width: WIDTHS[width] })
  await slow(page)
  return page
}

async function signedIn(page: Page, email: string, by: ReturnType<typeof thumb>): Promise<void> {
  await by.write(page.getByLabel('Your email address'), email)
  await by.press(page.getByRole('button', { name: 'Send me the digits' }))
  const code = page.getByLabel('The six digits in the email')
  await code.waitFor()
  const [letter] = await lettersTo(product.url, email)
  await by.write(code, /\d{3} \d{3}/.exec(letter?.subject ?? '')?.[0] ?? '')
  await by.press(page.getByRole('button', { name: 'Sign in' }))
}

const told = (journey: string, taps: number, from: number) =>
  console.log(`${journey}: ${taps} taps, ${((Date.now() - from) / 1000).toFixed(1)} seconds`)

it('J-01: Amina opens a link on her phone, registers her group and answers', async () => {
  const { items } = await clientOf(product.url)(challengesContract.list, { query: { q: 'halls' } })
  const page = await somebody('phone')
  const by = thumb()
  const from = Date.now()
  await page.goto(`/challenges/${items[0]?.slug}`)
  await by.press(page.getByRole('link', { name: 'Tell us you are interested' }).first())
  await by.press(page.getByRole('link', { name: 'Sign in and answer', exact: true }))
  await signedIn(page, 'nine@volunteers.example', by)
  await by.press(page.getByRole('link', { name: 'Register and answer' }))
  await by.write(page.getByLabel('What is your organisation called?'), 'Nine Volunteers')
  await by.choose(page.getByLabel('What are you?'), 'A group without a constitution')
  await by.choose(page.getByLabel('How much money came in last year?'), 'Less than £10,000')
  await by.press(page.getByLabel('Riverside'))
  await by.press(page.getByLabel('Halls and meeting places'))
  await by.write(page.getByLabel('Their name'), 'Amina')
  await by.write(page.getByLabel('Telephone number'), '020 7946 0199')
  await by.press(page.getByLabel(/What I have said here is true/))
  await by.press(page.getByRole('button', { name: 'Register', exact: true }))
  await by.press(page.getByRole('link', { name: 'Go on to your answer' }))
  await by.write(page.getByLabel(/1\. Why does this matter/), 'Nine of us sit alone after six.')
  await by.write(page.getByLabel(/3\. How many hours/), '6')
  await by.press(page.getByLabel('On our own'))
  await by.press(page.getByRole('button', { name: 'Check your answers' }))
  await by.press(page.getByRole('button', { name: 'Send our answers' }))
  await page.getByText(/Sent\. We have the answers/).waitFor()
  told('J-01', by.count(), from)
})

it('J-02: Ruth writes a challenge and sends it to its first readers', async () => {
  const page = await somebody('laptop')
  const by = thumb()
  const from = Date.now()
  await page.goto('/sign-in')
  await signedIn(page, 'ruth@council.example', by)
  await by.press(page.getByRole('link', { name: 'Write a challenge' }).first())
  await by.write(page.getByLabel(/How can we/), QUESTION)
  await by.press(page.getByRole('button', { name: 'Start writing' }))
  await page.getByRole('heading', { name: 'Send it to its first readers' }).waitFor()
  const boxes = await compose(page)
  await by.press(page.getByRole('button', { name: 'Send it to its first readers' }))
  await by.press(page.getByRole('button', { name: 'Yes, let them read it' }))
  await page.getByRole('heading', { name: 'Open it to everyone' }).waitFor()
  told('J-02', by.count() + boxes, from)
})
