import { Button } from './button.tsx'

export interface LoadMoreProps {
  /** Words on the button: 'Show 20 more'. */
  label: string
  /** Said politely and shown: 'Showing 40 of them'. */
  status: string
  hasMore: boolean
  busy: boolean
  onMore: () => void
}

/** Next page of a list, under the same list. Focus stays on the button; the count is announced. */
export function LoadMore({ label, status, hasMore, busy, onMore }: LoadMoreProps) {
  return (
    <div className="hcw-more">
      <p className="hcw-more__status" role="status">
        {status}
      </p>
      {hasMore ? (
        <Button kind="secondary" busy={busy} onClick={onMore}>
          {label}
        </Button>
      ) : null}
    </div>
  )
}
