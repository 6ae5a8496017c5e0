import { textsContract } from '@howcanwe/shared/texts'
import { describe, expect, it } from 'vitest'
import { lettersTo, picture } from './support/people.ts'
import { cleanPicture, startTown } from './support/town.ts'

const YUSUF = 'yusuf@voluntary-action.example'
/** Of nobody (Ofcom's numbers for drama). */
const KAY = '+447700900567'

const { town, at, call, groupNamed } = startTown()

const textIn = async (text: string) =>
  (await call())(textsContract.tryOut, { body: { from: KAY, text } })

describe('Kayleigh has a phone that only texts (CD2, J-17)', () => {
  it('finds the number on the poster', async () => {
    const page = await at('laptop')
    await page.goto(`/groups/${await groupNamed('Evenings in the hall')}/paper/poster`)
    await page.getByText('or text MAPLE OTTER to').waitFor()
    await page.getByText('07700 900321').waitFor()
    await picture(page, 'poster-with-number')
  })

  it('texts the two words, and Yusuf reads whom to ring and says what came of it', async () => {
    await textIn('Maple otter, Kayleigh here')
    const [back] = await lettersTo(town.product.url, KAY)
    expect(back?.text).toMatch(/Yusuf.* rings you by/)
    for (const width of ['phone', 'laptop'] as const) {
      const page = await at(width, YUSUF)
      const groupId = await groupNamed('Evenings in the hall')
      await page.goto(`/groups/${groupId}/texts`)
      await page.getByRole('button', { name: /^Read the text/ }).click()
      await page.getByText('Maple otter, Kayleigh here').waitFor()
      await cleanPicture(page, `texts-${width}`)
      if (width === 'phone') continue
      await page.getByRole('link', { name: 'Write down that they join' }).click()
      await expect
        .poll(() =>
          page
            .getByLabel(/number/i)
            .first()
            .inputValue(),
        )
        .toBe(KAY)
      await page.goBack()
      await page.getByRole('button', { name: /^Read the text/ }).click()
      await page.getByRole('button', { name: /^Done/ }).click()
      await page.getByText('Say what came of it').waitFor()
      await page.getByLabel('I rang or texted back').check()
      await page.getByRole('button', { name: /^Done/ }).click()
      await page.getByText('Done. The text and the number are deleted.').waitFor()
      await page.getByText('No text waits for you.').waitFor()
      await cleanPicture(page, 'texts-done')
    }
  })

  it('and whoever tries the demo texts back from the inbox', async () => {
    await textIn('Hello?')
    const page = await at('phone')
    await page.goto(`/dev/inbox?to=${encodeURIComponent(KAY)}`)
    await page.getByText('Text back').first().click()
    await page.getByLabel(/What .* texts back/).fill('maple otter')
    await page.getByRole('button', { name: 'Send this text' }).click()
    await expect
      .poll(async () => (await lettersTo(town.product.url, KAY)).length)
      .toBeGreaterThan(1)
    await cleanPicture(page, 'inbox-text-back')
  })
})
