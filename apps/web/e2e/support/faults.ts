import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { watch } from './browser.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Pages of one person open side by side: a page waits more than it works. */
const TABS = 3
/** CSS pixels: the narrowest screen that everything works on. */
export const NARROW = 320

/** What is wrong with a page, one line each. */
export async function faultsOf(page: Page, language: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  const headings = await page.locator('h1').count()
  const lang = await page.locator('html').getAttribute('lang')
  const title = await page.title()
  const unsaid = /\b[a-z]+:[a-z]+\.[a-zA-Z.]+\b/.exec(
    (await page.locator('body').textContent()) ?? '',
  )?.[0]
  const keys = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) {
      const words = walker.currentNode.textContent?.trim() ?? ''
      if (/^[a-z][A-Za-z]*(\.[A-Za-z-]+)+$/.test(words)) found.push(words)
    }
    return found
  })
  return [
    ...keys.map((key) => `a key instead of words: ${key}`),
    ...violations.flatMap((v) =>
      v.nodes.map(
        (n) =>
          `axe ${v.id}: ${n.target.join(' ')} ${n.failureSummary?.split('\n')[1]?.trim() ?? ''}`,
      ),
    ),
    ...(wide > NARROW ? [`scrolls sideways: ${wide}px`] : []),
    ...(headings === 1 ? [] : [`${headings} h1`]),
    ...(lang === language ? [] : [`lang is ${lang}`]),
    ...(title.includes('–') ? [] : [`title "${title}"`]),
    ...(unsaid ? [`a word without words: ${unsaid}`] : []),
  ]
}

/** @returns whether a heading came within ten seconds */
export async function open(page: Page, route: string): Promise<boolean> {
  await page.goto(route)
  const heading = page.locator('h1').first()
  const there = await heading.waitFor({ timeout: 10_000 }).then(
    () => true,
    () => false,
  )
  // Pages that follow a group as it moves keep a line open and are never idle.
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined)
  return there
}

/** A browser of its own on the narrowest screen. */
export async function narrowBrowser(browser: Browser, origin: string): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: NARROW, height: 700 },
    baseURL: origin,
    reducedMotion: 'reduce',
  })
}

/** Walks through pages in one language, closes the browser and tells what was wrong with them, one line each. */
export async function faultsAlong(
  context: BrowserContext,
  { origin, routes, language }: { origin: string; routes: readonly string[]; language: string },
): Promise<string[]> {
  const met = watch(context, origin)
  await context.addCookies([{ name: 'lang', value: language, url: origin }])
  const waiting = [...new Set(routes)]
  const faults: string[] = []
  const tab = async () => {
    const page = await context.newPage()
    for (let route = waiting.shift(); route; route = waiting.shift()) {
      const there = await open(page, route)
      const found = there ? await faultsOf(page, language) : ['no heading in ten seconds']
      faults.push(...found.map((fault) => `${route}: ${fault}`))
    }
  }
  await Promise.all(Array.from({ length: TABS }, tab))
  await context.close()
  return [...faults, ...met]
}
