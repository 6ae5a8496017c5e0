import { codesignContract } from '@howcanwe/shared/codesign'
import { recruitmentContract } from '@howcanwe/shared/recruitment'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../api/src/demo/index.ts'
import { launchBrowser, personWithBrowser, WIDTHS } from './support/browser.ts'
import { clientOf, lettersTo, picture, signedInClient, signIn } from './support/people.ts'
import { type Product, startProduct } from './support/product.ts'

const YUSUF = 'yusuf@voluntary-action.example'
const INES = 'ines@voluntary-action.example'
const WHY =
  'The council has taken the question back; we ask again in spring, and write to you then.'
const DAY = 86_400_000

let product: Product
let browser: Browser
let groupId = ''
let saidId = ''
beforeAll(async () => {
  product = await startProduct({ prepare: async (url) => void (await seedDemo(url)) })
  browser = await launchBrowser()
  const { items } = await clientOf(product.url)(codesignContract.list, { query: {} })
  const idOf = (name: string) => items.find((one) => one.name === name)?.id ?? ''
  groupId = idOf('Waiting for medicine')
  saidId = idOf('Nights that hold')
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function at(width: keyof typeof WIDTHS, email?: string, locale = 'en-GB'): Promise<Page> {
  const { page } = await personWithBrowser(browser, {
    origin: product.url,
    width: WIDTHS[width],
    locale,
  })
  if (email) await signIn(page, product.url, email)
  return page
}

async function opened(): Promise<void> {
  const call = await signedInClient(product.url, YUSUF)
  const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString()
  const area = (name: string) => ({ name, min: 0, max: 5, leastServed: false, affected: null })
  await call(recruitmentContract.open, {
    params: { groupId },
    body: {
      ...{ seats: 5, closesAt: inDays(9), publicAt: inDays(12) },
      publicSource: 'The six main numbers of the lottery',
      categories: [
        {
          ...{ name: 'Where do you live?', special: false },
          features: [area('Elmside'), area('Northgate')],
        },
      ],
    },
  })
}

describe('a draw for people who would rather ring, and one that comes to nothing (CD7, PE3)', () => {
  it('a broker writes Mr Okafor down, his words open his name on a phone, and he reads why it is off', async () => {
    await opened()
    const ines = await at('laptop', INES)
    await ines.goto(`/groups/${groupId}/draw/desk`)
    await ines.getByRole('link', { name: 'Write down a name for somebody' }).click()
    await ines.getByLabel('By telephone').check()
    await ines.getByLabel('Their first name').fill('Mr Okafor')
    await ines.getByLabel('By email').check()
    await ines.getByLabel('Email address').fill('okafor-draw@people.example')
    await ines.getByLabel('By phone', { exact: true }).check()
    await ines.getByLabel('Elmside').check()
    await picture(ines, 'draw-enter-laptop')
    await ines.getByLabel('Yes, and they agreed').check()
    await ines.getByRole('button', { name: 'Write down and make a slip' }).click()
    const slip = ines.locator('.hcw-draw-slip')
    await slip.waitFor()
    const [reference = '', words = ''] = await slip.locator('b').allInnerTexts()
    await picture(ines, 'draw-slip-words-laptop')
    expect(await lettersTo(product.url, 'okafor-draw@people.example')).toHaveLength(1)

    const phone = await at('phone')
    await phone.goto('/draw-slip')
    await phone.getByLabel('Reference').fill(reference.toLowerCase())
    await phone.getByLabel('The words').fill(words.toLowerCase())
    await picture(phone, 'draw-words-phone')
    await phone.getByRole('button', { name: 'See my name' }).click()
    await phone.getByRole('button', { name: 'Take my name out' }).waitFor()

    await ines.goto(`/groups/${groupId}/draw/desk`)
    await ines.getByText('One of them was written down for somebody.').waitFor()
    await ines.getByText('Call the draw off').click()
    await ines.getByLabel('Why is it called off?').fill(WHY)
    await picture(ines, 'draw-call-off-laptop')
    await ines.getByRole('button', { name: 'Call it off and tell everybody' }).click()
    await ines.getByText('Called off: nothing was drawn').waitFor()
    await picture(ines, 'draw-off-laptop')
    const told = await lettersTo(product.url, 'okafor-draw@people.example')
    expect(told.some(({ text }) => text.includes(WHY))).toBe(true)
    const dutch = await at('phone', undefined, 'nl-NL')
    await dutch.goto(`/groups/${groupId}/draw`)
    await dutch.getByText(WHY).waitFor()
    await picture(dutch, 'draw-off-phone-nl')
  })

  it('the form on paper asks the same as the screen', async () => {
    const page = await at('laptop')
    await page.goto(`/groups/${groupId}/paper/draw`)
    await page.getByText('Where do you live?').waitFor()
    await picture(page, 'draw-form-paper')
  })
})

describe('what people said, on an old phone (CD6)', () => {
  it('begins with the counts and what moved last, folds the rest, and fits 360 pixels in both languages', async () => {
    for (const [locale, moved] of [
      ['en-GB', 'What moved last'],
      ['nl-NL', 'Wat het laatst veranderde'],
    ] as const) {
      for (const width of ['phone', 'laptop'] as const) {
        const page = await at(width, undefined, locale)
        await page.goto(`/groups/${saidId}/you-said`)
        await page.getByRole('heading', { name: moved }).waitFor()
        await picture(page, `you-said-${width}-${locale}`)
        const [wide, long] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.scrollHeight,
        ])
        expect(wide).toBeLessThanOrEqual(WIDTHS[width])
        // Before, all eleven stood one below the other.
        if (width === 'phone') expect(long).toBeLessThan(5_000)
      }
    }
  })
})
