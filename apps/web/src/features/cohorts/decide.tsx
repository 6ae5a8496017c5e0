import { CRITERIA_AT_LEAST, NEXT_STEPS, type NextStep } from '@howcanwe/shared/cohorts'
import type { Interest } from '@howcanwe/shared/interests'
import { useTranslation } from 'react-i18next'
import { Button, Details, Fieldset, Radios, Select, TextArea } from '../../ui/index.ts'
import { type Choice, type Choices, type Outcome, partsMissing, withChoice } from './choices.ts'
import { criterionField, fieldOf } from './faults.ts'

export interface Criterion {
  name: string
  goodLooksLike: string
}

export interface DecideProps {
  interest: Interest
  criteria: readonly Criterion[]
  choice: Choice
  /** The same function all along, so that typing in one answer leaves the others alone. */
  onChange: (next: (before: Choices) => Choices) => void
  errorOf: (name: string) => string | undefined
  /** Unfolded when the page is drawn. */
  open: boolean
  /** The next answer that is not whole; left out on the last. */
  next: string | undefined
}

const WORDS = { chosen: 'tipped', 'not-this-time': 'reason', open: 'either' } as const
const OUTCOMES = ['chosen', 'not-this-time'] as const

/** Id of the fold that holds one organisation's answer. */
const foldOf = (id: string): string => `decide-${id}`

/** Opens one organisation's answer. */
export function unfold(id: string): HTMLElement | null {
  const fold = document.getElementById(foldOf(id))
  if (fold instanceof HTMLDetailsElement) fold.open = true
  return fold
}

/** Folds this answer away and opens the next; the keyboard goes along. */
function goOn(from: string, to: string): void {
  const here = document.getElementById(foldOf(from))
  if (here instanceof HTMLDetailsElement) here.open = false
  const summary = unfold(to)?.querySelector('summary')
  document.getElementById(`answer-${to}`)?.scrollIntoView?.({ block: 'start' })
  summary?.focus({ preventScroll: true })
}

/** Chosen or not this time, why, what was seen on the criteria, and what to do next: one organisation. */
export function Decide({ interest, criteria, choice, onChange, ...rest }: DecideProps) {
  const { t } = useTranslation('cohorts')
  const { id, organisation } = interest
  const { open, next } = rest
  const left = partsMissing(choice).length
  const set = (change: Partial<Choice>) => onChange((before) => withChoice(before, id, change))
  const parts = { interest, criteria, choice, set, errorOf: rest.errorOf }
  return (
    <Details
      id={foldOf(id)}
      open={open}
      summary={
        left === 0
          ? t('decide.foldReady', { name: organisation.name })
          : t('decide.fold', { name: organisation.name, count: left })
      }
    >
      <Outcomes {...parts} />
      <Criteria {...parts} />
      <NextSteps {...parts} />
      {next === undefined ? null : (
        <Button kind="secondary" onClick={() => goOn(id, next)}>
          {t('decide.next')}
        </Button>
      )}
    </Details>
  )
}

interface PartProps extends Pick<DecideProps, 'interest' | 'criteria' | 'choice'> {
  set: (change: Partial<Choice>) => void
  errorOf: (name: string) => string | undefined
}

function Outcomes({ interest, choice, set, errorOf }: PartProps) {
  const { t } = useTranslation('cohorts')
  const { id, organisation } = interest
  const words = WORDS[choice.outcome ?? 'open']
  const outcome = fieldOf('undecided', id)
  const reason = fieldOf('reason', id)
  return (
    <>
      <Radios
        inline
        name={outcome}
        legend={t('decide.legend', { name: organisation.name })}
        error={errorOf(outcome)}
        value={choice.outcome ?? ''}
        onChange={async ({ target }) => set({ outcome: target.value as Outcome })}
        choices={OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
      />
      <TextArea
        name={reason}
        label={t(`decide.${words}`)}
        hint={t(`decide.${words}Hint`)}
        seenBy={t('decide.seenBy', { name: organisation.name })}
        error={errorOf(reason)}
        value={choice.reason}
        onChange={({ target }) => set({ reason: target.value })}
        maxCharacters={1500}
        rows={4}
      />
    </>
  )
}

/** One box for each point of the challenge, with what good looks like beside it. */
function Criteria({ interest, criteria, choice, set, errorOf }: PartProps) {
  const { t } = useTranslation('cohorts')
  const { id } = interest
  return (
    <Fieldset
      name={`points-${id}`}
      legend={t('decide.criteria', { name: interest.organisation.name })}
      hint={t('decide.criteriaHint', { count: CRITERIA_AT_LEAST })}
    >
      {criteria.map(({ name, goodLooksLike }, position) => (
        <TextArea
          key={criterionField(id, position)}
          name={criterionField(id, position)}
          label={name}
          hint={t('decide.goodLooksLike', { good: goodLooksLike })}
          error={errorOf(criterionField(id, position))}
          value={choice.criteria[position] ?? ''}
          onChange={({ target }) =>
            set({ criteria: { ...choice.criteria, [position]: target.value } })
          }
          maxCharacters={500}
          rows={2}
        />
      ))}
    </Fieldset>
  )
}

function NextSteps({ interest, choice, set, errorOf }: PartProps) {
  const { t } = useTranslation('cohorts')
  const { id } = interest
  const steps = NEXT_STEPS.filter(
    (step) => step !== 'start-with-team' || choice.outcome !== 'not-this-time',
  )
  return (
    <>
      <Select
        name={fieldOf('step', id)}
        label={t('decide.step', { name: interest.organisation.name })}
        hint={t('decide.stepHint')}
        placeholder={t('decide.stepChoose')}
        error={errorOf(fieldOf('step', id))}
        value={choice.step ?? ''}
        onChange={({ target }) => set({ step: (target.value || null) as NextStep | null })}
        options={steps.map((value) => ({ value, label: t(`steps.${value}`) }))}
      />
      <TextArea
        name={fieldOf('note', id)}
        label={t('decide.note')}
        hint={t('decide.noteHint')}
        error={errorOf(fieldOf('note', id))}
        value={choice.note}
        onChange={({ target }) => set({ note: target.value })}
        maxCharacters={500}
        rows={2}
      />
    </>
  )
}
