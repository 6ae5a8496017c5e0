import type { Interest } from '@howcanwe/shared/interests'
import { useTranslation } from 'react-i18next'
import { Radios, TextArea } from '../../ui/index.ts'
import { type Choices, choiceOf, type Outcome, withChoice } from './choices.ts'

export interface DecideProps {
  interest: Interest
  choices: Choices
  onChange: (next: (before: Choices) => Choices) => void
  errorOf: (name: string) => string | undefined
}

const WORDS = { chosen: 'tipped', 'not-this-time': 'reason', open: 'either' } as const
const OUTCOMES = ['chosen', 'not-this-time'] as const

/** Chosen or not this time, and why: one organisation. */
export function Decide({ interest, choices, onChange, errorOf }: DecideProps) {
  const { t } = useTranslation('cohorts')
  const { id, organisation } = interest
  const { outcome, reason } = choiceOf(choices, id)
  const set = (change: Parameters<typeof withChoice>[2]) =>
    onChange((before) => withChoice(before, id, change))
  return (
    <>
      <Radios
        inline
        name={`outcome-${id}`}
        legend={t('decide.legend', { name: organisation.name })}
        error={errorOf(`outcome-${id}`)}
        value={outcome ?? ''}
        onChange={async ({ target }) => set({ outcome: target.value as Outcome })}
        choices={OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
      />
      <TextArea
        name={`reason-${id}`}
        label={t(`decide.${WORDS[outcome ?? 'open']}`)}
        hint={t(`decide.${WORDS[outcome ?? 'open']}Hint`)}
        seenBy={t('decide.seenBy', { name: organisation.name })}
        error={errorOf(`reason-${id}`)}
        value={reason}
        onChange={({ target }) => set({ reason: target.value })}
        maxCharacters={1500}
        rows={4}
      />
    </>
  )
}
