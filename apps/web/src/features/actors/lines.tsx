import type { MapActor } from '@howcanwe/shared/actors'
import { useTranslation } from 'react-i18next'
import type { WordsOf } from './map-filter.ts'

/** What somebody offers or asks, in words: our own for what comes from a profile, theirs otherwise. */
export function useWordsOf(): WordsOf {
  const { t } = useTranslation(['actors', 'organisations'])
  return (line) => {
    if ('line' in line) return line.line
    if ('skill' in line) return t(`organisations:skills.${line.skill}`)
    if ('possibleWith' in line) return t(`organisations:possibleWith.${line.possibleWith}`)
    const { seats, stepFree, kitchen } = line.room
    return [
      t('actors:room.seats', { count: seats }),
      ...(stepFree ? [t('actors:room.stepFree')] : []),
      ...(kitchen ? [t('actors:room.kitchen')] : []),
    ].join(', ')
  }
}

/** A short list under a small heading; nothing where there is nothing. */
export function Lines({ title, of }: { title: string; of: MapActor['offers'] }) {
  const wordsOf = useWordsOf()
  if (of.length === 0) return null
  return (
    <>
      <p className="govuk-body hcw-soft">{title}</p>
      <ul className="govuk-list govuk-list--bullet">
        {of.map(wordsOf).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </>
  )
}
