import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { codesignContract } from '@howcanwe/shared/codesign'
import { type Answer, decisionsContract } from '@howcanwe/shared/decisions'
import type { Call } from '@howcanwe/shared/http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../api/src/db/database.ts'
import { seedDemo } from '../../api/src/demo/index.ts'
import { launchBrowser, personWithBrowser, WIDTHS } from './support/browser.ts'
import { PICTURES, signedInClient, signIn } from './support/people.ts'
import { type Product, startProduct } from './support/product.ts'

const YUSUF = 'yusuf@voluntary-action.example'
const GROUP = 'A break you can plan on'
const ONLINE = 'Sitters are booked online, and only there.'

let product: Product
let browser: Browser
let groupId = ''
let database = ''
let yusuf: Call
let desk: Page
let wall: Page
const phones: Page[] = []
const onPhones: string[] = []

beforeAll(async () => {
  product = await startProduct({
    prepare: async (url) => {
      database = url
      await seedDemo(url)
    },
    env: { RATE_LIMIT: '0' },
  })
  browser = await launchBrowser()
  yusuf = await signedInClient(product.url, YUSUF)
  const { items } = await yusuf(codesignContract.mine)
  groupId = items.find(({ name }) => name === GROUP)?.id ?? ''
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Three weeks go by: everybody has had the words for five working days (§4.2, Papers). */
async function wordsStoodForWeeks(decisionId: string) {
  const { db, close } = openDatabase({ url: database, max: 1 })
  await db.transaction(async (tx) => {
    await tx.execute('set local session_replication_role = replica')
    await tx.execute(
      `update decision_versions set words_at = now() - interval '21 days' where decision_id = '${decisionId}'`,
    )
  })
  await close()
}

const visit = async (width: keyof typeof WIDTHS) =>
  (await personWithBrowser(browser, { origin: product.url, width: WIDTHS[width] })).page

/** A page that looks live is never idle: its picture is taken once its letters are there. */
async function picture(page: Page, name: string) {
  mkdirSync(PICTURES, { recursive: true })
  await page.locator('h1').first().waitFor()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: `${PICTURES}${name}.png`, fullPage: true })
}

const clean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

/** Those without a phone here ring in: Yusuf types what each voice says, so many yes of each. */
async function othersSay(decisionId: string, version: number, yes: Record<string, number>) {
  const { items } = await yusuf(codesignContract.members, { params: { groupId } })
  const left = { ...yes }
  for (const { id: memberId, bloc } of items) {
    if (onPhones.includes(memberId)) continue
    const answer: Answer = (left[bloc] ?? 0) > 0 ? 'yes' : 'no'
    left[bloc] = (left[bloc] ?? 0) - 1
    await yusuf(decisionsContract.typeIn, {
      params: { decisionId, memberId },
      body: { version, answer, saidBy: 'phone', readBack: true },
    })
  }
}

const idOn = (page: Page): string => /decisions\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''

describe('a decision the residents can stop (J-20)', () => {
  /** Yusuf writes down what officers propose, puts it clearly, and opens it. */
  async function opensIt() {
    desk = await visit('laptop')
    await signIn(desk, product.url, YUSUF)
    await desk.goto(`/groups/${groupId}/decisions`)
    await desk.getByText('Open for answers').first().waitFor()
    await picture(desk, 'd1-decisions-1280')
    await desk.getByText('Propose something').click()
    await desk.getByLabel('What do you propose?').fill(ONLINE)
    await desk.getByLabel('Why?').fill('Nobody answers the phone after five.')
    await desk.getByLabel('Whom does it affect?').fill('Everybody who books a sitter')
    await desk.getByLabel('From which voice does it come?').selectOption({ label: 'Public bodies' })
    await desk.getByRole('button', { name: 'Propose it' }).click()
    await desk.getByRole('button', { name: 'This is clear' }).click()
    await desk.getByRole('heading', { name: 'Open it for answers' }).waitFor()
    await desk.getByText(/Nothing is decided on these words before/).waitFor()
    await clean(desk)
    await picture(desk, 'd2-open-it-1280')
    await wordsStoodForWeeks(idOn(desk))
    await desk.reload()
    await desk.getByLabel('10 minutes').check()
    await desk.getByRole('button', { name: 'Open it now' }).click()
    await desk.getByText(/0 of \d+ have answered/).waitFor()
    await clean(desk)
    await picture(desk, 'd3-desk-open-1280')
    wall = await desk.context().newPage()
    await wall.goto(`/groups/${groupId}/decisions/${idOn(desk)}/screen`)
    await wall.getByText(/^0 of \d+$/).waitFor()
    await clean(wall)
  }

  /** Two residents open their places with the words on their slips, and answer; the wall counts. */
  async function twoAnswer() {
    const { items } = await yusuf(codesignContract.members, { params: { groupId } })
    const residents = items.filter(({ bloc }) => bloc === 'residents').slice(0, 2)
    const at = `/groups/${groupId}/decisions/${idOn(desk)}`
    for (const { id: memberId } of residents) {
      const slip = await yusuf(codesignContract.newSlip, {
        params: { groupId, memberId },
        body: {},
      })
      const phone = await visit('phone')
      await phone.goto('/my-place')
      await phone.getByLabel('Reference').fill(slip.reference)
      await phone.getByLabel('Words').fill(slip.words)
      await phone.getByRole('button', { name: 'Open my place' }).click()
      await phone.getByText(GROUP).first().waitFor()
      await phone.goto(at)
      await phone.getByRole('heading', { name: 'Can you live with this?' }).waitFor()
      phones.push(phone)
      onPhones.push(memberId)
    }
    const [one, two] = phones as [Page, Page]
    await clean(one)
    await picture(one, 'd4-phone-360')
    await one.getByRole('button', { name: /I can live with this/ }).click()
    await one.getByText(/^Kept:/).waitFor()
    await wall.getByText(/^1 of \d+$/).waitFor()
    await one.getByRole('button', { name: /I cannot live with this/ }).click()
    await one.getByText(/Kept: “I cannot/).waitFor()
    await two.getByRole('button', { name: /I cannot live with this/ }).click()
    await two.getByText(/Kept: “I cannot/).waitFor()
    await picture(two, 'd5-phone-kept-360')
    await wall.getByText(/^2 of \d+$/).waitFor()
    await picture(wall, 'd6-wall-1280')
  }

  /** One objects; the count arrives on every screen without a reload, and says why not. */
  async function oneObjects() {
    const [one, two] = phones as [Page, Page]
    await one.getByText('I object').click()
    await one.getByLabel('Somebody is missing').check()
    await one.getByLabel('Say it in one sentence').fill('My mother has no screen and no data.')
    await picture(one, 'd7-object-360')
    await one.getByRole('button', { name: 'Object', exact: true }).click()
    await two.getByText('My mother has no screen and no data.').waitFor()
    await othersSay(idOn(desk), 1, { residents: 1, organisations: 2, 'public-bodies': 9 })
    await desk.getByRole('button', { name: 'Count now' }).click()
    for (const page of [desk, wall, one, two])
      await page.getByRole('heading', { name: 'Not agreed' }).waitFor()
    await clean(two)
    await picture(two, 'd8-phone-not-agreed-360')
    await picture(wall, 'd9-wall-not-agreed-1280')
  }

  it('officers propose, residents object, and every screen follows without a reload', async () => {
    await opensIt()
    await twoAnswer()
    await oneObjects()
  }, 240_000)

  it('everybody else reads it with counts that give nobody away', async () => {
    const stranger = await visit('phone')
    await stranger.goto(`/groups/${groupId}/decisions`)
    await stranger
      .getByText('Community organisations: more than half can live with it')
      .first()
      .waitFor()
    await clean(stranger)
    await picture(stranger, 'd14-public-360')
  }, 60_000)
})
