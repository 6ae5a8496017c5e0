/** Stands in for react-i18next in the browser, as i18next.ts does for i18next. */
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react'
import type { Reader } from './i18next.ts'

const ReaderContext = createContext<Reader | null>(null)

/** Nothing to plug in: the hook below subscribes by itself. */
export const initReactI18next = { type: '3rdParty' }

export function I18nextProvider({ i18n, children }: { i18n: Reader; children: ReactNode }) {
  return <ReaderContext value={i18n}>{children}</ReaderContext>
}

/** `t` for a catalogue, or for the first of several; drawn again when language or words change. */
export function useTranslation(namespaces?: string | readonly string[]) {
  const i18n = useContext(ReaderContext)
  if (!i18n) throw new Error('useTranslation outside I18nextProvider')
  const now = () => i18n.revision
  const revision = useSyncExternalStore(i18n.subscribe, now, now)
  const list = namespaces === undefined ? [] : [namespaces].flat()
  const missing = list.filter((ns) => !i18n.hasResourceBundle(i18n.language, ns)).join()
  useEffect(() => {
    if (missing) void i18n.loadNamespaces(missing.split(','))
  }, [i18n, missing])
  const first = list[0]
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is a new `t`, so that memos notice
  const t = useMemo(() => (first ? i18n.getFixedT(null, first) : i18n.t), [i18n, first, revision])
  return { t, i18n, ready: missing === '' }
}
