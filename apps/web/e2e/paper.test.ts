import { mkdirSync } from 'node:fs'
import { codesignContract } from '@howcanwe/shared/codesign'
import { decisionsContract } from '@howcanwe/shared/decisions'
import { proposalsContract } from '@howcanwe/shared/proposals'
import { sessionsContract } from '@howcanwe/shared/sessions'
import type { Browser, Locator, Page } from 'playwright-core'
import decodeQR from 'qr/decode.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../api/src/demo/index.ts'
import { launchBrowser, personWithBrowser, WIDTHS } from './support/browser.ts'
import { PICTURES, signedInClient, signIn } from './support/people.ts'
import { type Product, startProduct } from './support/product.ts'

const YUSUF = 'yusuf@voluntary-action.example'

let product: Product
let browser: Browser
/** Addresses of what is printed, and the most sheets each may take. */
const packs: Record<string, { path: string; pages: number }> = {}
let poster = ''
let fullPoster = ''

/** What is as long as it may be, on a sheet that has to hold it. */
const said = (letters: number): string =>
  'Carers meet in the hall on Thursdays, and someone with a key sits beside them. '
    .repeat(20)
    .slice(0, letters)
    .trim()

/** A group with every box of it full. */
async function fullestGroup(): Promise<string> {
  const ruth = await signedInClient(product.url, 'ruth@council.example')
  const [like] = (await ruth(codesignContract.list, { query: {} })).items
  if (!like) throw new Error('the made-up town has no group')
  const { items } = await ruth(codesignContract.facilitators, { query: { placeId: like.placeId } })
  const yusuf = items.find(({ name }) => name.startsWith('Yusuf'))
  const { id } = await ruth(codesignContract.start, {
    params: { challengeId: like.challenge.id },
    body: {
      ...{ name: said(118), about: said(998), rung: 'co-design', decides: said(598) },
      ...{ shapes: said(598), fixed: said(598), answersBy: said(198), youGet: said(598) },
      ...{ facilitatorId: yusuf?.id ?? '', places: 12 },
    },
  })
  return id
}

beforeAll(async () => {
  product = await startProduct({ prepare: async (url) => void (await seedDemo(url)) })
  browser = await launchBrowser()
  const yusuf = await signedInClient(product.url, YUSUF)
  const { items } = await yusuf(codesignContract.mine)
  const halls = items.find(({ joinCode }) => joinCode === 'maple-otter')
  const breaks = items.find(({ name }) => name === 'A break you can plan on')
  const nights = items.find(({ name }) => name === 'Nights that hold')
  if (!halls || !breaks || !nights) throw new Error('the made-up town has lost its groups')
  const params = { groupId: breaks.id }
  const sessions = (await yusuf(sessionsContract.list, { params })).items
  const decisions = (await yusuf(decisionsContract.list, { params })).items
  const session = sessions.find(({ isOver, state }) => !isOver && state !== 'cancelled')
  const open = decisions.find(({ state }) => state === 'open')
  const asked = (await yusuf(proposalsContract.list, { query: {} })).items.at(-1)
  const paper = `/groups/${halls.id}/paper`
  poster = `${paper}/poster`
  fullPoster = `/groups/${await fullestGroup()}/paper/poster`
  Object.assign(packs, {
    poster: { path: poster, pages: 1 },
    'full poster': { path: fullPoster, pages: 1 },
    letter: { path: `${paper}/letter`, pages: 1 },
    'large letter': { path: `${paper}/letter?size=large`, pages: 2 },
    form: { path: `${paper}/form`, pages: 2 },
    'name for a draw': { path: `/groups/${breaks.id}/paper/draw`, pages: 3 },
    'easy read': { path: `${paper}/easy`, pages: 1 },
    'large agenda': {
      path: `/groups/${breaks.id}/sessions/${session?.id}/agenda?size=large`,
      pages: 2,
    },
    ballot: { path: `/groups/${breaks.id}/decisions/${open?.id}/ballot`, pages: 1 },
    'support for a question': { path: `/proposals/${asked?.id}/sheet`, pages: 1 },
    homework: { path: `/groups/${nights.id}/suggestions/sheet`, pages: 6 },
    'sign-in sheet': { path: `/groups/${breaks.id}/sessions/${session?.id}/sheet`, pages: 2 },
  })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function yusufReads(language: string): Promise<Page> {
  const { page, context } = await personWithBrowser(browser, {
    origin: product.url,
    width: WIDTHS.laptop,
  })
  await signIn(page, product.url, YUSUF)
  await context.addCookies([{ name: 'lang', value: language, url: product.url }])
  return page
}

/** What the site has around every page, none of which belongs on paper. */
const around = (page: Page) =>
  page
    .locator('header, footer, nav, button, .govuk-skip-link')
    .filter({ visible: true })
    .allTextContents()

/** Words that stand wider than the box that shows them. */
const cutOff = (page: Page) =>
  page
    .locator('main')
    .evaluate((main) =>
      [...main.querySelectorAll('p, li, dd, dt, h1, h2, td, th')]
        .filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.textContent),
    )

const coloured = (page: Page) =>
  page.locator('main').evaluate((main) =>
    [...main.querySelectorAll('*')]
      .filter((one) => one.textContent && one.checkVisibility() && !one.closest('.hcw-dark'))
      .filter((one) => getComputedStyle(one).color !== 'rgb(0, 0, 0)')
      .map((one) => one.textContent),
  )

async function printed(page: Page, path: string, name: string) {
  await page.emulateMedia({ media: null })
  await page.goto(path)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  mkdirSync(PICTURES, { recursive: true })
  const pdf = await page.pdf({ preferCSSPageSize: true, path: `${PICTURES}paper ${name}.pdf` })
  await page.emulateMedia({ media: 'print' })
  return {
    pages: (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length,
    around: await around(page),
    cutOff: await cutOff(page),
    coloured: await coloured(page),
    words: (await page.locator('main').textContent()) ?? '',
  }
}

/** What a telephone makes of the square. */
async function read(code: Locator): Promise<string> {
  const png = (await code.screenshot()).toString('base64')
  const { width, height, data } = await code.page().evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes]))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const drawing = canvas.getContext('2d')
    drawing?.drawImage(bitmap, 0, 0)
    const image = drawing?.getImageData(0, 0, bitmap.width, bitmap.height)
    return { width: bitmap.width, height: bitmap.height, data: [...(image?.data ?? [])] }
  }, png)
  return decodeQR({ width, height, data: Uint8Array.from(data) })
}

describe('what a group hands out on paper (issue line 10, PE3)', () => {
  it.each(['en', 'nl'])(
    'prints clean in %s: black on white, nothing of the site around it, nothing cut off, as few sheets as it should',
    async (language) => {
      const page = await yusufReads(language)
      for (const [name, { path, pages }] of Object.entries(packs)) {
        const sheet = await printed(page, path, `${name} ${language}`)
        expect.soft(sheet.pages, `${name}: sheets`).toBeGreaterThan(0)
        expect.soft(sheet.pages, `${name}: sheets`).toBeLessThanOrEqual(pages)
        expect.soft(sheet.around, `${name}: of the site`).toEqual([])
        expect.soft(sheet.cutOff, `${name}: cut off`).toEqual([])
        expect.soft(sheet.coloured, `${name}: not black`).toEqual([])
        expect.soft(sheet.words.length, `${name}: says something`).toBeGreaterThan(100)
        expect.soft(sheet.words, `${name}: a key`).not.toMatch(/\b[a-z]+(-[a-z]+)*:[a-z]+\.[a-z]/)
      }
    },
  )

  it('a camera reads the code of the poster and of the letter: it leads where the words beside it do', async () => {
    const { page } = await personWithBrowser(browser, { origin: product.url, width: WIDTHS.phone })
    for (const path of [poster, poster.replace('poster', 'letter')]) {
      await page.goto(path)
      const code = page.getByRole('img', { name: 'Code for your phone’s camera' })
      await code.waitFor()
      const address = await read(code)
      expect(address).toBe(`${product.url}/join/maple-otter`)
      const typed = await page.locator('.hcw-poster__address').first().textContent()
      expect(`http://${typed}`).toBe(address)
      await page.goto(address)
      await page.getByRole('heading', { level: 1, name: /^Join/ }).waitFor()
    }
  })
})
