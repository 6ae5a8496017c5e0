import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { findChromium } from './chromium.ts'

/** CSS pixels: a small phone, and a laptop. */
export const WIDTHS = { phone: 360, laptop: 1280 } as const

/** No start-up chatter with the outside, no graphics card. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/** A headless Chromium, the same on every machine; CHROME_PATH chooses another. Close it afterwards. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  )
  return chromium.launch({ executablePath, args: QUIET, env: { ...environment, ...env } })
}

export type PersonOptions = {
  /** The product's address, 'http://127.0.0.1:4321'. Requests anywhere else are a fault. */
  origin: string
  /** Width of the window in CSS pixels. */
  width: number
  /** The browser's language, 'en-GB' unless told. */
  locale?: string
  /** Faults this test provokes on purpose. */
  expected?: RegExp[]
}

/**
 * Somebody with a browser of their own (cookies, storage) and one page. When the test ends it is closed, and
 * the test fails if any page had an error on its console, threw, asked another server for anything, or got
 * a failing answer other than a refusal by the API.
 */
export async function personWithBrowser(browser: Browser, options: PersonOptions) {
  const { width, locale = 'en-GB', origin } = options
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 740 : 900 },
    locale,
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    baseURL: origin,
  })
  const faults = watch(context, origin)
  onTestFinished(async () => {
    await context.close()
    const unexpected = faults.filter((fault) => !options.expected?.some((re) => re.test(fault)))
    if (unexpected.length > 0) throw new Error(`The browser met faults:\n${unexpected.join('\n')}`)
  })
  const page: Page = await context.newPage()
  return { page, context, faults }
}

/** Collects what went wrong in any page of this browser, one line each. */
export function watch(context: BrowserContext, origin: string): string[] {
  const faults: string[] = []
  const home = new URL(origin).origin
  context.on('console', (message) => {
    // The answers themselves are judged below, with their address and status at hand.
    const echo = message.text().startsWith('Failed to load resource: the server responded')
    if (message.type() === 'error' && !echo) faults.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => faults.push(`page: ${error.error().message}`))
  context.on('request', (request) => {
    const { origin: target, protocol } = new URL(request.url())
    const local = ['data:', 'blob:', 'about:'].includes(protocol)
    if (!local && target !== home) faults.push(`third party: ${request.url()}`)
  })
  context.on('response', (response) => {
    const refusal =
      response.status() < 500 && mayRefuse(response.request().resourceType(), response.url())
    if (response.status() >= 400 && !refusal) faults.push(`${response.status()}: ${response.url()}`)
  })
  return faults
}

/** The API refuses as part of its work, and a page may not exist; a script or picture must. */
function mayRefuse(kind: string, url: string): boolean {
  return kind === 'document' || new URL(url).pathname.startsWith('/api/')
}
