import { codesignContract } from '@howcanwe/shared/codesign'
import { decisionsContract } from '@howcanwe/shared/decisions'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { cleanPicture, expectSaid, startTown } from './support/town.ts'

const YUSUF = 'yusuf@voluntary-action.example'
const OBJECTION = 'Nobody has asked the people who sleep next door.'
const HOLD = 'We have not seen what six weeks cost.'
const DAY = 86_400_000

interface Person {
  id: string
  firstName: string
  reference: string
}

const { at, call, groupNamed, placeOf } = startTown()
let groupId = ''
let address = ''
let residents: Person[] = []
beforeAll(async () => {
  groupId = await groupNamed('A break you can plan on')
  const yusuf = await call(YUSUF)
  const { items } = await yusuf(codesignContract.members, { params: { groupId } })
  // Every second one has answered already, on a phone of their own.
  residents = items
    .filter(({ bloc }) => bloc === 'residents')
    .toSorted((a, b) => a.reference.localeCompare(b.reference))
  const open = (await yusuf(decisionsContract.list, { params: { groupId } })).items.find(
    ({ state }) => state === 'open',
  )
  address = `/groups/${groupId}/decisions/${open?.id}`
})

const person = (n: number): Person => {
  const found = residents.at(n)
  if (!found) throw new Error('the made-up group has lost a resident')
  return found
}

/** Chooses somebody by the reference on their slip, as it stands on a ballot. */
async function choose(page: Page, { firstName, reference }: Person) {
  const who = page.getByLabel('Who?')
  const option = who.locator('option', { hasText: `${firstName}, ${reference}` })
  await who.selectOption({ label: (await option.textContent()) ?? '' })
}

async function typing(width: 'laptop' | 'phone' = 'laptop'): Promise<Page> {
  const page = await at(width, YUSUF)
  await page.goto(address)
  await page.getByText('Type in what somebody said').click()
  return page
}

async function send(page: Page, { firstName }: Person) {
  await page.getByLabel('I read it back to them, or it stands on their ballot').check()
  await page.getByRole('button', { name: 'Type it in' }).click()
  await expectSaid(page, `Typed in for ${firstName}.`)
}

/** On the phone of whoever rang: they have a place in the group, and no account. */
async function phoneOf({ id: memberId }: Person): Promise<Page> {
  const page = await placeOf(YUSUF, { groupId, memberId })
  await page.goto(address)
  await page.getByText('Decision 2 · ').waitFor()
  return page
}

describe('who rings or hands in a ballot decides like anybody (CD5, PE3)', () => {
  it('Yusuf types in a ballot and an objection; their people read that it was typed in, and change it themselves', async () => {
    const [one, two] = [person(0), person(2)]
    const yusuf = await typing()
    await yusuf.getByRole('button', { name: 'Type it in' }).click()
    for (const words of ['Choose who said it', 'Choose an answer', /^Tick this once/])
      await yusuf.getByRole('link', { name: words }).waitFor()
    await yusuf.getByRole('link', { name: 'Choose who said it' }).click()
    expect(await yusuf.evaluate(() => document.activeElement?.id)).toBe('f-memberId')
    await choose(yusuf, one)
    await yusuf.getByLabel('I can live with this').check()
    await yusuf.getByLabel('On paper').check()
    await send(yusuf, one)
    await choose(yusuf, two)
    await yusuf.getByText(`Typed in for ${one.firstName}.`).waitFor()
    await yusuf.getByLabel('An objection: something would go wrong').check()
    await yusuf.getByLabel('Somebody is missing').check()
    await yusuf.getByLabel('In their own words, one sentence').fill(OBJECTION)
    await cleanPicture(yusuf, 'dt1-objection-typed-1280')
    await send(yusuf, two)
    await yusuf.getByText(OBJECTION).waitFor()

    const first = await phoneOf(one)
    await first.getByText(/^Somebody typed this in for you, so they know it\./).waitFor()
    await cleanPicture(first, 'dt2-typed-for-me-360')
    await first.getByRole('button', { name: /I stand aside/ }).click()
    await first.getByText(/^Kept: “I stand aside”/).waitFor()
    const second = await phoneOf(two)
    await second.getByText('Somebody typed this objection in for you.').waitFor()
    await second.getByRole('button', { name: 'Take my objection back' }).click()
    await second.getByText(OBJECTION).waitFor({ state: 'detached' })
    await second.getByText('I object', { exact: true }).click()
    await second.getByLabel('Somebody is harmed').check()
    await second
      .getByLabel('Say it in one sentence')
      .fill('The club next door would have to close.')
    await second.getByRole('button', { name: 'Object', exact: true }).click()
    await expectSaid(second, 'Your objection stands.')
    await cleanPicture(second, 'dt8-own-objection-360')
  })

  it('two residents stop the clock, one of them by telephone; Yusuf calls the session they are owed, and it is on their phones', async () => {
    const [rings, presses] = [person(4), person(5)]
    const yusuf = await typing('phone')
    await choose(yusuf, rings)
    await yusuf.getByLabel('A resident asks for more time').check()
    await yusuf.getByLabel('In their own words, one sentence').fill(HOLD)
    await cleanPicture(yusuf, 'dt3-hold-typed-360')
    await send(yusuf, rings)
    const phone = await phoneOf(presses)
    await phone.getByText('Stop the clock: we need more time').click()
    await phone.getByText('1 of 2 have asked for it.').waitFor()
    await phone.getByLabel('Why, in one sentence').fill('We want to ask the neighbours first.')
    await phone.getByRole('button', { name: 'Ask to stop the clock' }).click()
    await phone.getByText(/^Residents stopped the clock\. It goes on after/).waitFor()
    await phone.getByText('One extra session is owed before then, and it is paid.').waitFor()
    await cleanPicture(phone, 'dt4-stopped-360')

    const desk = await at('laptop', YUSUF)
    await desk.goto(address)
    await desk.getByRole('link', { name: 'Call the extra session' }).click()
    await desk.getByText(/^Residents asked for more time\. The session is paid/).waitFor()
    await desk.getByRole('button', { name: 'Announce this date' }).click()
    await desk.getByRole('alert').waitFor()
    const when = new Date(Date.now() + 5 * DAY)
    await desk.getByLabel('Day', { exact: true }).fill(String(when.getUTCDate()))
    await desk.getByLabel('Month').fill(String(when.getUTCMonth() + 1))
    await desk.getByLabel('Year').fill(String(when.getUTCFullYear()))
    await desk.getByLabel('When does it start?').fill('18:00')
    await desk.getByLabel('Name of the place').fill('Elmside Hall')
    await cleanPicture(desk, 'dt5-call-session-1280')
    await desk.getByRole('button', { name: 'Announce this date' }).click()
    await desk.getByRole('link', { name: /^The extra session:/ }).waitFor()
    await cleanPicture(desk, 'dt6-session-called-1280')

    await phone.getByRole('link', { name: /^The extra session:/ }).click()
    await phone.getByText('An extra session, because residents stopped the clock').waitFor()
    await phone.getByRole('button', { name: 'Yes', exact: true }).click()
    await phone.getByText('You come. Good.').waitFor()
    await cleanPicture(phone, 'dt7-extra-session-360')
  })
})
