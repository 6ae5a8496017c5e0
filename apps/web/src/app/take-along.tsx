import type { ListName } from '@howcanwe/shared/exports'
import { lazy, Suspense, use } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsFor } from '../lib/i18n.ts'
import { useProof } from './proving.tsx'

const WORDS = ['exports', 'problems']
const List = lazy(() =>
  import('../features/exports/take-along.tsx').then((m) => ({ default: m.TakeAlongList })),
)

interface TakeAlongProps {
  list: ListName
  /** The id of the place, the challenge or the organisation. */
  about: string
}

/** "Take this list along", under any list; it brings its own code and words. */
export function TakeAlong(props: TakeAlongProps) {
  return (
    <Suspense fallback={null}>
      <WithWords {...props} />
    </Suspense>
  )
}

function WithWords({ list, about }: TakeAlongProps) {
  const { i18n } = useTranslation()
  use(wordsFor(i18n, WORDS))
  const { prove, step } = useProof()
  return <List of={{ list, about }} prove={prove} step={step} />
}
