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
const RUTH = 'ruth@council.example'
const GROUP = 'A break you can plan on'
const ONLINE = 'Sitters are booked online, and only there.'
const BY_PHONE = 'Sitters are booked online and by telephone.'

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
  /** Once people have had the words for long enough, Yusuf opens it in the room. */
  async function threeWeeksLater() {
    await wordsStoodForWeeks(idOn(desk))
    await desk.reload()
    await desk.getByLabel('10 minutes').check()
    await desk.getByRole('button', { name: 'Open it now' }).click()
    await desk.getByText(/0 of \d+ have answered/).waitFor()
  }

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
    await desk.getByLabel('A public body must decide').check()
    await desk.getByRole('button', { name: 'This is clear' }).click()
    await desk.getByRole('heading', { name: 'Open it for answers' }).waitFor()
    await desk.getByText(/Nothing is decided on these words before/).waitFor()
    await clean(desk)
    await picture(desk, 'd2-open-it-1280')
    await threeWeeksLater()
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

  /** The one integrating round: the objection is answered in writing, the words change, and everybody is asked again. */
  async function integrates() {
    const [one, two] = phones as [Page, Page]
    await desk.getByText('Answer this objection').click()
    await desk.getByLabel('Your answer').fill('The phone line stays, with a person who answers.')
    await desk.getByRole('button', { name: 'Save the answer' }).click()
    await two.getByText('The phone line stays, with a person who answers.').waitFor()
    await desk.getByLabel('What do you propose?').fill(BY_PHONE)
    await desk.getByLabel('Why?').fill('Those without a screen ring; the line is open until eight.')
    await picture(desk, 'd10-next-version-1280')
    await desk.getByRole('button', { name: 'Save the next version' }).click()
    await desk.getByRole('heading', { name: 'Open it for answers' }).waitFor()
    await threeWeeksLater()
    for (const phone of [one, two]) {
      await phone.getByText(BY_PHONE).first().waitFor()
      await phone.getByRole('button', { name: /I can live with this/ }).click()
      await phone.getByText(/Kept: “I can live/).waitFor()
    }
    await othersSay(idOn(desk), 2, { residents: 99, organisations: 99, 'public-bodies': 99 })
    await desk.getByRole('button', { name: 'Count now' }).click()
    for (const page of [desk, wall, one, two])
      await page.getByRole('heading', { name: 'Agreed', exact: true }).waitFor()
    await one.getByText(/^Ruth .* answers by/).waitFor()
    await clean(one)
    await picture(one, 'd11-phone-agreed-360')
  }

  /** Ruth answers by name for the council; the phone shows it, and when the group looks again. */
  async function ruthAnswers() {
    const [one] = phones as [Page, Page]
    const ruth = await visit('laptop')
    await signIn(ruth, product.url, RUTH)
    await ruth.goto('/desk/decisions')
    const asked = ruth.getByRole('article').filter({ hasText: BY_PHONE })
    await asked.getByLabel('Accept it', { exact: true }).check()
    await asked.getByLabel('Your reasons').fill('The line is in the budget, and so it stays open.')
    await picture(ruth, 'd12-ruth-answers-1280')
    await asked.getByRole('button', { name: 'Send my answer' }).click()
    await asked.waitFor({ state: 'detached' })
    await one.getByText(/^Ruth .* accepts it/).waitFor()
    await one.getByText(/^The group looks again on \w+day/).waitFor()
    await clean(one)
    await picture(one, 'd13-phone-answered-360')
  }

  it('officers propose, residents object, the words change once, and Ruth answers; every screen follows without a reload', async () => {
    await opensIt()
    await twoAnswer()
    await oneObjects()
    await integrates()
    await ruthAnswers()
  }, 360_000)

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
