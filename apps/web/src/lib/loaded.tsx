import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Loading, Notice } from '../ui/index.ts'
import { sentenceOf } from './errors.ts'

/** The part of a react-query result that decides what to draw. */
interface Asked<T> {
  data: T | undefined
  error: unknown
  isPending: boolean
  refetch: () => unknown
}

export interface LoadedProps<T> {
  query: Asked<T>
  children: (data: T) => ReactNode
  /** Bars to draw while it loads. */
  lines?: number
  /** Drawn instead of the common sentence, for refusals this page has more to say about; null for the common one. */
  refused?: (error: unknown) => ReactNode
}

/** Draws what was asked for: its shape while it comes, a sentence and a way to try again when it does not. */
export function Loaded<T>({ query, children, lines, refused }: LoadedProps<T>) {
  const { t } = useTranslation(['ui', 'problems'])
  if (query.data !== undefined) return children(query.data)
  if (query.isPending) return <Loading lines={lines} />
  const own = refused?.(query.error)
  if (own) return own
  return (
    <Notice kind="warning" heading={sentenceOf(t, query.error)}>
      <Button kind="secondary" onClick={() => query.refetch()}>
        {t('ui:tryAgain')}
      </Button>
    </Notice>
  )
}
