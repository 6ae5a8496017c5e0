import { lazy, Suspense, use } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsFor } from '../lib/i18n.ts'

const WORDS = ['organisations+funding', 'problems']
const List = lazy(() =>
  import('../features/organisations/published.tsx').then((m) => ({ default: m.Published })),
)

/** What others publish of an organisation, under what it says of itself; it brings its own code and words. */
export function PublishedOf(props: { organisationId: string }) {
  return (
    <Suspense fallback={null}>
      <WithWords {...props} />
    </Suspense>
  )
}

function WithWords(props: { organisationId: string }) {
  const { i18n } = useTranslation()
  use(wordsFor(i18n, WORDS))
  return <List {...props} />
}
