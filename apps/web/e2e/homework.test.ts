import { codesignContract } from '@howcanwe/shared/codesign'
import { suggestionsContract } from '@howcanwe/shared/suggestions'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../api/src/demo/index.ts'
import { launchBrowser, personWithBrowser, WIDTHS } from './support/browser.ts'
import { clientOf, picture, signedInClient, signIn } from './support/people.ts'
import { type Product, startProduct } from './support/product.ts'

const YUSUF = 'yusuf@voluntary-action.example'

let product: Product
let browser: Browser
let groupId = ''
beforeAll(async () => {
  product = await startProduct({ prepare: async (url) => void (await seedDemo(url)) })
  browser = await launchBrowser()
  const { items } = await clientOf(product.url)(codesignContract.list, { query: {} })
  groupId = items.find(({ name }) => name === 'Nights that hold')?.id ?? ''
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function at(width: keyof typeof WIDTHS, email?: string): Promise<Page> {
  const { page } = await personWithBrowser(browser, { origin: product.url, width: WIDTHS[width] })
  if (email) await signIn(page, product.url, email)
  return page
}

/** Kayleigh opens her place on her phone with the words of a slip; she has no account. */
async function kayleigh(): Promise<Page> {
  const call = await signedInClient(product.url, YUSUF)
  const { items } = await call(codesignContract.members, { params: { groupId } })
  const memberId = items.find(({ firstName }) => firstName === 'Kayleigh')?.id ?? ''
  const slip = await call(codesignContract.newSlip, { params: { groupId, memberId }, body: {} })
  const page = await at('phone')
  await page.goto('/my-place')
  await page.getByLabel('Reference').fill(slip.reference)
  await page.getByLabel('Words').fill(slip.words)
  await page.getByRole('button', { name: 'Open my place' }).click()
  await page.getByText('Your place is open on this device.').waitFor()
  return page
}

/** Everybody is written to a moment after the meeting was said to be held. */
const askedWhereItStood = () =>
  expect
    .poll(async () => {
      const { homework } = await clientOf(product.url)(suggestionsContract.published, {
        params: { groupId },
      })
      return homework?.ladderAsked
    })
    .toBe(true)

/** Opens every part of the page that is folded. */
async function openAll(page: Page): Promise<void> {
  const folded = page.locator('.hcw-said-fold:not([open]) > summary')
  while ((await folded.count()) > 0) await folded.first().click()
}

describe('You said, we did, and we mark it (J-21)', () => {
  it('anybody reads what became of eleven suggestions, with names and reasons', async () => {
    const page = await at('laptop')
    await page.goto(`/groups/${groupId}/you-said`)
    await page.getByRole('heading', { level: 1, name: 'You said, we did' }).waitFor()
    expect(await page.locator('.hcw-tally dd').allInnerTexts()).toEqual(['11', '5', '3', '2', '1'])
    await page.getByRole('heading', { name: 'What moved last' }).waitFor()
    await page.getByRole('link', { name: 'Not done' }).click()
    await page
      .getByText('Answers for this: Grace Osei, for the health partnership')
      .first()
      .waitFor()
    await picture(page, 'you-said-laptop')
    const phone = await at('phone')
    await phone.goto(`/groups/${groupId}/you-said`)
    await picture(phone, 'you-said-phone')
  })

  it('Kayleigh marks on her phone, the meeting is held, and marks become public', async () => {
    const phone = await kayleigh()
    await phone.goto(`/groups/${groupId}/suggestions`)
    const first = phone.getByRole('article').filter({ hasText: 'One number that somebody answers' })
    await first.getByRole('button', { name: /^Satisfied/ }).click()
    await first.getByText('You pressed: Satisfied').waitFor()
    await phone
      .getByLabel('What should change?')
      .fill('Ring us in March and ask how the nights are.')
    await phone.getByLabel('Yes, my first name').check()
    await phone.getByRole('button', { name: 'Say it' }).click()
    await phone.getByText('It is number 12.').waitFor()
    await picture(phone, 'suggestions-phone')

    const desk = await at('laptop', YUSUF)
    await desk.goto('/desk/answers')
    await desk.getByText('“Ring us in March and ask how the nights are.”').waitFor()
    await picture(desk, 'answers-owed-laptop')
    await desk.goto(`/groups/${groupId}/suggestions`)
    const twelfth = desk.getByRole('article').filter({ hasText: 'Ring us in March' })
    await twelfth.getByText('Say that it was heard').click()
    await twelfth
      .getByLabel('What happens with it now?')
      .fill('We put it in the diary of the night line.')
    await twelfth.getByRole('button', { name: 'Say it was heard' }).click()
    await twelfth.getByText('We put it in the diary of the night line.').first().waitFor()
    await picture(desk, 'suggestions-laptop')

    await desk.getByRole('link', { name: 'See to the meeting' }).click()
    await desk.getByRole('button', { name: 'It was held' }).click()
    await desk.getByText('Was held', { exact: true }).first().waitFor()
    await phone.goto(desk.url().replace(/\/plan$/, ''))
    await phone.getByText('At this session you mark the homework').waitFor()
    await picture(phone, 'homework-session-phone')
    await phone.getByRole('link', { name: 'Read it and mark it' }).click()
    await askedWhereItStood()
    await phone.reload()
    await phone.getByLabel('Listened to').check()
    await phone.getByRole('button', { name: 'Keep my answer' }).click()
    await phone.getByText('Kept: Listened to').waitFor()
    await picture(phone, 'ladder-phone')
    await desk.goto(`/groups/${groupId}/suggestions`)
    await desk.getByRole('button', { name: 'Close the marking and publish it' }).click()
    await desk.getByRole('button', { name: 'Close the group' }).waitFor()
    const page = await at('laptop')
    await page.goto(`/groups/${groupId}/you-said`)
    await page.getByRole('heading', { name: 'What moved last' }).waitFor()
    await openAll(page)
    await page.getByText('2 satisfied · 3 not satisfied · 2 unsure').first().waitFor()
    await picture(page, 'you-said-marked-laptop')
    const { homework } = await clientOf(product.url)(suggestionsContract.published, {
      params: { groupId },
    })
    expect(homework?.closedAt).not.toBeNull()
  })

  it('the group reads how much its word counted; everybody once the group is closed', async () => {
    const phone = await kayleigh()
    await phone.goto(`/groups/${groupId}/influence`)
    await phone.getByText('For now only the group reads this.').waitFor()
    await picture(phone, 'influence-phone')
    const outside = await at('laptop')
    await outside.goto(`/groups/${groupId}/influence`)
    await outside.getByText('Only the group reads this for now').first().waitFor()
    const call = await signedInClient(product.url, YUSUF)
    await call(suggestionsContract.moveOn, { params: { groupId }, body: { to: 'closed' } })
    await outside.reload()
    await outside.getByText('What residents put on the table').waitFor()
    await picture(outside, 'influence-laptop')
  })
})
