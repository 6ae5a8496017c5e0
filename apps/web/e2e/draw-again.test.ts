import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { cleanPicture, startTown } from './support/town.ts'

const SHEETS = 1000

const { at, groupNamed } = startTown()
let groupId = ''
beforeAll(async () => {
  groupId = await groupNamed('A break you can plan on')
})

const sha256 = (of: string | Buffer): string => createHash('sha256').update(of).digest('hex')

/** What stands on the page beside these words. */
async function beside(page: Page, words: string): Promise<string> {
  const row = page.getByRole('term').filter({ hasText: new RegExp(`^${words}$`) })
  return ((await row.locator('xpath=following-sibling::dd[1]').textContent()) ?? '').trim()
}

describe('a draw can be drawn again by anybody (CD7, S-07)', () => {
  it('a neighbour downloads the sheets and comes to the same one, with what the page says and nothing else', async () => {
    const page = await at('phone')
    await page.goto(`/groups/${groupId}/draw`)
    const button = page.getByRole('button', { name: 'Download the sheets (box.json)' })
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
    expect(download.suggestedFilename()).toBe('box.json')
    const file = await readFile(await download.path())
    await page.getByText('How to repeat this draw').click()
    await page.getByText('On that sheet stand the numbers of those who came up.').waitFor()
    await cleanPicture(page, 'da1-draw-again-360')

    const [secret, figure] = [await beside(page, 'The secret'), await beside(page, 'The figure')]
    const seed = sha256(`${secret}|${figure}`)
    const sheet = Number(BigInt(`0x${seed}`) % BigInt(SHEETS)) + 1
    expect({
      box: sha256(file),
      promise: sha256(secret),
      seed,
      sheet: String(sheet),
    }).toEqual({
      box: await beside(page, 'Fingerprint of the sheets'),
      promise: await beside(page, 'Fingerprint of the secret'),
      seed: await beside(page, 'Seed'),
      sheet: await beside(page, 'Sheet'),
    })
    const box: { sheets: number[][] } = JSON.parse(file.toString('utf8'))
    expect(box.sheets).toHaveLength(SHEETS)
    expect(box.sheets[sheet - 1]).toHaveLength(Number(await beside(page, 'Seats')))
    expect(Object.keys(box).toSorted()).toEqual([
      ...['numbers', 'seats', 'sheets', 'targets', 'version'],
    ])
  })
})
