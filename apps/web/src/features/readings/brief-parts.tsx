import { type Reading, sentencesOf } from '@howcanwe/shared/readings'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './readings.scss'
import type { About } from './kept.ts'

export interface BriefPartsProps {
  reading: Reading
  lang: string
  /** The sentence somebody marked. */
  about: About | null
  onMark: (about: About) => void
  /** What is said about it, drawn right under it. */
  children: ReactNode
}

/** Each sentence with the number it has among its likes: the same one may stand there twice. */
function numbered(text: string): { quote: string; nth: number }[] {
  const seen = new Map<string, number>()
  return sentencesOf(text).map((quote) => {
    const nth = (seen.get(quote) ?? 0) + 1
    seen.set(quote, nth)
    return { quote, nth }
  })
}

/** The brief, sentence by sentence: each one can be tapped to say that it is wrong (J-04). */
export function BriefParts({ reading, lang, about, onMark, children }: BriefPartsProps) {
  const { t } = useTranslation('readings')
  return reading.parts.map(({ field, text }) => {
    const quoted = about !== 'whole' && about?.field === field ? about.quote : null
    return (
      <section key={field} className="hcw-part" aria-labelledby={`part-${field}`}>
        <h2 id={`part-${field}`} className="hcw-part__title">
          {t(`part.${field}`)}
        </h2>
        <ul className="hcw-sentences" lang={lang}>
          {numbered(text).map(({ quote, nth }) => {
            const marked = quote === quoted && nth === 1
            return (
              <li key={`${nth} ${quote}`}>
                <button
                  type="button"
                  className="hcw-sentence"
                  aria-pressed={marked}
                  onClick={() => onMark({ field, quote })}
                >
                  {quote}
                </button>
                {marked ? children : null}
              </li>
            )
          })}
        </ul>
        {field === 'outcome' && reading.outcomeBy ? (
          <p className="hcw-soft">{reading.outcomeBy}</p>
        ) : null}
      </section>
    )
  })
}
