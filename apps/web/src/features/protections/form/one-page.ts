import type { Values } from './values.ts'

/** The few words of ours on the page, in the writer's language. */
export interface PageWords {
  opening: (title: string) => string
  heading: (part: 'why' | 'atRisk' | 'strengthen' | 'alternatives') => string
  money: (typed: string) => string
  reviewOn: (day: string) => string
}

const PARTS = ['why', 'atRisk', 'strengthen', 'alternatives'] as const

/**
 * The one-page reason (J-03), put together from somebody's own words in a fixed order; empty while nothing is said.
 * Evidence is not in it: it stands beside the page, where its links can be followed.
 */
export function onePage(values: Values, words: PageWords): string {
  const title = values.title.trim()
  const money = words.money(values.money)
  const parts = PARTS.flatMap((part) => {
    const said = [values[part].trim(), part === 'strengthen' ? money : ''].filter(Boolean)
    return values[part].trim() === '' ? [] : [`${words.heading(part)}\n${said.join(' ')}`]
  })
  if (title === '' && parts.length === 0) return ''
  return [title && words.opening(title), ...parts, words.reviewOn(values.reviewOn)]
    .filter(Boolean)
    .join('\n\n')
}
