import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Button, ButtonGroup, Loading, Notice, Table } from '../../ui/index.ts'
import { differences, onlySaid, type Said } from './capacity.ts'
import type { CapacityEditor } from './use-capacity.ts'

type Key = keyof Said

/** Words of the questions, for naming them in the comparison. */
const QUESTION: Partial<Record<Key, string>> = { premises: 'premisesTitle', reach: 'reachTitle' }

/** One answer in words. */
function useAnswer(): (key: Key, said: Said) => string {
  const { t } = useTranslation('organisations')
  const formats = useFormats()
  return (key, said) => {
    const list = (words: string[]) => (words.length > 0 ? formats.list(words) : t('capacity.empty'))
    switch (key) {
      case 'availability':
        return list(said.availability.map((one) => t(`availability.${one}`)))
      case 'skills':
        return list(said.skills.map((one) => t(`skills.${one}`)))
      case 'possibleWith':
        return list(said.possibleWith.map((one) => t(`possibleWith.${one}`)))
      case 'premises':
        return list(
          said.premises.map((r) => `${r.name} (${t('capacity.seatsShort', { count: r.seats })})`),
        )
      case 'reach':
        return list(
          said.reach.map(
            (r) => `${r.community} (${t('capacity.peopleShort', { count: r.people })})`,
          ),
        )
      case 'livedExperience':
        return said.livedExperience
          ? t(`livedExperience.${said.livedExperience}`)
          : t('capacity.empty')
      case 'notBefore':
        return said.notBefore ? formats.date(said.notBefore) : t('capacity.empty')
      default:
        return String(said[key] ?? '') || t('capacity.empty')
    }
  }
}

/** Whose answers stand beside each other, in words. */
export type ConflictWords = Record<
  'conflictTitle' | 'conflictText' | 'mine' | 'theirs' | 'keepMine' | 'keepTheirs',
  string
>

/** Two people wrote at once: both answers side by side, and the person chooses. Nothing is overwritten silently. */
export function CapacityConflict({
  conflict,
  words,
}: {
  conflict: NonNullable<CapacityEditor['conflict']>
  /** Where the other is no colleague. */
  words?: ConflictWords
}) {
  const { t } = useTranslation('organisations')
  const answer = useAnswer()
  const say = (key: keyof ConflictWords) => words?.[key] ?? t(`capacity.${key}`)
  const { mine, theirs, keep } = conflict
  const stored = theirs && onlySaid(theirs)
  const differing = stored ? differences(mine, stored) : undefined
  const same = differing?.length === 0
  useEffect(() => {
    if (same) keep('theirs')
  }, [same, keep])
  if (!stored || !differing) return <Loading lines={3} />
  if (same) return null
  return (
    <Notice kind="warning" heading={say('conflictTitle')} focus>
      <p className="govuk-body">{say('conflictText')}</p>
      <Table
        caption={say('conflictTitle')}
        captionHidden
        rows={differing}
        rowKey={(key) => key}
        columns={[
          {
            key: 'question',
            heading: t('capacity.question'),
            cell: (key) => t(`capacity.${QUESTION[key] ?? key}`),
          },
          { key: 'mine', heading: say('mine'), cell: (key) => answer(key, mine) },
          { key: 'theirs', heading: say('theirs'), cell: (key) => answer(key, stored) },
        ]}
      />
      <ButtonGroup>
        <Button onClick={() => keep('mine')}>{say('keepMine')}</Button>
        <Button kind="secondary" onClick={() => keep('theirs')}>
          {say('keepTheirs')}
        </Button>
      </ButtonGroup>
    </Notice>
  )
}
