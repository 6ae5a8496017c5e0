import { QueryClient } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactNode, Suspense } from 'react'
import { type InitialEntry, MemoryRouter } from 'react-router'
import { Providers } from '../src/app/providers.tsx'
import { connectApi, createApi } from '../src/lib/api.ts'
// There from the start, as in a browser that has shown a page before.
import '../src/lib/further-words.ts'
import { createI18n, type Language } from '../src/lib/i18n.ts'
import { type UiWords, UiWordsProvider } from '../src/ui/index.ts'

const catalogues = Object.keys(import.meta.glob('../src/words/en/*.json')).map(
  (path) => path.split('/').at(-1)?.replace('.json', '') ?? '',
)

/** A catalogue with all its parts, `challenges` and `challenges+desk`: a test need not know of the cut. */
const withParts = (ns: string): string[] => [
  ns,
  ...catalogues.filter((name) => name.startsWith(`${ns}+`)),
]

/** Words for testing a primitive by itself. */
export const testWords: UiWords = {
  siteName: 'Northgate',
  error: 'Error:',
  problemTitle: 'There is a problem',
  optional: '(optional)',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  charactersLeft: (count) => `${count} characters left`,
  charactersOver: (count) => `${count} characters too many`,
  wordsLeft: (count) => `${count} words left`,
  wordsOver: (count) => `${count} words too many`,
  info: 'Good to know',
  success: 'Done',
  warning: 'Please note',
  loading: 'Loading',
  done: 'Done',
  now: 'Now',
  toCome: 'Still to come',
  showStages: 'Show all steps',
  hideStages: 'Hide the steps',
  saving: 'Saving',
  savedAt: (at) => `Saved at ${at.toISOString().slice(11, 16)}`,
  notSaved: 'Not saved yet.',
  savedOnDevice: 'Kept on this device.',
  changedElsewhere: 'Someone else saved changes.',
}

/** Draws a primitive with its words and a router around it. */
export function renderUi(ui: ReactNode) {
  const around = ({ children }: { children: ReactNode }) => (
    <UiWordsProvider words={testWords}>
      <MemoryRouter>{children}</MemoryRouter>
    </UiWordsProvider>
  )
  return { user: userEvent.setup(), ...render(ui, { wrapper: around }) }
}

export interface Answer {
  status?: number
  body?: unknown
}

/** 'GET /challenges/x' (below /api/v1, without the query) → what the service says, or how it says it. */
export type Answers = Record<
  string,
  Answer | ((request: { url: string; body: unknown; headers: Headers }) => Answer)
>

/** A fetch that answers from a table and fails loudly for anything else. */
export function fetchFrom(answers: Answers): typeof fetch {
  return async (input, init) => {
    const url = new URL(String(input), 'http://test.local')
    const key = `${init?.method ?? 'GET'} ${url.pathname.replace('/api/v1', '')}`
    const given = answers[key]
    if (!given) throw new Error(`The test has no answer for ${key}`)
    const body = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
    const answer =
      typeof given === 'function'
        ? given({ url: url.pathname + url.search, body, headers: new Headers(init?.headers) })
        : given
    const text = answer.body === undefined ? null : JSON.stringify(answer.body)
    return new Response(text, { status: answer.status ?? (text === null ? 204 : 200) })
  }
}

export interface PageOptions {
  answers?: Answers
  /** Where the page stands: '/challenges?q=halls', or with the state an address was given. */
  at?: InitialEntry
  language?: Language
  /** The device has signed in before: the session is asked for. */
  hadSession?: boolean
  /** Catalogues the page reads, besides the everyday ones. */
  words?: readonly string[]
}

/**
 * Draws a page or feature with everything around it that `main.tsx` gives: words, query client, router, and an
 * API that answers from a table.
 */
export async function renderPage(ui: ReactNode, options: PageOptions = {}) {
  const { answers = {}, at = '/', language = 'en', hadSession = false, words = [] } = options
  const i18n = await createI18n(language)
  await i18n.loadNamespaces([...words.flatMap(withParts), 'problems'])
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const api = createApi({ fetch: fetchFrom(answers), hadSession })
  connectApi(client, api)
  // Awaited, because a page suspends until its code and words are here.
  const drawn = await act(async () =>
    render(
      <Providers client={client} i18n={i18n}>
        <MemoryRouter initialEntries={[at]}>
          <Suspense fallback={null}>{ui}</Suspense>
        </MemoryRouter>
      </Providers>,
    ),
  )
  return { user: userEvent.setup(), api, client, ...drawn }
}
