import type { Group, GroupSession } from '@howcanwe/shared/codesign'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import type { Fact } from '../../ui/index.ts'

/** The first session that takes place. */
export const nextOf = (sessions: readonly GroupSession[]): GroupSession | undefined =>
  sessions.find((session) => session.state !== 'cancelled')

/** Its work is done: it takes nobody any more, and reports back or has. */
export const isOver = ({ state }: Group): boolean =>
  state === 'reporting-back' || state === 'homework-marked' || state === 'closed'

/** The language a group is written in, told by its question. */
export const languageOfGroup = (group: Group): 'en' | 'nl' =>
  /^hoe kunnen we/i.test(group.challenge.question) ? 'nl' : 'en'

/** When, where, how many places: what decides whether to read on. */
export function useGroupFacts(): (group: Group) => Fact[] {
  const { t } = useTranslation('codesign')
  const { span } = useFormats()
  return (group) => {
    const next = nextOf(group.sessions)
    if (isOver(group) && !next)
      return [{ key: 'over', label: t('facts.state'), value: t('facts.over') }]
    const { places, placesLeft: left } = group
    return [
      {
        key: 'next',
        label: t('facts.next'),
        value: next ? span(next.startsAt, next.endsAt) : t('facts.noDate'),
      },
      ...(next ? [{ key: 'where', label: t('facts.where'), value: next.venue }] : []),
      {
        key: 'places',
        label: t('facts.places'),
        value: left > 0 ? t('facts.placesLeft', { left, places }) : t('facts.full'),
      },
    ]
  }
}
