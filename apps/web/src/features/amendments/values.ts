import { AMENDABLE_WORDS, type Amendable, type AmendedField } from '@howcanwe/shared/amendments'
import { penceOf } from '../../lib/pence.ts'

const WORDS: readonly Amendable[] = AMENDABLE_WORDS

/** How a field is typed and shown. */
export type FieldKind = 'words' | 'money' | 'count' | 'day' | 'moment'

export function kindOf(field: Amendable): FieldKind {
  if (WORDS.includes(field)) return 'words'
  if (field.endsWith('Pence')) return 'money'
  if (field === 'closesAt') return 'moment'
  return field.endsWith('On') || field === 'resultsBy' ? 'day' : 'count'
}

/** What stands in the box for a value: pounds for pence, as typed for the rest. */
export function boxOf(field: Amendable, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (kindOf(field) !== 'money') return String(value)
  const pence = Number(value)
  return pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2)
}

/** What a box holds, as the service takes it; undefined where it cannot be read. */
export function readBox(field: Amendable, typed: string): AmendedField['after'] | undefined {
  const kind = kindOf(field)
  if (kind === 'words' || kind === 'day') return typed
  if (kind === 'money') return penceOf(typed)
  return /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : undefined
}
