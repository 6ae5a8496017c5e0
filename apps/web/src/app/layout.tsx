import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { useActing } from '../lib/session.ts'
import { RouteChange, SkipLink } from '../ui/index.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'

const ActingBar = lazy(() => import('./acting-bar.tsx'))

/** What every page has around it. */
export function Layout({ children }: { children: ReactNode }) {
  const { t } = useTranslation('layout')
  const { pathname } = useLocation()
  const acting = useActing()
  return (
    <>
      <SkipLink>{t('skip')}</SkipLink>
      {acting ? (
        <Suspense fallback={null}>
          <ActingBar acting={acting} />
        </Suspense>
      ) : null}
      <Header />
      <main id="main" className="hcw-main hcw-width" tabIndex={-1}>
        <ErrorBoundary resetKey={pathname}>{children}</ErrorBoundary>
      </main>
      <Footer />
      <RouteChange />
    </>
  )
}
