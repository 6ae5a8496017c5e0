import { challengesContract } from '@howcanwe/shared/challenges'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, it } from 'vitest'
import { seedDemo } from '../../api/src/demo/index.ts'
import { launchBrowser, personWithBrowser, WIDTHS } from './support/browser.ts'
import { compose, QUESTION } from './support/compose.ts'
import { clientOf, lettersTo } from './support/people.ts'
import { type Product, startProduct } from './support/product.ts'

/**
 * Taps, screens and seconds of J-01, J-02, J-03 and J-17 on a slow device: a processor four times slower, a slow 4G
 * line (1.6 Mbit/s down, 0.75 up, 150 ms). The script types at once, so its seconds are the machine's. What a person
 * adds is estimated, not measured: words shown, read once at the speed of adults (Brysbaert 2019: 238 a minute); letters
 * typed at the speed of thumbs (Palin et al. 2019: 36 words a minute); and 2.45 seconds to decide on and reach each tap
 * (keystroke level model, Card, Moran and Newell 1980: M and P). Thinking what to answer is not in it.
 * Run by `pnpm measure:journeys`; figures, no assertion.
 */
const WORDS_A_SECOND = 238 / 60
const LETTERS_A_SECOND = (36 * 5) / 60
const SECONDS_A_TAP = 2.45

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

/** Counts what a person does: words read for the first time, presses, fields gone into, letters typed. */
function hand(page: Page) {
  let taps = 0
  let letters = 0
  const lines = new Set<string>()
  const screens = new Set<string>()
  const read = async () => {
    for (const title of await page.locator('h1').allInnerTexts()) screens.add(title)
    const shown = (await page.locator('main').allInnerTexts()).join('\n')
    for (const line of shown.split('\n')) lines.add(line.trim())
  }
  const words = () => [...lines].join(' ').split(/\s+/).filter(Boolean).length
  return {
    read,
    add: (more: { taps: number; letters: number }) => {
      taps += more.taps
      letters += more.letters
    },
    press: async (what: Locator) => {
      await what.waitFor()
      await read()
      taps += 1
      await what.click()
    },
    choose: async (what: Locator, label: string) => {
      taps += 2
      await what.selectOption({ label })
    },
    write: async (what: Locator, text: string) => {
      taps += 1
      letters += text.length
      await what.fill(text)
    },
    told: (journey: string, from: number) => {
      const machine = (Date.now() - from) / 1000
      const person =
        words() / WORDS_A_SECOND + letters / LETTERS_A_SECOND + taps * SECONDS_A_TAP + machine
      console.log(
        `${journey}: ${screens.size} screens, ${taps} taps, ${letters} letters, ${words()} words to read; machine ${machine.toFixed(1)} s; with a person about ${(person / 60).toFixed(1)} minutes, without thinking`,
      )
    },
  }
}
type Hand = ReturnType<typeof hand>

const somebody = async (width: keyof typeof WIDTHS): Promise<Page> => {
  const { page } = await personWithBrowser(browser, { origin: product.url, width: WIDTHS[width] })
  await slow(page)
  return page
}

/** By email, or by text where it is a number. */
async function signedIn(page: Page, to: string, by: Hand): Promise<void> {
  await by.write(page.getByLabel('Your email address or mobile number'), to)
  await by.press(page.getByRole('button', { name: 'Send me the digits' }))
  const code = page.getByLabel(/^The six digits in the (email|text)$/)
  await code.waitFor()
  const [letter] = await lettersTo(product.url, to.replace(/^0/, '+44'))
  await by.write(code, /\d{3} \d{3}/.exec(letter?.subject ?? '')?.[0] ?? '')
  await by.press(page.getByRole('button', { name: 'Sign in' }))
}

/** What was composed: boxes gone into or ticked, and the letters that stand in them. */
async function composed(page: Page): Promise<{ taps: number; letters: number }> {
  const taps = await compose(page)
  const boxes = page.locator('main').locator('textarea, input[type=text], input:not([type])')
  const lengths = await boxes.evaluateAll((all) =>
    all.map((box) => (box as HTMLInputElement | HTMLTextAreaElement).value.length),
  )
  return { taps, letters: lengths.reduce((sum, n) => sum + n, 0) }
}

it('J-01: Amina opens a link on her phone, registers her group and answers', async () => {
  const { items } = await clientOf(product.url)(challengesContract.list, { query: { q: 'halls' } })
  const page = await somebody('phone')
  const by = hand(page)
  const from = Date.now()
  await page.goto(`/challenges/${items[0]?.slug}`)
  await by.press(page.getByRole('link', { name: 'Tell us you are interested' }).first())
  await by.press(page.getByRole('link', { name: 'Sign in and answer', exact: true }))
  await signedIn(page, '07700900199', by)
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
  by.told('J-01', from)
})

it('J-02: Ruth writes a challenge and sends it to its first readers', async () => {
  const page = await somebody('laptop')
  const by = hand(page)
  const from = Date.now()
  await page.goto('/sign-in')
  await signedIn(page, 'ruth@council.example', by)
  await by.press(page.getByRole('link', { name: 'Write a challenge' }).first())
  await by.write(page.getByLabel(/How can we/), QUESTION)
  await by.press(page.getByRole('button', { name: 'Start writing' }))
  await page.getByRole('heading', { name: 'Send it to its first readers' }).waitFor()
  await by.read()
  by.add(await composed(page))
  await by.press(page.getByRole('button', { name: 'Send it to its first readers' }))
  await by.press(page.getByRole('button', { name: 'Yes, let them read it' }))
  await page.getByRole('heading', { name: 'Open it to everyone' }).waitFor()
  by.told('J-02', from)
})

it('J-03: Ruth decides to keep what works, and publishes why', async () => {
  const page = await somebody('laptop')
  const by = hand(page)
  const from = Date.now()
  await page.goto('/sign-in')
  await signedIn(page, 'ruth@council.example', by)
  await page.getByRole('link', { name: 'Write a challenge' }).first().waitFor()
  await page.goto('/desk/protections/new')
  await by.write(page.getByLabel('What do you want to keep?'), 'Thursday befriending calls')
  await by.press(page.getByRole('button', { name: 'Start writing' }))
  const answers = {
    why: 'Forty people who live alone are rung every Thursday by somebody they know. Three saw a doctor in time because a caller noticed.',
    'evidence.0.statement':
      'Thirty-one of the forty said in March that it is the call they wait for.',
    atRisk: 'People over eighty without family nearby: they would hear nobody for days.',
    strengthen: 'Six more callers by spring, and their telephone bills paid.',
    alternatives: 'An app: most have no smartphone. A contract: strangers.',
  }
  for (const [name, words] of Object.entries(answers))
    await by.write(page.locator(`[name="${name}"]`), words)
  const day = page.getByRole('group', { name: 'When will you look at it again?' })
  const inAYear = new Date(Date.now() + 360 * 86_400_000)
  await by.write(day.getByLabel('Day'), String(inAYear.getUTCDate()))
  await by.write(day.getByLabel('Month'), String(inAYear.getUTCMonth() + 1))
  await by.write(day.getByLabel('Year'), String(inAYear.getUTCFullYear()))
  await by.press(page.getByRole('button', { name: 'Check what is missing' }))
  await by.press(page.getByRole('button', { name: 'Publish …' }))
  await by.press(page.getByRole('button', { name: 'Publish it' }))
  await page.getByText('It is out').waitFor()
  by.told('J-03', from)
})

it('J-17: Kayleigh reads a poster, joins, and opens her place with the link in her letter', async () => {
  const page = await somebody('phone')
  const by = hand(page)
  const from = Date.now()
  await page.goto('/join/maple-otter')
  await by.write(page.getByLabel('Your first name'), 'Kayleigh')
  await by.press(page.getByLabel('By phone or text'))
  await by.write(page.getByLabel('Your phone number'), '07700 900177')
  await by.press(page.getByLabel('By text'))
  await by.press(page.getByRole('button', { name: /^Join/ }))
  await page.getByRole('heading', { level: 1, name: 'You have a place' }).waitFor()
  await by.read()
  by.told('J-17, interest left', from)
  const [text] = await lettersTo(product.url, '+447700900177')
  await page.goto(`/my-place#${/my-place#(\S+)/.exec(text?.text ?? '')?.[1]}`)
  await by.press(page.getByRole('button', { name: 'Open my place' }).first())
  await page.getByText('Your place is open on this device.').waitFor()
  await by.read()
  by.told('J-17, and inside', from)
})
