import { ProblemError } from '@howcanwe/shared/http'
import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'
import { createI18n } from '../../lib/i18n.ts'
import { refusedOf } from './refusals.ts'

const pointer = '#/body/candidates'
const refused = async (errors: { code: string; limit?: number }[]) => {
  const i18n = await createI18n('en')
  await i18n.loadNamespaces(['invitations', 'problems'])
  const problem = new ProblemError({
    type: 'about:blank',
    title: 'no',
    status: 409,
    code: 'invitations.unbalanced',
    errors: errors.map((one) => ({ pointer, ...one })),
  })
  return refusedOf(i18n.t as TFunction, problem, [], () => true).map((one) => one.message)
}

it('a batch refused for the share of the small ones says what to choose instead (FR-05)', async () => {
  const large = { code: 'large_too_many', limit: 4 }
  expect(await refused([{ code: 'small_missing', limit: 5 }, large])).toEqual([
    'Nobody has been invited. Of every ten, the small need their share. Untick 4 of the larger ones. Or tick 5 more small ones.',
  ])
  expect(await refused([large])).toEqual([
    'Nobody has been invited. Of every ten, the small need their share. Untick 4 of the larger ones.',
  ])
})

it('and where only the database refused it, what the rule is', async () => {
  expect(await refused([{ code: 'small_missing' }])).toEqual([
    expect.stringMatching(/too few of every ten invited would be small\. Nobody has been invited/),
  ])
})
