import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { RouteChange, SkipLink } from '../ui/index.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'

/** What every page has around it. */
export function Layout({ children }: { children: ReactNode }) {
  const { t } = useTranslation('layout')
  const { pathname } = useLocation()
  return (
    <>
      <SkipLink>{t('skip')}</SkipLink>
      <Header />
      <main id="main" className="hcw-main hcw-width" tabIndex={-1}>
        <ErrorBoundary resetKey={pathname}>{children}</ErrorBoundary>
      </main>
      <Footer />
      <RouteChange />
    </>
  )
}
