import { createServer, type Server } from 'node:http'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, personWithBrowser, WIDTHS, watch } from './browser.ts'

let browser: Browser
let server: Server
let origin = ''

const PAGES: Record<string, string> = {
  '/': '<h1>Dorpsplein, Ŷ café</h1>',
  '/console': '<script>console.error("a warning nobody reads")</script>',
  '/throws': '<script>nothing.here()</script>',
  '/outside': '<img src="http://localhost:9/pixel.png">',
  '/missing': '<script src="/gone.js"></script>',
  '/refused': '<script>fetch("/api/v1/me")</script>',
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const page = PAGES[request.url ?? '']
    response.writeHead(page ? 200 : request.url?.startsWith('/api/') ? 401 : 404, {
      'content-type': 'text/html; charset=utf-8',
    })
    response.end(`<!doctype html><link rel="icon" href="data:,"><title>t</title>${page ?? ''}`)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

it.each(Object.entries(WIDTHS))('shows a page to somebody with a %s', async (_, width) => {
  const { page } = await personWithBrowser(browser, { origin, width })
  await page.goto('/')
  expect(await page.getByRole('heading').textContent()).toBe('Dorpsplein, Ŷ café')
  expect(await page.evaluate(() => innerWidth)).toBe(width)
  expect((await page.screenshot()).subarray(1, 4).toString()).toBe('PNG')
})

it.each([
  ['/console', /^console: a warning/],
  ['/throws', /^page: nothing is not defined/],
  ['/outside', /^third party: http:\/\/localhost:9/],
  ['/missing', /^404: .*\/gone\.js/],
])('notices what is wrong on %s', async (path, fault) => {
  const context = await browser.newContext()
  const faults = watch(context, origin)
  const page = await context.newPage()
  await page.goto(origin + path, { waitUntil: 'networkidle' })
  await context.close()
  expect(faults).toContainEqual(expect.stringMatching(fault))
})

it('takes a refusal by the API for what it is', async () => {
  const { page, faults } = await personWithBrowser(browser, { origin, width: WIDTHS.phone })
  await page.goto('/refused', { waitUntil: 'networkidle' })
  expect(faults).toEqual([])
})

it.fails('fails the test of a person whose page had a fault', async () => {
  const { page } = await personWithBrowser(browser, { origin, width: WIDTHS.phone })
  await page.goto('/throws')
})
