import { type ReactNode, useId, useState } from 'react'
import { useUiWords } from './words.tsx'

export interface Station {
  key: string
  state: 'done' | 'now' | 'to-come'
  /** A verb: 'Asked', 'Trying'. */
  verb: ReactNode
  /** A day in words, already in the reader's language. */
  date?: ReactNode
  /** One line more, where it helps. */
  note?: ReactNode
}

export interface ThreadProps {
  stations: readonly Station[]
  /** Names the list to people who cannot see it. */
  label: string
  /** One line for a phone: 'Now: exploring. Next: meet on 4 March.' */
  summary: ReactNode
}

/** Where this stands: what was done, what is now, what is still to come. On a phone one line that opens. */
export function Thread({ stations, label, summary }: ThreadProps) {
  const words = useUiWords()
  const id = useId()
  const [open, setOpen] = useState(false)
  const stateWord = { done: words.done, now: words.now, 'to-come': words.toCome }
  return (
    <div className="hcw-thread" data-open={open}>
      <div className="hcw-thread__phone">
        <p className="hcw-thread__summary">{summary}</p>
        <button
          type="button"
          className="hcw-link-button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? words.hideStages : words.showStages}
        </button>
      </div>
      <ol id={id} className="hcw-thread__list" aria-label={label}>
        {stations.map((station) => (
          <li
            key={station.key}
            className={`hcw-thread__station hcw-thread__station--${station.state}`}
            aria-current={station.state === 'now' ? 'step' : undefined}
          >
            <span className="hcw-thread__verb">
              <span className="govuk-visually-hidden">{stateWord[station.state]}:</span>{' '}
              {station.verb}
            </span>
            {station.date ? <span className="hcw-thread__date">{station.date}</span> : null}
            {station.note ? <span className="hcw-thread__note">{station.note}</span> : null}
          </li>
        ))}
      </ol>
    </div>
  )
}
