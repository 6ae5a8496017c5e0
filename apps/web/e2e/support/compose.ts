import type { Page } from 'playwright-core'

export const QUESTION = 'let the park be a place for the whole day'
const TICKS = 6
const DATES = 4

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000)

/** Day, month and year of a date, into the three boxes of a date field. */
async function fillDate(page: Page, legend: string, date: Date): Promise<void> {
  const group = page.getByRole('group', { name: legend })
  await group.getByLabel('Day').fill(String(date.getUTCDate()))
  await group.getByLabel('Month').fill(String(date.getUTCMonth() + 1))
  await group.getByLabel('Year').fill(String(date.getUTCFullYear()))
}

/**
 * What else the composer asks, typed as Ruth would.
 *
 * @returns how many fields and ticks that took
 */
export async function compose(page: Page): Promise<number> {
  const texts: Record<string, string> = {
    summary:
      'The park is full at eleven and empty at five. People who are alone say they would come if there were somebody to sit with.',
    whyNow: 'The café closed in May.',
    whoIsAffected: 'About 2,000 people who live within ten minutes.',
    leastServed: 'Older people who live alone above the shops',
    outcome: 'I can sit in the park at five and know somebody will come by.',
    'tried.0.what': 'A summer festival',
    'tried.0.result': 'Busy for two days.',
    notAtRisk: 'The morning groups keep their place.',
    'constraints.0.what': 'The gates close at dusk.',
    participationPence: '2000',
    backfillPence: '3000',
    testsPence: '1500',
    accessPence: '500',
    officerHours: '40',
    payHourlyPence: '25',
    payWhen: 'Within five working days',
    expectedInterests: '10',
    hoursPerMonth: '6',
    'criteria.0.name': 'Knows the people',
    'criteria.0.goodLooksLike': 'They come to you already',
    'criteria.0.weight': '40',
    'criteria.1.name': 'Starts soon',
    'criteria.1.goodLooksLike': 'Within six weeks',
    'criteria.1.weight': '30',
    'criteria.2.name': 'Shares',
    'criteria.2.goodLooksLike': 'Others can copy it',
    'criteria.2.weight': '30',
  }
  for (const [name, words] of Object.entries(texts))
    await page.locator(`[name="${name}"]`).fill(words)
  await page.locator('[name="innovation"][value="adapt"]').check()
  await page.getByLabel('Halls and meeting places').check()
  await page.getByLabel('Riverside').check()
  await page.getByLabel('It is fixed').first().check()
  await page.locator('[name="cohortSize"]').first().check()
  await page.locator('[name="route"]').first().check()
  await fillDate(page, 'The last day to answer', dayFromNow(45))
  await fillDate(page, 'Everyone hears by', dayFromNow(75))
  await fillDate(page, 'Work starts on', dayFromNow(95))
  await fillDate(page, 'Work ends on', dayFromNow(350))
  return Object.keys(texts).length + TICKS + DATES * 3
}
