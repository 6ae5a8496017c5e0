import type { Interest } from '@howcanwe/shared/interests'
import type { Capacity } from '@howcanwe/shared/organisations'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { fromInterest } from './answers.ts'
import { useMyInterests } from './interests.queries.ts'
import { noteOf, type Start, startFrom } from './known.ts'

const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

/** What the profile says of rooms and people, in the reader's language. */
function useNote(capacity: Capacity | undefined): string {
  const { t } = useTranslation('interests')
  const { number } = useFormats()
  if (!capacity) return ''
  const room = (one: Capacity['premises'][number]) =>
    [
      t('profile.room', { name: one.name, count: one.seats }),
      one.stepFree && t('profile.stepFree'),
      one.kitchen && t('profile.kitchen'),
    ]
      .filter(Boolean)
      .join(', ')
  const people = ({ how, people: count, community }: Capacity['reach'][number]) =>
    t(`profile.${how}`, { number: number(count), community })
  return noteOf([
    capacity.otherSkills,
    ...capacity.reach.map(people),
    ...capacity.premises.map(room),
  ])
}

/** What the form starts with: what was sent here before, else what we know of the organisation already. */
export function useStart(
  organisationId: string,
  capacity: Capacity | undefined,
  before: Interest | undefined,
): Start {
  const mine = useMyInterests(true)
  const note = useNote(capacity)
  if (before) return { answers: fromInterest(before), known: {} }
  const earlier = mine.data?.items.find((one) => one.organisation.id === organisationId)
  return startFrom({ organisationId, capacity, earlier, note, today: dayOf(new Date()) })
}
