import { codesignContract } from '@howcanwe/shared/codesign'
import { conversationsContract } from '@howcanwe/shared/conversations'
import { decisionsContract } from '@howcanwe/shared/decisions'
import { sessionsContract } from '@howcanwe/shared/sessions'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../api/src/demo/index.ts'
import { launchBrowser } from './support/browser.ts'
import { faultsAlong, narrowBrowser } from './support/faults.ts'
import { signedInClient, signIn } from './support/people.ts'
import { type Product, startProduct } from './support/product.ts'

const YUSUF = 'yusuf@voluntary-action.example'

let product: Product
let browser: Browser
/** Groups of the made-up town with what is in them, and a slip for each. */
let groups: Awaited<ReturnType<typeof inside>>[] = []

async function inside(groupId: string) {
  const yusuf = await signedInClient(product.url, YUSUF)
  const params = { groupId }
  const sessions = (await yusuf(sessionsContract.list, { params })).items
  const decisions = (await yusuf(decisionsContract.list, { params })).items
  const threads = (await yusuf(conversationsContract.threads, { params, query: {} })).items
  const { slip } = await yusuf(codesignContract.enter, {
    params,
    body: {
      firstName: 'Lena',
      contactBy: 'someone',
      contact: 'At the library, ask for Lena',
      ways: ['in-the-room'],
      needs: '',
      language: 'en',
      consentVersion: '2026-11',
      bloc: 'organisations',
      organisation: 'Lunch club',
      saidBy: 'phone',
      readBack: true,
    },
  })
  const at = `/groups/${groupId}`
  return {
    slip,
    member: [
      '/room',
      '/charter',
      '/sessions',
      ...sessions.flatMap(({ id }) => [`/sessions/${id}`, `/sessions/${id}/agenda`]),
      '/decisions',
      ...decisions.flatMap(({ id }) => [`/decisions/${id}`, `/decisions/${id}/ballot`]),
      '/pay',
      '/threads',
      ...threads.map(({ id }) => `/threads/${id}`),
      '/moderation',
      '/suggestions',
      '/influence',
    ].map((path) => at + path),
    facilitator: [
      '/room',
      '/charter',
      '/enter',
      '/paper',
      '/sessions',
      ...sessions.flatMap(({ id }) => [`/sessions/${id}/plan`, `/sessions/${id}/sheet`]),
      '/decisions',
      ...decisions.flatMap(({ id }) => [`/decisions/${id}`, `/decisions/${id}/screen`]),
      '/pay/desk',
      '/texts',
      '/threads',
      ...threads.map(({ id }) => `/threads/${id}`),
      '/moderation',
      '/reports',
      '/suggestions',
      '/influence',
      '/draw/desk',
    ].map((path) => at + path),
    visitor: ['', '/charter', '/decisions', '/you-said', '/draw', '/influence'].map(
      (path) => at + path,
    ),
  }
}

beforeAll(async () => {
  product = await startProduct({
    prepare: async (url) => void (await seedDemo(url)),
    env: { RATE_LIMIT: '0' },
  })
  browser = await launchBrowser()
  const yusuf = await signedInClient(product.url, YUSUF)
  const { items } = await yusuf(codesignContract.mine)
  // The group with the most in it: a session to come and one behind it, decisions, talk, suggestions, pay.
  const fullest = items.find(({ name }) => name === 'A break you can plan on')
  if (!fullest) throw new Error('the made-up town has lost its fullest group')
  groups = [await inside(fullest.id)]
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const DESKS: Record<string, string[]> = {
  'ruth@council.example': ['/desk/decisions', '/desk/answers', '/desk'],
  'ines@voluntary-action.example': ['/desk/safeguarding', '/desk/proposals', '/desk'],
  'joan@voluntary-action.example': ['/desk/pay/rules', '/desk/safeguarding'],
  'cleo@council.example': ['/desk/pay', '/desk'],
}

const along = (context: BrowserContext, routes: readonly string[], language: string) =>
  faultsAlong(context, { origin: product.url, routes, language })

describe.each(['en', 'nl'])('within groups, at 320 pixels, in %s', (language) => {
  it('somebody without an account meets no page with a fault', async () => {
    const context = await narrowBrowser(browser, product.url)
    for (const { slip } of groups) {
      const { reference, words } = slip
      await context.request.post('/api/v1/group-places/open', {
        data: { with: { reference, words } },
      })
    }
    const routes = ['/my-place', ...groups.flatMap(({ member }) => member)]
    expect(await along(context, routes, language)).toEqual([])
  })
  it('nor does whoever runs them', async () => {
    const context = await narrowBrowser(browser, product.url)
    await signIn(await context.newPage(), product.url, YUSUF)
    const routes = groups.flatMap(({ facilitator }) => facilitator)
    expect(await along(context, routes, language)).toEqual([])
  })
  it('nor a stranger', async () => {
    const context = await narrowBrowser(browser, product.url)
    const routes = ['/worry', '/proposals', ...groups.flatMap(({ visitor }) => visitor)]
    expect(await along(context, routes, language)).toEqual([])
  })
  it.each(Object.keys(DESKS))('nor %s at the desk', async (email) => {
    const context = await narrowBrowser(browser, product.url)
    await signIn(await context.newPage(), product.url, email)
    expect(await along(context, DESKS[email] ?? [], language)).toEqual([])
  })
})
