import type { Suggestion, SuggestionState } from '@howcanwe/shared/suggestions'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SaidCard } from './said-card.tsx'

const IN_ORDER: readonly SuggestionState[] = [
  'done',
  'partly',
  'not-doing',
  'doing',
  'acknowledged',
  'said',
]
/** For whoever has to answer: what waits comes first. */
const WAITING_FIRST: readonly SuggestionState[] = [
  'said',
  'acknowledged',
  'doing',
  'partly',
  'not-doing',
  'done',
]

/** Suggestions by what became of them; what is late stands above all. */
export function SaidList<One extends Suggestion>({
  items,
  waitingFirst = false,
  more,
}: {
  items: readonly One[]
  waitingFirst?: boolean
  /** What can be done with one. */
  more?: (one: One) => ReactNode
}) {
  const sections = (waitingFirst ? WAITING_FIRST : IN_ORDER).map((state) => ({
    key: state as string,
    of: items.filter((one) => one.state === state && !one.late),
  }))
  const late = { key: 'late', of: items.filter((one) => one.late) }
  return [late, ...sections]
    .filter(({ of }) => of.length > 0)
    .map(({ key, of }) => <Section key={key} name={key} items={of} more={more} />)
}

function Section<One extends Suggestion>({
  name,
  items,
  more,
}: {
  name: string
  items: readonly One[]
  more?: ((one: One) => ReactNode) | undefined
}) {
  const { t } = useTranslation('suggestions')
  return (
    <section aria-labelledby={`section-${name}`}>
      <h2 id={`section-${name}`} className="govuk-heading-m hcw-said-section">
        {t(`section.${name}`)} <span className="hcw-soft">({items.length})</span>
      </h2>
      {items.map((one) => (
        <SaidCard key={one.id} one={one}>
          {more?.(one)}
        </SaidCard>
      ))}
    </section>
  )
}
