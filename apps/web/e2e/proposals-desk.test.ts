import { proposalsContract } from '@howcanwe/shared/proposals'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { lettersTo } from './support/people.ts'
import { cleanPicture, expectSaid, startTown } from './support/town.ts'

const INES = 'ines@voluntary-action.example'
const GRACE = 'grace@health.example'
const TARIQ = 'tariq@residents.example'
const NAMES_HIM = 'How can we get Mr Bray to open the sports hall on Sundays?'
const OPEN_HALL = 'How can we play in the sports hall on Sundays?'
const CROSSING = 'How can we cross Mill Lane safely when school comes out?'
const CROSSING_TOO = 'How can we cross Mill Lane safely after school?'

const { town, at, call } = startTown()

/** In the row of the desk that shows this question. */
const cardOf = (page: Page, question: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: question }) })

/** A resident puts a question on the table with a phone, and keeps the slip. */
async function put(page: Page, question: string, email: string) {
  await page.goto('/proposals/new')
  await page.getByLabel('Your question').fill(question)
  await page
    .getByLabel('What is happening?')
    .fill('Every Sunday we stand before it with a ball, and nobody opens.')
  await page.getByLabel('Who is affected?').fill('Children and young people')
  await page.getByLabel('Your first name').fill('Tariq')
  await page.getByLabel('By email').check()
  await page.getByLabel('Your email address').fill(email)
  await page.getByRole('button', { name: 'Put my question on the table' }).click()
  const words = (await page.getByText(/^[A-Z]+-\d{4}-[A-Z]+$/).textContent()) ?? ''
  const reference = (await page.getByText(/^[A-Z]+-\d{2,3}$/).textContent()) ?? ''
  return { reference, words }
}

/** Opens one's own question with the slip. */
async function openOwn(page: Page, slip: { reference: string; words: string }) {
  await page.goto('/proposals/own')
  await page.getByLabel('Your reference').fill(slip.reference)
  await page.getByLabel('The words on your slip').fill(slip.words)
  await page.getByRole('button', { name: 'Open my question' }).click()
}

async function idOf(question: string): Promise<string> {
  const { items } = await (await call())(proposalsContract.list, { query: {} })
  return items.find((one) => one.question === question)?.id ?? ''
}

describe('what becomes of a question from below (CH9)', () => {
  it('one that names somebody goes back to Tariq with what would help; he writes it again, and it is put up', async () => {
    const tariq = await at('phone')
    const slip = await put(tariq, NAMES_HIM, TARIQ)
    const ines = await at('laptop', INES)
    await ines.goto('/desk/proposals')
    const card = cardOf(ines, NAMES_HIM)
    await card.getByText('Send it back with a reason').click()
    await card.getByRole('button', { name: 'Send it back' }).click()
    await card.getByRole('link', { name: 'Say what would help' }).click()
    expect(await ines.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('note')
    await card.getByLabel('It names somebody, or says who it is about').check()
    await card
      .getByLabel('What would help?')
      .fill('Leave the name of the caretaker out, and ask for the hall.')
    await cleanPicture(ines, 'pd1-send-back-1280')
    await card.getByRole('button', { name: 'Send it back' }).click()
    await expectSaid(ines, 'It went back to Tariq')

    const [letter] = await lettersTo(town.product.url, TARIQ)
    expect(letter?.text).toContain('Leave the name of the caretaker out, and ask for the hall.')
    await openOwn(tariq, slip)
    await tariq.getByText('Leave the name of the caretaker out, and ask for the hall.').waitFor()
    await cleanPicture(tariq, 'pd2-came-back-360')
    const left = `You have ${160 - NAMES_HIM.length} characters left`
    await tariq.getByText(left).first().waitFor()
    await tariq.getByLabel('Your question').fill(OPEN_HALL)
    await tariq.getByRole('button', { name: 'Send it again' }).click()
    await expectSaid(tariq, 'Sent again. Thank you.')
    await tariq.getByText(/^Somebody reads it by/).waitFor()
    await ines.reload()
    await cardOf(ines, OPEN_HALL).getByRole('button', { name: 'Put it up for everybody' }).click()
    await expectSaid(ines, 'Everybody can read it now')
    await openOwn(tariq, slip)
    await tariq.getByRole('link', { name: 'To the page everybody reads' }).waitFor()
  })

  it('one that is asked already is joined with its double, and its page leads to the other', async () => {
    const asker = await at('phone')
    const slip = await put(asker, CROSSING_TOO, 'ada@residents.example')
    const ines = await at('laptop', INES)
    await ines.goto('/desk/proposals')
    await cardOf(ines, CROSSING_TOO)
      .getByRole('button', { name: 'Put it up for everybody' })
      .click()
    await expectSaid(ines, 'Everybody can read it now')
    const its = `/proposals/${await idOf(CROSSING_TOO)}`
    const card = cardOf(ines, CROSSING_TOO)
    await card.getByText('These may be about the same:').waitFor()
    await cleanPicture(ines, 'pd3-doubles-1280')
    await card.getByRole('button', { name: /^Join this question into that one/ }).click()
    await expectSaid(ines, /It is joined/)
    await openOwn(asker, slip)
    await asker.getByText('It was joined with another question about the same.').waitFor()
    await cleanPicture(asker, 'pd4-joined-own-360')
    await asker.goto(its)
    await asker.getByRole('link', { name: CROSSING }).click()
    await asker.getByRole('heading', { level: 1, name: CROSSING }).waitFor()
    await asker.getByText('Asked by Kayleigh and Tariq.').waitFor()
  })

  it('who rang and who signed on paper are typed in, each counted once, paper apart, and then somebody has to answer', async () => {
    const ines = await at('laptop', INES)
    await ines.goto('/desk/proposals')
    const card = cardOf(ines, CROSSING)
    await card.getByText('Add support from the telephone or from paper').click()
    await card.getByRole('button', { name: 'Count this person' }).click()
    await card.getByRole('link', { name: 'Enter a first name' }).click()
    for (const [name, number] of [
      ['Rosa', '07700 900301'],
      ['Tom', '07700 900302'],
    ] as const) {
      await card.getByLabel('Their first name').fill(name)
      await card.getByLabel('Their phone number or email address').fill(number)
      await card.getByRole('button', { name: 'Count this person' }).click()
      await expectSaid(ines, `${name} is counted`)
    }
    await card.getByLabel('How many signatures?').fill('14')
    await card.getByLabel('Who keeps the sheet?').fill('Mill Lane bakery')
    await cleanPicture(ines, 'pd5-support-typed-1280')
    await card.getByRole('button', { name: 'Add the sheet' }).click()
    await expectSaid(ines, '14 signatures are added')

    await card.getByRole('link', { name: 'A sheet to sign, to print' }).click()
    await ines.getByRole('heading', { level: 1, name: CROSSING }).waitFor()
    await cleanPicture(ines, 'pd9-sheet-1280')
    const pdf = await ines.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)

    const phone = await at('phone')
    await phone.goto(`/proposals/${await idOf(CROSSING)}`)
    await phone.getByText('10 people stand behind it.').waitFor()
    await phone.getByText(/And 14 signatures on paper, kept by Mill Lane bakery\./).waitFor()
    await phone
      .getByText(/A public body answers by name by/)
      .first()
      .waitFor()
    await cleanPicture(phone, 'pd6-backed-360')
  })

  it('Grace answers not now by name, with reasons and what happens next, for everybody to read', async () => {
    const itsPage = `/proposals/${await idOf(CROSSING)}`
    const grace = await at('laptop', GRACE)
    await grace.goto('/desk/proposals')
    const card = cardOf(grace, CROSSING)
    await card.getByText('Answer no, or not now').click()
    await card.getByRole('button', { name: 'Answer in public' }).click()
    await card.getByRole('link', { name: 'Choose no, or not now' }).waitFor()
    await card.getByLabel('Not now').check()
    await card
      .getByLabel('Why?')
      .fill('The lane belongs to the county. We may not paint a crossing on it before they agree.')
    await card
      .getByLabel('What happens next?')
      .fill('I walk it with the county on 9 December, and write here what they say.')
    await cleanPicture(grace, 'pd7-not-now-1280')
    await card.getByRole('button', { name: 'Answer in public' }).click()
    await expectSaid(grace, 'Your answer is public')
    const phone = await at('phone')
    await phone.goto(itsPage)
    await phone.getByRole('heading', { name: 'The answer is: not now' }).waitFor()
    await phone.getByText('I walk it with the county on 9 December').waitFor()
    await phone.getByText('Grace Osei').first().waitFor()
    await cleanPicture(phone, 'pd8-answered-360')
    const [letter] = await lettersTo(town.product.url, 'kayleigh@residents.example')
    expect(letter?.text).toContain('I walk it with the county on 9 December')
  })
})
