import { codesignContract } from '@howcanwe/shared/codesign'
import { sessionsContract } from '@howcanwe/shared/sessions'
import { suggestionsContract } from '@howcanwe/shared/suggestions'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { cleanPicture, expectSaid, startTown } from './support/town.ts'

const YUSUF = 'yusuf@voluntary-action.example'
const BY_PHONE = 'Ring back when nobody could answer at three in the night.'
const IN_NOTES = 'A list of the nights on which nobody came.'

const { at, call, groupNamed, placeOf } = startTown()
let groupId = ''
beforeAll(async () => {
  groupId = await groupNamed('Nights that hold')
})

/** What Yusuf sees of everything that was said. */
async function everything(width: 'laptop' | 'phone' = 'laptop'): Promise<Page> {
  const page = await at(width, YUSUF)
  await page.goto(`/groups/${groupId}/suggestions`)
  await page.getByRole('heading', { level: 1, name: 'What we said' }).waitFor()
  return page
}

async function memberNamed(name: string): Promise<{ id: string; reference: string }> {
  const yusuf = await call(YUSUF)
  const { items } = await yusuf(codesignContract.members, { params: { groupId } })
  const found = items.find(({ firstName }) => firstName === name)
  if (!found) throw new Error(`nobody is called ${name}`)
  return found
}

/** The group has met to mark; everybody is then asked how much say they had. */
async function theyHaveMet() {
  const yusuf = await call(YUSUF)
  const homework = async () =>
    (await yusuf(suggestionsContract.list, { params: { groupId } })).homework
  const sessionId = (await homework())?.meeting?.id ?? ''
  await yusuf(sessionsContract.step, { params: { groupId, sessionId }, body: { to: 'held' } })
  await expect
    .poll(async () => (await homework())?.ladderAsked, { timeout: 30_000, interval: 500 })
    .toBe(true)
}

const articleOf = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })

describe('who rings, and who writes on paper, is heard like anybody (CD6, PE3)', () => {
  it('Yusuf writes down what Kayleigh said by telephone and what stands in the notes of a session', async () => {
    const { reference } = await memberNamed('Kayleigh')
    const yusuf = await everything()
    await yusuf.getByText('Write down what somebody said').click()
    await yusuf.getByRole('button', { name: 'Write it down' }).click()
    await yusuf.getByRole('link', { name: 'Choose who said it.' }).click()
    expect(await yusuf.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('member')
    await yusuf.getByLabel('Who said it?').selectOption({ label: `Kayleigh, ${reference}` })
    await yusuf.getByLabel('What should change?').fill(BY_PHONE)
    await yusuf.getByLabel('By telephone').first().check()
    await yusuf.getByRole('group', { name: 'May their first name' }).getByLabel('Yes').check()
    await yusuf.getByLabel('Yes, these are their words').check()
    await cleanPicture(yusuf, 'st1-by-telephone-1280')
    await yusuf.getByRole('button', { name: 'Write it down' }).click()
    await expectSaid(yusuf, 'Written down as number 12.')
    await articleOf(yusuf, BY_PHONE)
      .getByText(/Kayleigh/)
      .first()
      .waitFor()

    await yusuf.getByLabel('It stands in the notes of a session').check()
    await yusuf.getByLabel('What should change?').fill(IN_NOTES)
    await yusuf.getByRole('button', { name: 'Write it down' }).click()
    await yusuf.getByRole('link', { name: 'Choose the session.' }).waitFor()
    await yusuf.getByLabel('Which session?').selectOption({ index: 1 })
    await yusuf.getByLabel('Community organisations').check()
    await cleanPicture(yusuf, 'st2-from-notes-1280')
    await yusuf.getByRole('button', { name: 'Write it down' }).click()
    await expectSaid(yusuf, 'Written down as number 13.')
    await articleOf(yusuf, IN_NOTES).getByText('a community organisation').first().waitFor()

    const kayleigh = await placeOf(YUSUF, { groupId, memberId: (await memberNamed('Kayleigh')).id })
    await kayleigh.goto(`/groups/${groupId}/suggestions`)
    const own = articleOf(kayleigh, BY_PHONE)
    await own.getByText('You said this').waitFor()
    await cleanPicture(kayleigh, 'st3-hers-on-her-phone-360')
    await own.getByRole('button', { name: /^Hide my first name/ }).click()
    await own.getByRole('button', { name: /^Show my first name/ }).waitFor()
  })

  it('her own mark stands when her sheet of paper is typed in after it, and the rest of the sheet counts, with how much say she had', async () => {
    const { id: memberId, reference } = await memberNamed('Kayleigh')
    const kayleigh = await placeOf(YUSUF, { groupId, memberId })
    await kayleigh.goto(`/groups/${groupId}/suggestions`)
    const first = articleOf(kayleigh, 'One number that somebody answers')
    await first.getByRole('button', { name: /^Satisfied/ }).click()
    await first.getByText('You pressed: Satisfied').waitFor()

    await theyHaveMet()
    const yusuf = await everything('phone')
    await yusuf.getByText('Type in marks from paper or a call').click()
    await yusuf.getByRole('button', { name: 'Keep these marks' }).click()
    await yusuf.getByRole('link', { name: 'Choose whose sheet it is.' }).click()
    expect(await yusuf.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
      'sheet-member',
    )
    await yusuf.getByLabel('Whose marks?').selectOption({ label: `Kayleigh, ${reference}` })
    await yusuf.getByLabel(/^1\. One number/).selectOption({ label: 'Not satisfied' })
    await yusuf.getByLabel(/^2\. /).selectOption({ label: 'Unsure' })
    await yusuf.getByLabel(/^3\. /).selectOption({ label: 'Not satisfied' })
    await yusuf.getByLabel('How much say did they have?').selectOption({ label: 'Listened to' })
    await yusuf.getByLabel('Yes, I read it back to them').check()
    await cleanPicture(yusuf, 'st4-sheet-typed-360')
    await yusuf.getByRole('button', { name: 'Keep these marks' }).click()
    await expectSaid(yusuf, `Kept, for Kayleigh, ${reference}`)
    await yusuf.getByText('3 answers are kept. 1 they had given themselves stands.').waitFor()
    await cleanPicture(yusuf, 'st5-sheet-kept-360')

    await kayleigh.reload()
    await first.getByText('You pressed: Satisfied').waitFor()
    await kayleigh.getByText('You pressed: Unsure').waitFor()
    expect(await kayleigh.getByLabel('Listened to').isChecked()).toBe(true)
    const { items } = await (await call())(suggestionsContract.published, { params: { groupId } })
    expect(items.every(({ marks }) => marks === null)).toBe(true)
  })
})
