import { useUiWords } from './words.tsx'

/** The shape of what is coming, while it comes. Said once, politely. `lines`: how many bars to draw. */
export function Loading({ lines = 3, label }: { lines?: number; label?: string }) {
  const words = useUiWords()
  return (
    <div className="hcw-loading" role="status">
      <span className="govuk-visually-hidden">{label ?? words.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity
        <span key={index} className="hcw-loading__bar" aria-hidden="true" />
      ))}
    </div>
  )
}
