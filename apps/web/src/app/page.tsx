import { type ComponentType, lazy, use } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsFor } from '../lib/i18n.ts'

/** A page in a chunk of its own, with the catalogues it reads. */
export interface LazyPage {
  View: ComponentType
  load: () => Promise<ComponentType>
  words: readonly string[]
}

/**
 * @param load imports the page, for example `() => import('./pages/help-page.tsx').then((m) => m.HelpPage)`
 * @param words catalogues the page and the features on it read, besides `ui` and `layout`
 */
export const page = (
  load: () => Promise<ComponentType>,
  words: readonly string[] = [],
): LazyPage => ({ View: lazy(async () => ({ default: await load() })), load, words })

/**
 * Draws a page. Its code and its words are fetched side by side, and the page before stays on the screen until
 * both are here.
 */
export function Page({ of: { View, load, words } }: { of: LazyPage }) {
  const { i18n } = useTranslation()
  load().catch(() => undefined)
  use(wordsFor(i18n, words))
  return <View />
}
