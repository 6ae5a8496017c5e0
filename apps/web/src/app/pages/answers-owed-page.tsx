import type { Owed } from '@howcanwe/shared/suggestions'
import { useTranslation } from 'react-i18next'
import { MeetingsHeld } from '../../features/suggestions/meetings-held.tsx'
import { OwedList } from '../../features/suggestions/owed-list.tsx'
import { useOwed } from '../../features/suggestions/suggestions.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useSession } from '../../lib/session.ts'
import { EmptyState, Link, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace, useRoles } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'
import { TakeAlong } from '../take-along.tsx'

/** Answers we owe residents, with the days left (CD6): to give one's own, and for a broker to see them all. */
export function AnswersOwedPage() {
  const place = usePlace()
  return (
    <SignedIn roles={['commissioner', 'facilitator', 'broker']}>
      {place ? <Desk placeId={place.id} /> : null}
    </SignedIn>
  )
}

function Desk({ placeId }: { placeId: string }) {
  const { t } = useTranslation('suggestions')
  const isBroker = useRoles().includes('broker')
  return (
    <>
      <PageHeading title={t('owed.title')} lead={t('owed.lead')} />
      <Loaded query={useOwed(placeId)} lines={6}>
        {({ items, meetings }) => (
          <>
            <Lists items={items} />
            {meetings ? <MeetingsHeld meetings={meetings} /> : null}
          </>
        )}
      </Loaded>
      {isBroker ? <TakeAlong list="answers-owed" about={placeId} /> : null}
    </>
  )
}

function Lists({ items }: { items: readonly Owed[] }) {
  const { t } = useTranslation('suggestions')
  const { me } = useSession()
  if (items.length === 0) return <EmptyState>{t('owed.empty')}</EmptyState>
  const parts = [
    { key: 'mine', of: items.filter(({ mine }) => mine) },
    { key: 'others', of: items.filter(({ mine }) => !mine) },
  ].filter(({ of }) => of.length > 0)
  return parts.map(({ key, of }) => (
    <section key={key} aria-labelledby={`owed-${key}`}>
      <h2 id={`owed-${key}`} className="govuk-heading-m">
        {t(`owed.${key}`)}
      </h2>
      <OwedList
        items={of}
        named={me?.displayName ?? ''}
        pageOf={(one) => (
          <Link className="govuk-link" to={further.youSaid({ groupId: one.group.id })}>
            {t('owed.page')}
          </Link>
        )}
      />
    </section>
  ))
}
