import { codesignContract } from '@howcanwe/shared/codesign'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../api/src/demo/index.ts'
import { launchBrowser, personWithBrowser, WIDTHS } from './support/browser.ts'
import { clientOf, lettersTo, picture, signIn } from './support/people.ts'
import { type Product, startProduct } from './support/product.ts'

const YUSUF = 'yusuf@voluntary-action.example'

let product: Product
let browser: Browser
let groupId = ''
beforeAll(async () => {
  product = await startProduct({ prepare: async (url) => void (await seedDemo(url)) })
  browser = await launchBrowser()
  const { items } = await clientOf(product.url)(codesignContract.list, { query: {} })
  groupId = items.find(({ joinCode }) => joinCode === 'maple-otter')?.id ?? ''
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const withPhone = async (): Promise<Page> =>
  (await personWithBrowser(browser, { origin: product.url, width: WIDTHS.phone })).page

async function yusuf(): Promise<Page> {
  const { page } = await personWithBrowser(browser, { origin: product.url, width: WIDTHS.laptop })
  await signIn(page, product.url, YUSUF)
  return page
}

/** From the poster to the slip. */
async function joined(page: Page, email: string): Promise<void> {
  await page.goto('/join/maple-otter')
  await page.getByLabel('Your first name').fill('Kayleigh')
  await page.getByLabel('By email').check()
  await page.getByLabel('Your email address').fill(email)
  await page.getByLabel('By text').check()
  await page.getByRole('button', { name: /^Join/ }).click()
  await page.getByRole('heading', { level: 1, name: 'You have a place' }).waitFor()
}

async function inside(page: Page, email: string): Promise<void> {
  const letter = (await lettersTo(product.url, email)).find(({ text }) =>
    text.includes('/my-place#'),
  )
  await page.goto(`/my-place#${/my-place#(\S+)/.exec(letter?.text ?? '')?.[1]}`)
  await page.getByRole('button', { name: 'Open my place' }).first().click()
  await page.getByText('Your place is open on this device.').waitFor()
}

describe('Kayleigh joins her own way (J-17, CD2)', () => {
  it('from the words of a poster to her place in the group, without an account', async () => {
    const page = await withPhone()
    await joined(page, 'kayleigh-poster@people.example')
    await picture(page, 'joined-phone')
    await inside(page, 'kayleigh-poster@people.example')
    expect(page.url()).not.toContain('#')
    await picture(page, 'my-place-phone')
    await page.getByRole('link', { name: 'Evenings in the hall' }).click()
    await page.getByText('Good to see you, Kayleigh.').waitFor()
    await picture(page, 'room-phone')
  })

  it('Mr Okafor rings; Yusuf writes it down and his slip opens his place at the library', async () => {
    const desk = await yusuf()
    await desk.goto(`/groups/${groupId}/enter`)
    await desk.getByLabel('By telephone').check()
    await desk.getByLabel('Their first name').fill('Mr Okafor')
    await desk.getByLabel('Through someone').check()
    await desk.getByLabel(/Who/).fill('Ask at the library desk')
    await desk.getByLabel('Residents').check()
    await desk.getByLabel('In the room').check()
    await desk.getByLabel('Yes, and they agreed').check()
    await picture(desk, 'enter-member-laptop')
    await desk.getByRole('button', { name: 'Write down and make a slip' }).click()
    await desk.getByText('Mr Okafor has a place').waitFor()
    await picture(desk, 'slip-laptop')
    const [reference = '', words = ''] = await desk.locator('.hcw-slip dd strong').allInnerTexts()
    const library = await withPhone()
    await library.goto('/my-place')
    await library.getByLabel('Reference').fill(reference.toLowerCase())
    await library.getByLabel('Words').fill(words.toLowerCase().replaceAll('-', ' '))
    await library.getByLabel('Other people use it too').check()
    await library.getByRole('button', { name: 'Open my place' }).click()
    await library.getByText('Your place is open on this device.').waitFor()
    await library.getByRole('button', { name: 'Close my place on this device' }).click()
    await library.getByRole('heading', { name: 'Use the words on your slip' }).waitFor()
  })
})

describe('the group agrees how it works (CD1)', () => {
  it('Yusuf writes the charter, two residents can live with it, and everybody can read it', async () => {
    const phones = [await withPhone(), await withPhone()] as const
    for (const [i, phone] of phones.entries()) {
      await joined(phone, `charter-${i}@people.example`)
      await inside(phone, `charter-${i}@people.example`)
    }
    const desk = await yusuf()
    await desk.goto(`/groups/${groupId}/charter`)
    for (const [label, words] of [
      ['Ground rules', 'One person speaks at a time.'],
      ['When and where we meet', 'Every second Tuesday at the Corn Exchange.'],
      ['What you can expect', 'Three hours a month. Nobody asks about benefits.'],
      ['Equality: everybody’s word weighs the same', 'Officers speak last.'],
      ['Diversity: who else should be in the room', 'We look for men over 60.'],
      ['Access: everybody can take part', 'Captions, no steps, a quiet corner.'],
      ['Something back for what you give', 'Pay by the hour and a letter for your CV.'],
    ] as const)
      await desk.getByLabel(label).fill(words)
    await desk.getByRole('button', { name: 'Save the draft' }).click()
    await desk.getByText('Saved. Nobody is asked yet.').waitFor()
    await desk.getByRole('button', { name: 'Ask everybody' }).click()
    await desk.getByRole('heading', { name: 'How far we are' }).waitFor()
    await picture(desk, 'charter-desk-laptop')
    for (const phone of phones) {
      await phone.goto(`/groups/${groupId}/charter`)
      await phone.getByLabel('Yes, I can live with it').check()
      await picture(phone, 'charter-phone')
      await phone.getByRole('button', { name: 'Give my answer' }).click()
      await phone.getByText('Thank you. Your answer counts.').waitFor()
    }
    await desk.reload()
    await desk.getByRole('button', { name: 'The group has agreed' }).click()
    await desk.getByRole('heading', { name: /^Agreed on/ }).waitFor()
    const stranger = await withPhone()
    await stranger.goto(`/groups/${groupId}/charter`)
    await stranger.getByText('One person speaks at a time.').waitFor()
    await picture(stranger, 'charter-agreed-phone')
  })
})

it('posters, letters and easy read look like what people pin up', async () => {
  const page = (await personWithBrowser(browser, { origin: product.url, width: WIDTHS.laptop }))
    .page
  for (const paper of ['poster', 'letter', 'form', 'easy']) {
    await page.goto(`/groups/${groupId}/paper/${paper}`)
    await picture(page, `paper-${paper}`)
  }
})
