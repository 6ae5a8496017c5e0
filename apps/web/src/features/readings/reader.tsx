import { MOST_SECONDS, type Reading, sentencesOf } from '@howcanwe/shared/readings'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Stopwatch, useStopwatch } from '../../lib/use-stopwatch.ts'
import { Button } from '../../ui/index.ts'
import { BriefParts } from './brief-parts.tsx'
import { CommentForm, type CommentFormProps } from './comment-form.tsx'
import type { About, Kept } from './kept.ts'
import { Offer } from './offer.tsx'
import { Told } from './told.tsx'
import type { Said } from './use-commenting.ts'

/** Seconds since the page was opened or the last comment was sent; those of an earlier visit come along. */
function useSeconds(before: number) {
  const watch: Stopwatch = useStopwatch()
  const sent = useRef(-before)
  return {
    seconds: () => Math.min(Math.max(watch.read() - sent.current, 0), MOST_SECONDS),
    again: () => {
      sent.current = watch.read()
    },
  }
}

export interface ReaderProps
  extends Pick<CommentFormProps, 'organisations' | 'signIn' | 'asker' | 'challengeId'> {
  reading: Reading
  lang: string
  /** Words of an earlier visit. */
  kept: Kept | null
}

/** The marked sentence is still there; where it was mended meanwhile, what is said goes under the whole. */
const stands = (reading: Reading, about: About): boolean =>
  about === 'whole' ||
  reading.parts.some(
    ({ field, text }) => field === about.field && sentencesOf(text).includes(about.quote),
  )

const same = (one: About | null, other: About): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The brief with one box in it: under the sentence that was tapped, or under all of it. */
export function Reader({ reading, lang, kept, ...rest }: ReaderProps) {
  const [chosen, setChosen] = useState<About | null>(kept?.about ?? null)
  const [said, setSaid] = useState<Said | null>(null)
  const typed = useRef(kept?.words ?? '')
  const time = useSeconds(kept?.seconds ?? 0)
  const gone = chosen !== null && !stands(reading, chosen)
  const about = gone ? 'whole' : chosen
  const mark = (next: About) => {
    setChosen(same(about, next) && !said ? null : next)
    setSaid(null)
  }
  const sent = (done: Said) => {
    time.again()
    typed.current = ''
    setSaid(done)
  }
  const slot = said ? (
    <Told said={said} asker={rest.asker} />
  ) : about ? (
    <CommentForm
      {...rest}
      about={about}
      gone={gone}
      words={typed.current}
      onWords={(words) => {
        typed.current = words
      }}
      seconds={time.seconds}
      onSent={sent}
      onClose={() => mark(about)}
    />
  ) : null
  return (
    <>
      <BriefParts reading={reading} lang={lang} about={about} onMark={mark}>
        {slot}
      </BriefParts>
      <Offer facts={reading.facts} />
      <Whole open={() => mark('whole')}>{about === 'whole' ? slot : null}</Whole>
    </>
  )
}

/** Figures, dates, and what is missing altogether. */
function Whole({ open, children }: { open: () => void; children: ReactNode }) {
  const { t } = useTranslation('readings')
  return (
    <section className="hcw-part" aria-labelledby="part-whole">
      <h2 id="part-whole" className="hcw-part__title">
        {t('whole.title')}
      </h2>
      {children ?? (
        <Button kind="secondary" onClick={open}>
          {t('whole.open')}
        </Button>
      )}
    </section>
  )
}
