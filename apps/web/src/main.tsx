import { QueryClient } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { Providers } from './app/providers.tsx'
import { AppRoutes } from './app/router.tsx'
import { connectApi, createApi } from './lib/api.ts'
import { statusOf } from './lib/errors.ts'
import { createI18n, languageFrom } from './lib/i18n.ts'
import { endSession } from './lib/session.ts'
import { hadSessionIn } from './lib/session-cookie.ts'
import './styles/main.scss'

const FRESH_MS = 30_000

/** Asking again helps when the line or the server failed, not when the answer was no. */
const worthRetrying = (failures: number, error: unknown): boolean => {
  const status = statusOf(error)
  return failures < 2 && (status === 0 || status >= 500)
}

async function start(root: HTMLElement): Promise<void> {
  const i18n = await createI18n(languageFrom(document.cookie, navigator.languages))
  const client = new QueryClient({
    defaultOptions: {
      queries: { staleTime: FRESH_MS, retry: worthRetrying, networkMode: 'always' },
    },
  })
  connectApi(
    client,
    createApi({
      fetch: (...request) => fetch(...request),
      language: () => i18n.language,
      hadSession: hadSessionIn(document.cookie),
      onSignedOut: () => endSession(client),
    }),
  )
  createRoot(root).render(
    <StrictMode>
      <Providers client={client} i18n={i18n}>
        <BrowserRouter>
          <AppRoutes />
        </BrowserRouter>
      </Providers>
    </StrictMode>,
  )
}

const root = document.getElementById('root')
if (root) void start(root)
