/**
 * Reads catalogues written in i18next's JSON format: nested keys, `{{gaps}}`, `_one`/`_other` plurals, `_zero`.
 * Pure: the same words and gaps give the same sentence.
 */
export type Tree = { readonly [key: string]: string | readonly string[] | Tree }
export type Gaps = Readonly<Record<string, unknown>>

const rules = new Map<string, Intl.PluralRules>()

function pluralOf(language: string, count: number): string {
  const known = rules.get(language) ?? new Intl.PluralRules(language)
  rules.set(language, known)
  return known.select(count)
}

/** 'a.b' in { a: { b: 'words' } }; undefined when it leads nowhere. */
const at = (path: string, from: unknown): unknown =>
  path.split('.').reduce<unknown>((level, key) => (level as Tree | undefined)?.[key], from)

/** Fills `{{name}}` and `{{name.part}}`; a gap nobody fills stays, so that it is noticed. */
const fill = (sentence: string, gaps: Gaps): string =>
  sentence.replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (gap, name: string) => {
    const value = at(name, gaps)
    if (value !== undefined) return String(value ?? '')
    return Object.hasOwn(gaps, name) ? '' : gap
  })

/** The forms of a key that suit a count, best first. */
function forms(key: string, language: string, count: unknown): string[] {
  if (typeof count !== 'number') return [key]
  const form = `${key}_${pluralOf(language, count)}`
  return count === 0 ? [`${key}_zero`, form, key] : [form, key]
}

const fillAll = (value: unknown, gaps: Gaps): unknown => {
  if (typeof value === 'string') return fill(value, gaps)
  if (Array.isArray(value)) return value.map((one) => fillAll(one, gaps))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fillAll(one, gaps)]))
}

/** The sentence under a key, its gaps filled; undefined when the catalogue has none. */
export function sentenceIn(
  words: Tree | undefined,
  key: string,
  language: string,
  gaps: Gaps,
): unknown {
  for (const form of forms(key, language, gaps.count)) {
    const found = at(form, words)
    if (typeof found === 'string') return fill(found, gaps)
    if (found !== undefined && gaps.returnObjects === true) return fillAll(found, gaps)
  }
  return undefined
}
