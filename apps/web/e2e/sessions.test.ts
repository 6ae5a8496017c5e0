import { codesignContract } from '@howcanwe/shared/codesign'
import { sessionsContract } from '@howcanwe/shared/sessions'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../api/src/demo/index.ts'
import { launchBrowser, personWithBrowser, WIDTHS } from './support/browser.ts'
import { clientOf, lettersTo, picture, signedInClient, signIn } from './support/people.ts'
import { type Product, startProduct } from './support/product.ts'

const YUSUF = 'yusuf@voluntary-action.example'
const OKAFOR = 'okafor-session@people.example'

let product: Product
let browser: Browser
let groupId = ''
let respiteId = ''
beforeAll(async () => {
  product = await startProduct({
    prepare: async (url) => void (await seedDemo(url)),
    env: { RATE_LIMIT: '0' },
  })
  browser = await launchBrowser()
  const { items } = await clientOf(product.url)(codesignContract.list, { query: {} })
  groupId = items.find(({ joinCode }) => joinCode === 'maple-otter')?.id ?? ''
  respiteId = items.find(({ name }) => name === 'A break you can plan on')?.id ?? ''
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function yusuf(width: keyof typeof WIDTHS = 'laptop'): Promise<Page> {
  const { page } = await personWithBrowser(browser, { origin: product.url, width: WIDTHS[width] })
  await signIn(page, product.url, YUSUF)
  return page
}

/** Joins without an account and hears of a new date; the letter's link leads to it. */
async function okaforWithLink(): Promise<{ phone: Page; link: string }> {
  const { page: phone } = await personWithBrowser(browser, {
    origin: product.url,
    width: WIDTHS.phone,
  })
  await phone.goto('/join/maple-otter')
  await phone.getByLabel('Your first name').fill('Mr Okafor')
  await phone.getByLabel('By email').check()
  await phone.getByLabel('Your email address').fill(OKAFOR)
  await phone.getByLabel('In the room').check()
  await phone.getByRole('button', { name: /^Join/ }).click()
  await phone.getByRole('heading', { level: 1, name: 'You have a place' }).waitFor()
  const desk = await signedInClient(product.url, YUSUF)
  await desk(codesignContract.startSession, {
    params: { groupId },
    body: {
      startsAt: new Date(Date.now() + 20 * 86_400_000).toISOString(),
      minutes: 120,
      venue: 'Corn Exchange rehearsal room',
      address: 'Exchange Street, Riverside',
      gettingThere: 'Bus 12 stops outside.',
      stepFree: true,
      capacity: 12,
      breaks: 'Tea after an hour.',
    },
  })
  const letter = (await lettersTo(product.url, OKAFOR)).find(({ text }) =>
    /\/sessions\/[^#\s]+#/.test(text),
  )
  return { phone, link: /\/groups\/\S+#\S+/.exec(letter?.text ?? '')?.[0] ?? '' }
}

describe('Mr Okafor and a session (J-18)', () => {
  it('comes in from the letter, says yes, says what he needs, raises something; Yusuf arranges it and confirms', async () => {
    const { phone, link } = await okaforWithLink()
    await phone.goto(link)
    await phone.getByRole('button', { name: 'Open my place' }).click()
    await phone.getByText('12 seats left.').waitFor()
    expect(phone.url()).not.toContain('#')
    await phone.getByRole('button', { name: 'Yes', exact: true }).click()
    await phone.getByText('You come. Good.').waitFor()
    await phone.getByText('Say what you need').click()
    await phone.getByLabel('What sort of thing is it?').selectOption({ label: 'Hearing' })
    await phone.getByLabel('What helps you?').fill('Captions, and a seat near the speaker')
    await phone.getByRole('button', { name: 'Say it' }).click()
    await phone.getByText('Not arranged yet').waitFor()
    await phone.getByText('Put something on the agenda').click()
    await phone.getByLabel('What is it about?').fill('Who holds the key on Sundays')
    await phone.getByRole('button', { name: 'Put it on the agenda' }).click()
    await phone.getByText('Who holds the key on Sundays').first().waitFor()
    await picture(phone, 's1-session-phone-360')

    const at = phone.url().replace(product.url, '')
    const desk = await yusuf()
    await desk.goto(`${at}/plan`)
    await desk.getByText('1 need is not sorted yet.').waitFor()
    await desk.getByRole('button', { name: 'Confirm the session' }).click()
    await desk.getByText(/Somebody in the group needs something/).waitFor()
    await desk.getByRole('button', { name: 'Open what Mr Okafor needs' }).click()
    await desk.getByText('They say: Captions, and a seat near the speaker').waitFor()
    await desk
      .getByLabel('What is arranged, or why it cannot be')
      .fill('Live captions on the screen, first row kept')
    await picture(desk, 's2-plan-1280')
    await desk.getByRole('button', { name: 'It is arranged' }).click()
    await desk.getByText('Arranged: does it fit?').waitFor()

    await phone.reload()
    await phone.getByRole('button', { name: 'Show what I said and what is arranged' }).click()
    await phone.getByText('We say: Live captions on the screen, first row kept').waitFor()
    await phone.getByRole('button', { name: 'Yes, that fits' }).click()
    await phone.getByText('Arranged, and it fits').waitFor()
    await desk.reload()
    await desk.getByRole('button', { name: 'Confirm the session' }).click()
    await desk.getByText('Confirmed', { exact: true }).waitFor()
    await desk.getByRole('button', { name: 'Let the agenda go out' }).click()
    await desk.getByText('Let a paper go out').waitFor()
    await desk.goto(`${at}/sheet`)
    await desk.getByRole('rowheader', { name: 'Mr Okafor' }).waitFor()
    await picture(desk, 's3-sheet-1280')
  })

  it('the respite group of the demo town shows what it did, and reads well in both widths', async () => {
    const desk = await yusuf()
    await desk.goto(`/groups/${respiteId}/sessions`)
    await desk.getByText('Sessions that led to something').waitFor()
    await picture(desk, 's4-sessions-1280')
    await desk
      .getByRole('link', { name: /6pm to 8pm$/ })
      .first()
      .click()
    await desk.getByRole('heading', { name: 'Papers' }).waitFor()
    await picture(desk, 's5-next-1280')
    const small = await yusuf('phone')
    const client = await signedInClient(product.url, YUSUF)
    const { items } = await client(sessionsContract.list, { params: { groupId: respiteId } })
    const past = items.find(({ isOver }) => isOver)?.id
    await small.goto(`/groups/${respiteId}/sessions/${past}`)
    await small.getByRole('heading', { name: 'What came of it' }).waitFor()
    await picture(small, 's6-past-360')
    await small.goto(`/groups/${respiteId}/sessions/${items.find((s) => !s.isOver)?.id}/plan`)
    await small.getByRole('heading', { name: 'Order the agenda' }).waitFor()
    await picture(small, 's7-plan-360')
  })
})
