import type { Suggestion } from '@howcanwe/shared/suggestions'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { lastMoved, sectionsOf, type View } from './said.rules.ts'
import { SaidCard } from './said-card.tsx'
import { SaidSection } from './said-section.tsx'

/** Suggestions by what became of them. Above all what is late, and for who reads what moved last. */
export function SaidList<One extends Suggestion>({
  items,
  view = 'read',
  more,
}: {
  items: readonly One[]
  view?: View
  /** What can be done with one. */
  more?: (one: One) => ReactNode
}) {
  const [first, ...others] = sectionsOf(items, view)
  if (!first) return null
  const sections = first.name === 'late' ? others : [first, ...others]
  return (
    <>
      {first.name === 'late' ? <SaidSection section={first} more={more} /> : null}
      <Moved items={lastMoved(items, view)} />
      {sections.map((section) => (
        <SaidSection key={section.name} section={section} more={more} />
      ))}
    </>
  )
}

/** They stand in their sections as well, so paper leaves this out. */
function Moved({ items }: { items: readonly Suggestion[] }) {
  const { t } = useTranslation('suggestions')
  if (items.length === 0) return null
  return (
    <section aria-labelledby="section-moved" className="hcw-no-print">
      <h2 id="section-moved" className="govuk-heading-m hcw-said-section">
        {t('section.moved')}
      </h2>
      {items.map((one) => (
        <SaidCard key={one.id} one={one} within="moved" />
      ))}
      <h2 className="govuk-heading-m hcw-said-section">{t('section.everything')}</h2>
    </section>
  )
}
