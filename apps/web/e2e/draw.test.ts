import { codesignContract } from '@howcanwe/shared/codesign'
import { recruitmentContract } from '@howcanwe/shared/recruitment'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../api/src/demo/index.ts'
import { backstage } from '../../api/test/backstage.ts'
import { launchBrowser, personWithBrowser, WIDTHS } from './support/browser.ts'
import { clientOf, lettersTo, picture, signIn } from './support/people.ts'
import { type Product, startProduct } from './support/product.ts'

const KAYLEIGH = 'kayleigh-draw@people.example'
const FIGURE = '4 8 15 16 23 42'

let product: Product
let browser: Browser
let groupId = ''
beforeAll(async () => {
  product = await startProduct({ prepare: async (url) => void (await seedDemo(url)) })
  browser = await launchBrowser()
  const { items } = await clientOf(product.url)(codesignContract.list, { query: {} })
  groupId = items.find(({ name }) => name === 'Waiting for medicine')?.id ?? ''
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

/** A day so many days from now, in its three boxes. */
async function day(page: Page, legend: string, days: number): Promise<void> {
  const when = new Date(Date.now() + days * 86_400_000)
  const box = page.getByRole('group', { name: legend })
  await box.getByLabel('Day').fill(String(when.getUTCDate()))
  await box.getByLabel('Month').fill(String(when.getUTCMonth() + 1))
  await box.getByLabel('Year').fill(String(when.getUTCFullYear()))
}

async function publish(page: Page): Promise<void> {
  await page.goto(`/groups/${groupId}/draw/desk`)
  await page.getByLabel('How many seats?').fill('5')
  await day(page, 'Last day for names', 9)
  await page.getByLabel('Which figure decides?').fill('The six main numbers of the lottery')
  await day(page, 'On which day is it announced?', 12)
  await page.getByLabel('As you ask it').fill('Where do you live?')
  const answers = page.getByLabel('Answer', { exact: true })
  await answers.nth(0).fill('Elmside')
  await page.getByLabel('At least').nth(0).fill('2')
  await answers.nth(1).fill('Northgate')
  await picture(page, 'draw-open-laptop')
  await page.getByRole('button', { name: 'Publish and take names' }).click()
  await page.getByText('Names are being taken').waitFor()
}

/** Others put their names in from their own devices. */
async function others(): Promise<void> {
  const anyone = clientOf(product.url)
  for (let n = 0; n < 9; n++)
    await anyone(recruitmentContract.putIn, {
      params: { groupId },
      body: {
        ...{ firstName: 'Sam', contactBy: 'email', contact: `sam-${n}@people.example` },
        ...{ ways: ['video'], language: 'en', consentVersion: '2026-11' },
        specialConsentVersion: null,
        answers: [{ category: 'Where do you live?', feature: n < 4 ? 'Elmside' : 'Northgate' }],
      },
    })
}

async function typeFigure(page: Page): Promise<void> {
  await page.goto(`/groups/${groupId}/draw/desk`)
  await page.getByLabel('The figure, as it was announced').fill(FIGURE)
  await page.getByRole('button', { name: 'Type the figure' }).click()
}

describe('a group finds its people by draw (CD7)', () => {
  it('from targets to a letter, and Kayleigh can check her own chance', async () => {
    const yusuf = await at('laptop', 'yusuf@voluntary-action.example')
    await publish(yusuf)
    const kayleigh = await at('phone')
    await kayleigh.goto(`/groups/${groupId}`)
    await kayleigh.getByRole('link', { name: 'Put your name in, or see how it works' }).click()
    await picture(kayleigh, 'draw-phone')
    await kayleigh.getByRole('link', { name: 'Put your name in' }).click()
    await kayleigh.getByLabel('First name').fill('Kayleigh')
    await kayleigh.getByLabel('By email').check()
    await kayleigh.getByLabel('Email address').fill(KAYLEIGH)
    await kayleigh.getByLabel('In the room').check()
    await kayleigh.getByLabel('Northgate').check()
    await picture(kayleigh, 'draw-name-phone')
    await kayleigh.getByRole('button', { name: 'Put my name in' }).click()
    await kayleigh.getByText('Your name is in').waitFor()
    await others()
    await backstage(product.databaseUrl).moveDraw(groupId, -1, 60)
    const anyone = clientOf(product.url)
    const state = async () =>
      (await anyone(recruitmentContract.read, { params: { groupId } })).state
    await expect.poll(state, { timeout: 30_000 }).toBe('closed')
    await backstage(product.databaseUrl).moveDraw(groupId, -120, -1)
    await typeFigure(yusuf)
    await yusuf.getByText('Kept. It takes a second person.').waitFor()
    const ines = await at('laptop', 'ines@voluntary-action.example')
    await typeFigure(ines)
    await ines.getByText('One sheet is drawn.').waitFor()
    await yusuf.reload()
    await picture(yusuf, 'draw-desk-laptop')
    await yusuf.getByRole('button', { name: /I have looked at it/ }).click()
    await yusuf.getByText('Places are given, and everybody is told.').waitFor()
    const letter = (await lettersTo(product.url, KAYLEIGH)).find(({ text }) =>
      text.includes('/draw-slip#'),
    )
    await kayleigh.goto(`/draw-slip#${/draw-slip#(\S+)/.exec(letter?.text ?? '')?.[1]}`)
    await kayleigh.getByText(/of 1,000 sheets/).waitFor()
    await picture(kayleigh, 'draw-slip-phone')
  })
})
