import { tagsOf, themesOfRegisterCodes, themesOfTags } from '../register.themes.ts'
import type { CleanRow } from './clean.ts'
import type { Tagger } from './ukcat.ts'

/** An organisation may choose eight; more would say nothing. */
const MOST_THEMES = 8

export interface Suggested {
  readonly theme_tags: readonly string[]
  readonly themes: readonly string[]
  readonly theme_basis: 'human-tags' | 'expressions' | 'register-codes' | 'none'
}

/**
 * Themes to offer: from tags people gave, else from expressions over name and activities, else from the register's
 * own codes. Expressions over-fire, so these are suggestions and never decide anything alone.
 */
export function suggest(
  row: CleanRow,
  humanTags: readonly string[] | null,
  tagger: Tagger,
): Suggested {
  const tags = humanTags ?? tagsOf(tagger.expressions, row.name_raw, row.activities ?? '')
  const byTags = themesOfTags(tags)
  if (byTags.length > 0) {
    const theme_basis = humanTags ? 'human-tags' : 'expressions'
    return { theme_tags: tags, themes: byTags.slice(0, MOST_THEMES), theme_basis }
  }
  const byCodes = themesOfRegisterCodes([...row.what_codes, ...row.who_codes, ...row.how_codes])
  return {
    theme_tags: tags,
    themes: byCodes.slice(0, MOST_THEMES),
    theme_basis: byCodes.length > 0 ? 'register-codes' : 'none',
  }
}
