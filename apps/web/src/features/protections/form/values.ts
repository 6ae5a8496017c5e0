import type { CallArgs } from '@howcanwe/shared/http'
import {
  changeProtection,
  type EvidenceKind,
  isHttps,
  type ProtectionDraft,
  type protectionsContract,
} from '@howcanwe/shared/protections'
import * as z from 'zod/mini'
import { penceOf } from '../../../lib/pence.ts'

export type Body = CallArgs<typeof protectionsContract.change>['body']

export interface EvidenceRow {
  key: number
  kind: EvidenceKind
  statement: string
  link: string
}

/** What stands in the boxes: money as typed, the day as far as it has got. */
export interface Values {
  title: string
  areaIds: string[]
  themes: ProtectionDraft['themes']
  why: string
  evidence: EvidenceRow[]
  atRisk: string
  strengthen: string
  money: string
  alternatives: string
  reviewOn: string
  page: string
}

/** Something in a box that cannot be understood; it is kept in the box and not sent. */
export interface Unread {
  name: string
  code: 'not_money' | 'not_a_day' | 'invalid'
}

export const blankEvidence = (key: number): EvidenceRow => ({
  key,
  kind: 'experience',
  statement: '',
  link: '',
})

const pounds = (pence: number | null): string => {
  if (pence === null) return ''
  return pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2)
}

/** A stored draft as the boxes show it. */
export function valuesOf(draft: ProtectionDraft): Values {
  const { title, areaIds, themes, why, atRisk, strengthen, alternatives, page } = draft
  const rows = draft.evidence.map((one, key) => ({ ...one, key, link: one.link ?? '' }))
  return {
    ...{ title, areaIds, themes, why, atRisk, strengthen, alternatives, page },
    evidence: rows.length > 0 ? rows : [blankEvidence(0)],
    money: pounds(draft.moneyPence),
    reviewOn: draft.reviewOn ?? '',
  }
}

/** Rows without the empty ones at the end: those in between are somebody's gap to fill. */
export const writtenRows = (rows: readonly EvidenceRow[]): EvidenceRow[] =>
  rows.slice(0, rows.findLastIndex((row) => row.statement !== '' || row.link !== '') + 1)

function evidenceOf(rows: readonly EvidenceRow[]) {
  const unread: Unread[] = []
  const evidence = writtenRows(rows).map(({ kind, statement, link }, i) => {
    const address = link.trim()
    if (address !== '' && !isHttps(address))
      unread.push({ name: `evidence.${i}.link`, code: 'invalid' })
    return { kind, statement, link: isHttps(address) ? address : null }
  })
  return { evidence, unread }
}

/** Everything that can be understood, as the service takes it, and what cannot. */
export function bodyOf(values: Values): { body: Body; unread: Unread[] } {
  const { title, areaIds, themes, why, atRisk, strengthen, alternatives, page } = values
  const { evidence, unread } = evidenceOf(values.evidence)
  const body: Body = {
    title,
    areaIds,
    themes,
    why,
    evidence,
    atRisk,
    strengthen,
    alternatives,
    page,
  }
  const pence = penceOf(values.money)
  if (pence === undefined) unread.push({ name: 'money', code: 'not_money' })
  else body.moneyPence = values.money.trim() === '' ? null : pence
  const day = z.safeParse(changeProtection.shape.reviewOn, values.reviewOn || null)
  if (day.success) body.reviewOn = day.data ?? null
  else unread.push({ name: 'reviewOn', code: 'not_a_day' })
  return { body, unread }
}

/** Only what differs from what is stored. */
export function changedIn(body: Body, stored: Body): Body {
  const same = (key: keyof Body) => JSON.stringify(body[key]) === JSON.stringify(stored[key])
  const keys = (Object.keys(body) as (keyof Body)[]).filter((key) => !same(key))
  return Object.fromEntries(keys.map((key) => [key, body[key]]))
}
