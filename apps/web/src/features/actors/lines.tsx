import type { MapActor, OfferedLine } from '@howcanwe/shared/actors'
import { POSSIBLE_WITH, SKILLS } from '@howcanwe/shared/organisations'
import { useTranslation } from 'react-i18next'
import type { OwnWords } from './map-query.ts'

/** What somebody offers or asks, in words: our own for what comes from a profile, theirs otherwise. */
function useWordsOf(): (line: OfferedLine) => string {
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

/** What our own words for offers and asks read like here, so that a word in any language finds them. */
export function useOwnWords(): OwnWords {
  const { t } = useTranslation(['actors', 'organisations'])
  return [
    ...SKILLS.map((own) => [own, t(`organisations:skills.${own}`)] as const),
    ...POSSIBLE_WITH.map((own) => [own, t(`organisations:possibleWith.${own}`)] as const),
    ['room', `${t('actors:room.seats', { count: 1 })} ${t('actors:room.kitchen')}`],
  ]
}

/** Offers or asks in words; nothing where there is nothing. */
export function Lines({ title, of }: { title: string; of: MapActor['offers'] }) {
  return <WordLines title={title} of={of.map(useWordsOf())} />
}

/** A short list under a small heading; nothing where there is nothing. */
export function WordLines({ title, of }: { title: string; of: readonly string[] }) {
  if (of.length === 0) return null
  return (
    <>
      <p className="govuk-body hcw-soft">{title}</p>
      <ul className="govuk-list govuk-list--bullet">
        {of.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </>
  )
}
