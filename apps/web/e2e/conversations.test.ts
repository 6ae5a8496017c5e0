import { codesignContract } from '@howcanwe/shared/codesign'
import { conversationsContract } from '@howcanwe/shared/conversations'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../api/src/demo/index.ts'
import { photo } from '../../api/src/modules/conversations/photo.fixture.ts'
import { launchBrowser, personWithBrowser, WIDTHS } from './support/browser.ts'
import { clientOf, lettersTo, picture, signedInClient, signIn } from './support/people.ts'
import { type Product, startProduct } from './support/product.ts'

const YUSUF = 'yusuf@voluntary-action.example'
const KAYLEIGH = 'kayleigh-talks@people.example'
const TITLE = 'Which door do we use?'
const ALT = 'The hall from the street, a ramp on the left'

let product: Product
let browser: Browser
let groupId = ''
let threadId = ''
beforeAll(async () => {
  product = await startProduct({
    prepare: async (url) => void (await seedDemo(url)),
    env: { RATE_LIMIT: '0' },
  })
  browser = await launchBrowser()
  const { items } = await clientOf(product.url)(codesignContract.list, { query: {} })
  groupId = items.find(({ joinCode }) => joinCode === 'maple-otter')?.id ?? ''
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const visit = async (width: keyof typeof WIDTHS) =>
  personWithBrowser(browser, { origin: product.url, width: WIDTHS[width] })
const withPhone = async (): Promise<Page> => (await visit('phone')).page

async function yusuf(width: keyof typeof WIDTHS = 'laptop'): Promise<Page> {
  const { page } = await visit(width)
  await signIn(page, product.url, YUSUF)
  return page
}

/** Joins from a poster and opens the place with the letter's link. */
async function inside(page: Page, email: string): Promise<void> {
  await page.goto('/join/maple-otter')
  await page.getByLabel('Your first name').fill('Kayleigh')
  await page.getByLabel('By email').check()
  await page.getByLabel('Your email address').fill(email)
  await page.getByLabel('By text').check()
  await page.getByRole('button', { name: /^Join/ }).click()
  await page.getByRole('heading', { level: 1, name: 'You have a place' }).waitFor()
  await openPlace(page, email)
}

async function openPlace(page: Page, email: string): Promise<void> {
  const letter = (await lettersTo(product.url, email)).find(({ text }) =>
    text.includes('/my-place#'),
  )
  await page.goto(`/my-place#${/my-place#(\S+)/.exec(letter?.text ?? '')?.[1]}`)
  await page.getByRole('button', { name: 'Open my place' }).first().click()
  await page.getByText('Your place is open on this device.').waitFor()
}

describe('Kayleigh talks with her group on her phone, without an account (CO5)', () => {
  it('begins with a picture; Yusuf reads it, hides it with a sentence, and she asks back', async () => {
    const phone = await withPhone()
    await inside(phone, KAYLEIGH)
    await phone.goto(`/groups/${groupId}/threads`)
    await phone.getByText('Begin a conversation').click()
    await phone.getByLabel('What is it about?').fill(TITLE)
    await phone.getByLabel('Your first message').fill('I found the way in. There is a ramp.')
    await phone
      .getByLabel('Add a picture or a PDF')
      .setInputFiles({ name: 'IMG 0042.jpg', mimeType: 'image/jpeg', buffer: await photo() })
    await phone.getByRole('button', { name: 'Add it' }).click()
    await phone.getByText('Say in a few words what is to be seen.').waitFor()
    await picture(phone, 'talk-writing-no-words-360')
    await phone.getByLabel('What is to be seen?').fill(ALT)
    await phone.getByRole('button', { name: 'Add it' }).click()
    await phone.getByRole('list', { name: 'Added to your message' }).waitFor()
    await picture(phone, 'talk-writing-360')
    await phone.getByRole('button', { name: 'Begin this conversation' }).click()
    await phone.getByRole('heading', { level: 1, name: TITLE }).waitFor()
    threadId = /threads\/([0-9a-f-]{36})/.exec(phone.url())?.[1] ?? ''
    await phone.getByRole('img', { name: ALT }).waitFor()

    const desk = await yusuf()
    await desk.goto(`/groups/${groupId}/threads`)
    await desk.getByRole('link', { name: TITLE }).click()
    await desk.getByRole('img', { name: ALT }).waitFor()
    await desk.getByText('Hide this message').click()
    await desk.getByLabel('Say why, in a sentence').first().fill('A neighbour can be seen on it.')
    await picture(desk, 'talk-hiding-1280')
    await desk.getByRole('button', { name: 'Hide it' }).click()
    await desk.getByText('A neighbour can be seen on it.').first().waitFor()

    await phone.reload()
    await phone.getByLabel('Do you see it differently?').fill('Nobody is on it, only a bin.')
    await picture(phone, 'talk-hidden-360')
    await phone.getByRole('button', { name: 'Ask back' }).click()
    await phone.getByText('Asked to be looked at again').waitFor()
    await desk.reload()
    await desk.getByText('Decide again').click()
    await desk.getByLabel('Say why, in a sentence').first().fill('It is a bin. I looked badly.')
    await picture(desk, 'talk-decide-again-1280')
    await desk.getByRole('button', { name: 'Show it again' }).click()
    await desk.getByText('Hide this message').waitFor()
    await phone.goto(`/groups/${groupId}/moderation`)
    await phone.getByText('A neighbour can be seen on it.').waitFor()
    await phone.getByText('It is a bin. I looked badly.').waitFor()
  }, 120_000)

  it('what she typed is still there when her signal comes back', async () => {
    const phone = await withPhone()
    await inside(phone, 'kayleigh-again@people.example')
    await phone.goto(`/groups/${groupId}/threads`)
    await phone.getByRole('link', { name: TITLE }).click()
    await phone.getByLabel('Your message').fill('I will bring the')
    await phone.getByText('Kept on this device until you send it.').waitFor()
    await phone.reload()
    await phone.getByLabel('Your message').waitFor()
    expect(await phone.getByLabel('Your message').inputValue()).toBe('I will bring the')
  }, 60_000)

  it('another tells Yusuf that a message is not kind; he answers, and she hears from him', async () => {
    const phone = await withPhone()
    const email = 'kayleigh-again@people.example'
    await openPlace(phone, email)
    await phone.goto(`/groups/${groupId}/threads/${threadId}`)
    await phone.getByText('Something is not right').click()
    await phone.getByLabel('What is written here').check()
    await phone.getByLabel('Why?').selectOption({ label: 'Belongs somewhere else' })
    await phone.getByLabel(/^Do you want to say more/).fill('It is about the other hall, I think.')
    await picture(phone, 'talk-report-360')
    await phone.getByRole('button', { name: 'Report this message' }).click()
    await phone.getByText(/^Thank you. You hear from us by/).waitFor()

    const desk = await yusuf()
    await desk.goto(`/groups/${groupId}/threads`)
    await desk.getByRole('link', { name: 'Reported messages: 1 to answer' }).click()
    await desk.getByText('It is about the other hall, I think.').waitFor()
    expect(await desk.getByText('Kayleigh').count()).toBeLessThan(2)
    await picture(desk, 'talk-reports-1280')
    await desk.getByLabel('What did you do?').selectOption({ label: 'It stays as it is' })
    await desk.getByLabel('What you tell whoever reported it').fill('It is this hall: I looked.')
    await desk.getByRole('button', { name: 'Send the answer' }).click()
    await desk.getByText(/^Answered on/).waitFor()
    const told = (await lettersTo(product.url, email)).filter(({ text }) =>
      text.includes('It is this hall: I looked.'),
    )
    expect(told).toHaveLength(1)
  }, 90_000)

  it('a stranger finds the door closed; anybody finds numbers first when somebody may be at risk', async () => {
    const stranger = await withPhone()
    await stranger.goto(`/groups/${groupId}/threads`)
    await stranger.getByRole('heading', { name: 'This is for people in the group' }).waitFor()
    await stranger.goto(`/worry?group=${groupId}`)
    await stranger.getByRole('link', { name: '999' }).waitFor()
    await stranger.getByText('Ines Carvalho, safeguarding lead').waitFor()
    await stranger.getByLabel('What worries you?').fill('He shouts at her when nobody is near.')
    await stranger.getByRole('button', { name: 'Tell the safeguarding lead' }).click()
    await stranger.getByText('Thank you. It has arrived, sealed.').waitFor()
    await picture(stranger, 'worry-told-360')
  }, 60_000)
})

describe('each page of the conversation, in both languages and widths', () => {
  /** Nothing runs off the side; a picture of each is kept for people to look at. */
  async function seen(page: Page, pages: Record<string, string>) {
    for (const lang of ['en', 'nl'])
      for (const width of Object.values(WIDTHS)) {
        await page.context().addCookies([{ name: 'lang', value: lang, url: product.url }])
        await page.setViewportSize({ width, height: 800 })
        for (const [name, path] of Object.entries(pages)) {
          await page.goto(path)
          await page.locator('h1').waitFor()
          await picture(page, `talk-${name}-${lang}-${width}`)
          const wide = await page.evaluate(() => document.documentElement.scrollWidth)
          expect([name, lang, wide]).toEqual([name, lang, width])
        }
      }
  }

  it('as Kayleigh sees them', async () => {
    const phone = await withPhone()
    await openPlace(phone, KAYLEIGH)
    await seen(phone, {
      list: `/groups/${groupId}/threads`,
      thread: `/groups/${groupId}/threads/${threadId}`,
      log: `/groups/${groupId}/moderation`,
      worry: `/worry?group=${groupId}`,
    })
  }, 120_000)

  it('as Yusuf sees them in the group that talks most', async () => {
    const call = await signedInClient(product.url, YUSUF)
    const { items } = await call(codesignContract.mine)
    const id = items.find(({ name }) => name === 'A break you can plan on')?.id ?? ''
    const threads = await call(conversationsContract.threads, {
      params: { groupId: id },
      query: {},
    })
    await seen(await yusuf(), {
      'desk-list': `/groups/${id}/threads`,
      'desk-thread': `/groups/${id}/threads/${threads.items[0]?.id}`,
      'desk-log': `/groups/${id}/moderation`,
      'desk-reports': `/groups/${groupId}/reports`,
    })
  }, 120_000)
})
