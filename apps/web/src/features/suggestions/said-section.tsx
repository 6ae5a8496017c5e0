import type { Suggestion } from '@howcanwe/shared/suggestions'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { useFormats } from '../../lib/format.ts'
import { Button } from '../../ui/index.ts'
import { lastMoveOf, type Section } from './said.rules.ts'
import { SaidCard } from './said-card.tsx'

/** So many at once; the others come with a press. */
const AT_ONCE = 10

/** Paper has everything: what is folded opens while it is printed. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return printing
}

export interface SaidSectionProps<One extends Suggestion> {
  section: Section<One>
  more?: ((one: One) => ReactNode) | undefined
}

/** All suggestions of which the same became, open or folded; the count that leads here opens it. */
export function SaidSection<One extends Suggestion>({ section, more }: SaidSectionProps<One>) {
  const { name, folded } = section
  const id = `section-${name}`
  const { hash } = useLocation()
  const [open, setOpen] = useState(false)
  const ref = useRef<HTMLDetailsElement>(null)
  const printing = usePrinting()
  useEffect(() => {
    if (hash !== `#${id}`) return
    setOpen(true)
    ref.current?.scrollIntoView?.({ block: 'start' })
  }, [hash, id])
  const list = <Some section={section} more={more} all={printing} />
  const heading = <Heading section={section} />
  if (!folded)
    return (
      <section aria-labelledby={id}>
        {heading}
        {list}
      </section>
    )
  return (
    <details
      ref={ref}
      className="hcw-said-fold"
      open={open || printing}
      onToggle={(event) => {
        if (!printing) setOpen(event.currentTarget.open)
      }}
    >
      <summary className="hcw-said-fold__summary">{heading}</summary>
      {open || printing ? list : null}
    </details>
  )
}

function Heading({ section: { name, of, folded } }: { section: Section<Suggestion> }) {
  const { t } = useTranslation('suggestions')
  const { date } = useFormats()
  return (
    <>
      <h2
        id={`section-${name}`}
        className={`govuk-heading-m ${folded ? 'hcw-said-fold__title' : 'hcw-said-section'}`}
      >
        {t(`section.${name}`)} <span className="hcw-soft">({of.length})</span>
      </h2>
      {folded ? (
        <span className="hcw-said-fold__last">
          {t('section.last', { day: date(lastMoveOf(of)) })}
        </span>
      ) : null}
    </>
  )
}

function Some<One extends Suggestion>({
  section: { of },
  more,
  all,
}: SaidSectionProps<One> & { all: boolean }) {
  const { t } = useTranslation('suggestions')
  const [shown, setShown] = useState(AT_ONCE)
  const left = of.length - shown
  return (
    <>
      {of.slice(0, all ? undefined : shown).map((one) => (
        <SaidCard key={one.id} one={one}>
          {more?.(one)}
        </SaidCard>
      ))}
      {left > 0 ? (
        <div className="hcw-no-print hcw-said-fold__more">
          <Button kind="secondary" onClick={() => setShown(shown + AT_ONCE)}>
            {t('section.more', { count: Math.min(left, AT_ONCE) })}
          </Button>
        </div>
      ) : null}
    </>
  )
}
