import type { Gaps } from '@howcanwe/shared/matching'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useGaps } from './matching.queries.ts'

/** Above this many it is no list to look for any more. */
const MANY = 6
const lowered = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1)

/** What those invited or kept in mind do not bring together, to look for in the list below (J-10). */
export function GapsNote({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation('matching')
  return (
    <Loaded query={useGaps(challengeId)} lines={2}>
      {(gaps) => (
        <section>
          <h2 className="govuk-heading-m">{t('gaps.title')}</h2>
          <Lacking gaps={gaps} />
        </section>
      )}
    </Loaded>
  )
}

function Lacking({ gaps }: { gaps: Gaps }) {
  const { t } = useTranslation('matching')
  const sentences = useGapSentences()(gaps)
  const { pool, silent } = gaps
  if (pool + silent === 0) return <First people={gaps.people} />
  return (
    <>
      {sentences.length === 0 ? (
        <p className="govuk-body">{t('gaps.none')}</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet" aria-label={t('gaps.title')}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {silent > 0 ? <p className="govuk-body">{t('gaps.silent', { count: silent })}</p> : null}
    </>
  )
}

/** Before the first invitation: whom to look for first. Rooms, hours and skills of nobody are no news. */
function First({ people }: Pick<Gaps, 'people'>) {
  const { t } = useTranslation('matching')
  if (people.length === 0) return <p className="govuk-body">{t('gaps.nobody')}</p>
  return (
    <>
      <p className="govuk-body">{t('gaps.first')}</p>
      <ul className="govuk-list govuk-list--bullet" aria-label={t('gaps.first')}>
        {people.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  )
}

/** People first, then places, rooms, hours and skills. */
function useGapSentences() {
  const { t } = useTranslation(['matching', 'organisations'])
  const { list, number } = useFormats()
  return ({ people, areas, rooms, hours, skills }: Gaps): string[] => [
    ...people.map((text) => t('gaps.people', { text })),
    ...(areas.length > 0 ? [t('gaps.areas', { areas: list(areas) })] : []),
    ...(rooms ? [t(`gaps.rooms.${rooms}`)] : []),
    ...(hours ? [t('gaps.hours', { asked: number(hours.asked), there: number(hours.there) })] : []),
    ...(skills.length > 0 && skills.length <= MANY
      ? [
          t('gaps.skills', {
            skills: skills.map((s) => lowered(t(`organisations:skills.${s}`))).join(', '),
          }),
        ]
      : []),
  ]
}
