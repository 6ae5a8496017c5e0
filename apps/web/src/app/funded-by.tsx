import { lazy, Suspense, use } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsFor } from '../lib/i18n.ts'

const WORDS = ['organisations+funding']
const List = lazy(() =>
  import('../features/organisations/funding.tsx').then((m) => ({ default: m.FundingOf })),
)

/** "Funded by …", under what an organisation says of itself; it brings its own code and words. */
export function FundedBy(props: { organisationId: string }) {
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
