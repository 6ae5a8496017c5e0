import type { Draft } from '@howcanwe/shared/challenges'
import {
  READ_FIELDS,
  type ReadField,
  type Reading,
  sentencesOf,
  UNPAID_SECONDS,
} from '@howcanwe/shared/readings'

/** Words a minute that most people read with ease, less than the usual 238: it is read on a phone, and weighed. */
const WORDS_A_MINUTE = 180

export type Brief = Pick<Draft, ReadField>
type Part = Reading['parts'][number]

const lines = (all: readonly string[]): string => all.filter(Boolean).join('\n')

function textOf(brief: Brief, field: ReadField): string {
  if (field === 'tried')
    return lines(brief.tried.map(({ what, result }) => [what, result].filter(Boolean).join(': ')))
  if (field === 'constraints') return lines(brief.constraints.map(({ what }) => what))
  if (field === 'criteria')
    return lines(brief.criteria.map((one) => `${one.name} (${one.weight}%): ${one.goodLooksLike}`))
  if (field === 'eligibility') return lines(brief.eligibility)
  return brief[field]
}

/** What there is to read, in its order; a part nobody wrote is left out. */
export const partsOf = (brief: Brief): Part[] =>
  READ_FIELDS.flatMap((field) => {
    const text = textOf(brief, field).trim()
    return text === '' ? [] : [{ field, text }]
  })

/** The sentence stands in that part now, to the letter. */
export const isInPart = (parts: readonly Part[], field: ReadField, quote: string): boolean =>
  parts.some(
    (part) => part.field === field && sentencesOf(part.text).some((one) => same(one, quote)),
  )

/** As both sides send text: NFC and trimmed. */
const same = (one: string, other: string): boolean =>
  one.normalize('NFC').trim() === other.normalize('NFC').trim()

/** Minutes most people take to read it; at least one. */
export const minutesToRead = (parts: readonly Part[]): number =>
  Math.max(
    1,
    Math.ceil(
      parts.reduce((sum, { text }) => sum + (text.match(/\S+/g) ?? []).length, 0) / WORDS_A_MINUTE,
    ),
  )

/**
 * What readers are owed (J-04): whoever took more than twenty minutes is paid for all of them.
 *
 * @param seconds of each reader, added up over what they said
 * @param hourlyPence of the place; null where it has set none
 */
export function owedTo(seconds: readonly number[], hourlyPence: number | null) {
  const minutes = seconds.filter((one) => one > UNPAID_SECONDS).map((one) => Math.ceil(one / 60))
  const sum = minutes.reduce((all, one) => all + one, 0)
  return {
    readers: minutes.length,
    minutes: sum,
    pence: hourlyPence === null ? null : Math.round((sum * hourlyPence) / 60),
  }
}
