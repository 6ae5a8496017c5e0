import type { TFunction } from 'i18next'
import { fieldErrorsOf, fieldSentence, sentenceOf } from '../../lib/errors.ts'
import type { SummaryError } from '../../ui/index.ts'
import type { Ticked } from './use-ticked.ts'

export const tickName = (id: string): string => `tick-${id}`
export const whyName = (id: string): string => `why-${id}`

const AT = /^candidates\.(\d+)(\.why)?$/

/** FR-05: too few small ones, and what to choose instead. */
function unbalancedOf(t: TFunction, error: unknown): string | undefined {
  const limitOf = (code: string) => fieldErrorsOf(error).find((one) => one.code === code)?.limit
  const [fewer, more] = [limitOf('large_too_many'), limitOf('small_missing')]
  if (fewer === undefined) return undefined
  return [
    t('invitations:refused.unbalanced'),
    t('invitations:share.untick', { count: fewer }),
    more === undefined ? '' : t('invitations:share.orTick', { count: more }),
  ]
    .join(' ')
    .trim()
}

/**
 * What was refused, beside the organisation it speaks of. `sent` is what the refused request held, in its order;
 * whoever has been unticked since is left out.
 */
export function refusedOf(
  t: TFunction,
  error: unknown,
  sent: readonly Ticked[],
  still: (id: string) => boolean,
): SummaryError[] {
  if (!error) return []
  const unbalanced = unbalancedOf(t, error)
  if (unbalanced) return [{ message: unbalanced }]
  const found = fieldErrorsOf(error).flatMap((field): (SummaryError & { id: string })[] => {
    const [, index, why] = AT.exec(field.name) ?? []
    const one = index === undefined ? undefined : sent[Number(index)]
    if (!one) return []
    const { id, name } = one
    if (!why)
      return [{ id, name: tickName(id), message: t(`invitations:refused.${field.code}`, { name }) }]
    const sentence = fieldSentence(t, field, 'invitations')
    return [{ id, name: whyName(id), message: t('invitations:refused.why', { name, sentence }) }]
  })
  if (found.length === 0) return [{ message: sentenceOf(t, error) }]
  return found.filter(({ id }) => still(id)).map(({ name, message }) => ({ name, message }))
}
