import { agreementsContract } from '@howcanwe/shared/agreements'
import { casesContract } from '@howcanwe/shared/cases'
import { challengesContract } from '@howcanwe/shared/challenges'
import { codesignContract } from '@howcanwe/shared/codesign'
import { jointInterestsContract } from '@howcanwe/shared/joint-interests'
import { organisationsContract } from '@howcanwe/shared/organisations'
import { placesContract } from '@howcanwe/shared/places'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../api/src/demo/index.ts'
import { backstage } from '../../api/test/backstage.ts'
import { launchBrowser } from './support/browser.ts'
import { faultsAlong, narrowBrowser, open } from './support/faults.ts'
import { clientOf, signedInClient, signIn } from './support/people.ts'
import { type Product, startProduct } from './support/product.ts'

let product: Product
let browser: Browser
const ids = {
  open: '',
  slug: '',
  past: '',
  draft: '',
  read: '',
  group: '',
  drawn: '',
  case: '',
  organisation: '',
  together: '',
  agreement: '',
}

beforeAll(async () => {
  product = await startProduct({
    prepare: async (url) => void (await seedDemo(url)),
    env: { RATE_LIMIT: '0' },
  })
  browser = await launchBrowser()
  const anyone = clientOf(product.url)
  const [open] = (await anyone(challengesContract.list, { query: { q: 'halls' } })).items
  const [past] = (await anyone(challengesContract.list, { query: { which: 'past' } })).items
  const groups = (await anyone(codesignContract.list, { query: {} })).items
  const [group] = groups
  const drawn = groups.find(({ name }) => name === 'A break you can plan on')
  const ruth = await signedInClient(product.url, 'ruth@council.example')
  const place = await anyone(placesContract.here)
  const draft = await ruth(challengesContract.start, {
    body: { placeId: place.id, question: 'How can we be on time?' },
  })
  const read = await ruth(challengesContract.start, {
    body: { placeId: place.id, question: 'How can we get the bus to stop at six?' },
  })
  await backstage(product.databaseUrl).sendToReaders(read.id)
  const ines = await signedInClient(product.url, 'ines@voluntary-action.example')
  const params = { placeId: place.id }
  const [carried] = (await ines(casesContract.list, { params, query: {} })).items
  const [body] = (await ines(organisationsContract.list, { query: params })).items
  const amina = await signedInClient(product.url, 'amina@carers.example')
  const [together] = (await amina(jointInterestsContract.mine, { query: {} })).items
  const [agreement] = (await amina(agreementsContract.mine)).items
  Object.assign(ids, {
    together: together?.id,
    agreement: agreement?.id,
    case: carried?.id,
    organisation: body?.id,
    open: open?.id,
    slug: open?.slug,
    past: past?.slug,
    draft: draft.id,
    read: read.id,
    group: group?.id,
    drawn: drawn?.id,
  })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const pagesOf = (): Record<string, { email?: string; routes: string[] }> => ({
  'a visitor': {
    routes: [
      '/',
      '/challenges',
      '/challenges?which=past',
      '/challenges?q=nothing+like+it',
      `/challenges/${ids.slug}`,
      `/challenges/${ids.past}`,
      '/challenges/not-there',
      `/challenges/${ids.slug}/interest`,
      `/challenges/${ids.slug}/ask`,
      '/place',
      '/people-here',
      '/map',
      '/map?with=services&by=area',
      '/practices',
      '/practices?theme=carers',
      '/introductions/answer',
      '/proposals',
      '/proposals/new',
      '/proposals/own',
      '/proposals/support',
      '/reading',
      '/protected',
      '/protected/the-thursday-befriending-calls',
      '/trail',
      '/check-a-brief',
      `/read/${ids.read}`,
      '/groups',
      `/groups/${ids.group}`,
      `/groups/${ids.group}/join`,
      `/groups/${ids.group}/room`,
      `/groups/${ids.group}/charter`,
      `/groups/${ids.drawn}/draw`,
      `/groups/${ids.drawn}/draw/name`,
      '/draw-slip',
      `/groups/${ids.group}/paper`,
      `/groups/${ids.group}/paper/poster`,
      `/groups/${ids.group}/paper/letter`,
      `/groups/${ids.group}/paper/form`,
      `/groups/${ids.group}/paper/easy`,
      '/join',
      '/my-place',
      '/groups/leave',
      '/sign-in',
      '/sign-in/link',
      '/stop',
      '/help',
      '/accessibility',
      '/privacy',
      '/how-decisions-are-made',
      '/how-matching-works',
      '/dev/inbox',
      '/styleguide',
      '/nowhere',
    ],
  },
  'Ruth, a commissioner': {
    email: 'ruth@council.example',
    routes: [
      '/desk',
      '/desk/challenges/new',
      `/desk/challenges/${ids.draft}/edit`,
      `/desk/challenges/${ids.read}/edit`,
      `/desk/challenges/${ids.draft}/preview`,
      `/desk/challenges/${ids.open}/edit`,
      `/desk/challenges/${ids.open}/amend`,
      `/desk/challenges/${ids.open}/questions`,
      '/desk/protections',
      '/desk/protections/new',
      `/desk/challenges/${ids.open}/responses`,
      `/desk/challenges/${ids.open}/groups/new`,
      '/me',
    ],
  },
  'Amina, of a small group': {
    email: 'amina@carers.example',
    routes: [
      '/today',
      `/together/${ids.together}`,
      '/challenges/get-home-after-the-late-shift/together',
      '/agreements',
      '/agreements/new',
      `/agreements/${ids.agreement}`,
      '/organisation',
      '/organisation/capacity',
      '/organisation/register',
      '/organisation/map',
      '/organisation/hours',
      '/organisation/fitting',
      '/organisation/practices',
      '/support-exchange',
      '/introductions',
      `/challenges/${ids.slug}/interest`,
      '/me',
      '/me/roles',
      '/me/contact',
      '/me/devices',
      '/me/passkeys',
      '/me/who-looked',
      '/me/everything',
      '/me/hearing',
      '/me/erase',
    ],
  },
  'Ines, the broker': {
    email: 'ines@voluntary-action.example',
    routes: [
      '/desk',
      '/desk/organisations',
      '/desk/support',
      '/desk/hours',
      '/desk/contacts',
      '/desk/contacts/import',
      '/desk/cases',
      `/desk/cases/${ids.case}`,
      '/desk/type',
      '/desk/type/organisation',
      `/desk/type/${ids.open}/${ids.organisation}`,
      `/desk/type/capacity/${ids.organisation}`,
      '/slip',
      `/paper/${ids.slug}`,
      '/paper',
      `/desk/challenges/${ids.open}/matches`,
      `/desk/challenges/${ids.read}/read-through`,
      '/desk/introductions',
      '/desk/proposals',
      '/desk/proposals/new',
      '/desk/map',
      `/map/${ids.organisation}`,
      '/desk/together/get-home-after-the-late-shift',
      '/organisation',
    ],
  },
  'Yusuf, a facilitator': {
    email: 'yusuf@voluntary-action.example',
    routes: [
      '/desk/groups',
      '/desk',
      `/groups/${ids.drawn}/draw/desk`,
      `/groups/${ids.group}/draw/desk`,
      `/groups/${ids.group}/room`,
      `/groups/${ids.group}/enter`,
      `/groups/${ids.group}/charter`,
    ],
  },
  'Joan, a steward': {
    email: 'joan@voluntary-action.example',
    routes: ['/desk/roles', '/desk/match-weights', '/me/roles'],
  },
})

describe.each(['en', 'nl'])('at 320 pixels, in %s', (language) => {
  it.each(Object.keys(pagesOf()))(
    '%s meets no page with a fault: axe, one heading, no sideways scroll, a title, a language, all words',
    async (who) => {
      const { email, routes } = pagesOf()[who] ?? { routes: [] }
      const context = await narrowBrowser(browser, product.url)
      if (email) await signIn(await context.newPage(), product.url, email)
      expect(await faultsAlong(context, { origin: product.url, routes, language })).toEqual([])
    },
  )
})

describe('with a keyboard alone', () => {
  it('a visitor skips to the main words, and after going to another page hears its heading', async () => {
    const context = await narrowBrowser(browser, product.url)
    const page = await context.newPage()
    await open(page, '/')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Skip to the main words',
    )
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.getByRole('link', { name: /How can we keep halls open/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /keep halls open/ }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await context.close()
  })

  it('somebody who sends an empty form is taken to what is missing, and from there into the field', async () => {
    const context = await narrowBrowser(browser, product.url)
    const page = await context.newPage()
    await open(page, `/groups/${ids.group}/join`)
    await page.getByRole('button', { name: 'Join the group' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
      'firstName',
    )
    await context.close()
  })

  it('the language changes on the same page, and stays', async () => {
    const context = await narrowBrowser(browser, product.url)
    const page = await context.newPage()
    await open(page, `/challenges/${ids.slug}`)
    await page
      .getByRole('button', { name: 'Nederlands' })
      .or(page.getByRole('link', { name: 'Nederlands' }))
      .first()
      .click()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('nl')
    expect(page.url()).toContain(ids.slug)
    await page.reload()
    await page.locator('h1').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('nl')
    await context.close()
  })
})
