import type { Draft } from '@howcanwe/shared/challenges'
import type { Place } from '@howcanwe/shared/places'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '../challenges.scss'
import type { FieldError } from '../../../lib/errors.ts'
import { Columns, ErrorSummary, SaveStatus, type SummaryError } from '../../../ui/index.ts'
import { AskNote } from './ask-note.tsx'
import { Conflict } from './conflict.tsx'
import { CriteriaSection } from './criteria-section.tsx'
import { DatesSection } from './dates-section.tsx'
import { LimitsSection } from './limits-section.tsx'
import { OfferSection } from './offer-section.tsx'
import { OpenPart } from './open-part.tsx'
import { PeopleSection } from './people-section.tsx'
import { type Notes, QuestionSection } from './question-section.tsx'
import { boxOf, type SectionKey } from './sections.ts'
import { TaskList } from './task-list.tsx'
import { TriedSection } from './tried-section.tsx'
import { type Composer, useComposer } from './use-composer.ts'
import type { Values } from './values.ts'

export interface ComposerFormProps {
  draft: Draft
  place: Place
  /** YYYY-MM-DD in the place. */
  today: string
  /** Words of an earlier visit that never reached the service. */
  kept: Values | null
  preview: string
  onOpened: (opened: Draft) => void
  /** Protect, adopt, adapt or invent: a question of another noun (CH3). */
  innovation: (composer: Composer) => ReactNode
  /** Whether it asks too much, and its price while it is typed (CH4, CH5). */
  fair: (composer: Composer) => ReactNode
  price: (composer: Composer) => ReactNode
  /** What might close the question, beside its box (CH1). */
  notes: Notes
  /** While it is being read: what its first readers say (J-04). */
  reading?: ReactNode
  /** Under the sums: who helps. */
  help?: ReactNode
}

function Part({ name, children }: { name: SectionKey; children: ReactNode }) {
  const { t } = useTranslation('challenges')
  return (
    <section className="hcw-part hcw-composer-part" id={`part-${name}`}>
      <h2 className="hcw-part__title">{t(`composer.section.${name}`)}</h2>
      {children}
    </section>
  )
}

/** One page to write a question on (J-02): parts in order, saved while it is written, checked when asked. */
export function ComposerForm(props: ComposerFormProps) {
  const {
    draft,
    place,
    today,
    kept,
    preview,
    onOpened,
    innovation,
    fair,
    price,
    notes,
    reading,
    help,
  } = props
  const { t } = useTranslation('challenges')
  const composer = useComposer(draft, place.timeZone, kept)
  const [summary, setSummary] = useState<SummaryError[]>([])

  const listed = (errors: readonly FieldError[]): SummaryError[] =>
    errors.map((error) => ({ name: boxOf(error.name), message: composer.sentenceOf(error) }))
  const check = async (): Promise<boolean> => {
    const saved = await composer.flush()
    const found = composer.check()
    setSummary(listed(found))
    return saved && found.length === 0
  }
  return (
    <>
      <ErrorSummary title={t('composer.missing')} errors={summary} />
      <Columns
        asideLabel={t('total.title')}
        aside={
          <div className="hcw-composer-aside">
            <AskNote composer={composer} price={price(composer)} />
            {help}
          </div>
        }
      >
        <SaveStatus state={composer.state} />
        <Conflict composer={composer} />
        <TaskList missing={composer.missing} />
        <div key={composer.formKey}>
          <Part name="question">
            <QuestionSection composer={composer} areas={place.areas} notes={notes} />
          </Part>
          <Part name="case">{innovation(composer)}</Part>
          <Part name="people">
            <PeopleSection composer={composer} />
          </Part>
          <Part name="tried">
            <TriedSection composer={composer} />
          </Part>
          <Part name="limits">
            <LimitsSection composer={composer} />
          </Part>
          <Part name="offer">
            <OfferSection composer={composer} pay={place.pay} />
          </Part>
          <Part name="criteria">
            <CriteriaSection composer={composer} />
          </Part>
          <Part name="dates">
            <DatesSection composer={composer} today={today} />
          </Part>
          <Part name="fair">{fair(composer)}</Part>
        </div>
        {draft.state === 'read-through' ? reading : null}
        <OpenPart composer={composer} preview={preview} onCheck={check} onOpened={onOpened} />
      </Columns>
    </>
  )
}
